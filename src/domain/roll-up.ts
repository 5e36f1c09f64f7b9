import type { BudgetState } from './state.ts'

export type StateCounts = Readonly<Record<BudgetState, number>>

export function countStates(_states: readonly BudgetState[]): StateCounts {
  throw new Error('not written yet')
}

type KeptService = Readonly<{ service: string; state: BudgetState }>

/**
 * Services whose series all kept their budgets. A service counts only where at least one of its series has a verdict
 * (or, in an open period, a state that may still become one); `share` is null where none does.
 */
export type KeptShare = Readonly<{ kept: number; counted: number; share: number | null }>

export function servicesKept(_series: readonly KeptService[]): KeptShare {
  throw new Error('not written yet')
}
