/** What can be said of an open period. */
export const openStates = ['exhausted', 'at-risk', 'healthy', 'no-data', 'no-traffic', 'no-budget'] as const
export type OpenState = (typeof openStates)[number]

/** What can be said of a closed one. `no-traffic` and `no-data` are neither fulfilled nor broken. */
export const closedStates = ['fulfilled', 'broken', 'no-traffic', 'no-data'] as const
export type ClosedState = (typeof closedStates)[number]

export type BudgetState = OpenState | ClosedState

/** The one order in which states are listed and sorted: what needs a person first comes first. */
export const statesBySeverity = [
  'exhausted',
  'broken',
  'at-risk',
  'no-data',
  'no-budget',
  'no-traffic',
  'healthy',
  'fulfilled',
] as const satisfies readonly BudgetState[]

/** Not one hour arrived: a whole budget is left on paper only, and is not told of. */
export function isUnmeasured({ state, total }: Readonly<{ state: BudgetState; total: number }>): boolean {
  return state === 'no-data' && total === 0
}

/** Null for no states at all. */
export function worstState(states: readonly BudgetState[]): BudgetState | null {
  return statesBySeverity.find((state) => states.includes(state)) ?? null
}
