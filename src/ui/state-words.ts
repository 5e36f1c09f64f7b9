import type { BudgetState } from '../domain/state.ts'

/** A state of a budget, or one of the two marks that are added to a state. */
export type MarkedState = BudgetState | 'open' | 'burning'

export const stateWords: Record<MarkedState, string> = {
  exhausted: 'Exhausted',
  broken: 'Broken',
  'at-risk': 'At risk',
  'no-data': 'No data',
  'no-budget': 'No budget',
  'no-traffic': 'No traffic',
  healthy: 'Healthy',
  fulfilled: 'Fulfilled',
  open: 'Open, estimate',
  burning: 'Burning',
}
