/** Of a release of which nobody told more than that it came. */
export const untold = { result: null, committedAt: null, recoveredAt: null, commits: null } as const
