import type { BudgetState } from '../domain/state.ts'

/** A state of a budget, one of the two marks that are added to a state, or that it is too early for one. */
export type MarkedState = BudgetState | 'open' | 'burning' | 'to-come'

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
  'to-come': 'To come',
}
