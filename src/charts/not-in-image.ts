/** Marks what is over the drawing for a moment only: the point that is read, the span that is being chosen. */
export const NOT_IN_IMAGE = 'data-not-in-image'
