/** A burn-down over the whole width, or what holds its place until its figures come. */
export const BURN_DOWN_PLACE = 'burn-down'
