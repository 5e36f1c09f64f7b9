/** Lists over periods that share themselves; frozen-search.ts says how each does. */
const sharedLists = [
  '/indicators/slo-adherence',
  '/indicators/error-budget-depletion',
  '/indicators/premature-exhaustion',
  '/indicators/least-available-endpoints',
  '/indicators/slowest-endpoints',
  '/indicators/on-call-rotations',
  '/indicators/recovery-trend',
  '/indicators/kept-budgets',
  '/indicators/slas-by-service',
  '/indicators/sla-adherence',
  '/indicators/sla-depletion',
  '/indicators/support-tickets',
] as const
export type SharedList = (typeof sharedLists)[number]

export const SLOS_BY_SERVICE = '/indicators/slos-by-service'

export function isExplore(path: string): boolean {
  return path === '/explore' || path.startsWith('/explore/')
}

export function isSharedList(path: string): path is SharedList {
  return sharedLists.some((list) => list === path)
}

/** Where the page itself has a button to share what it lists. */
export function hasOwnShare(path: string): boolean {
  return isSharedList(path) || isExplore(path) || path === SLOS_BY_SERVICE
}
