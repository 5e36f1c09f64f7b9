/** Where a trend line goes. */
export const directionWords = { upward: 'up', downward: 'down', flat: 'flat' } as const
