import type { PeriodBudget } from './period-budget.ts'

/** An SLA must be looser than the SLO of the same endpoint and SLI; equal is not looser. */
export function isSlaLooser(_slaTarget: number, _sloTarget: number): boolean {
  throw new Error('not written yet')
}

/** What lies between the SLO and the SLA: percentage points as a ratio, and bad events of the period. */
export type Leeway = Readonly<{ share: number; badEvents: number }>

export function slaLeeway(_sloTarget: number, _slaTarget: number, _total: number): Leeway {
  throw new Error('not written yet')
}

type SlaPart = Readonly<{ id: string; budget: Pick<PeriodBudget, 'remaining' | 'state'> }>

export type ContractualBudget = Readonly<{
  /** Mean of the parts that have a remaining budget, null where none has. */
  remaining: number | null
  isFulfilled: boolean | null
  /** The parts that broke it. */
  brokenBy: readonly string[]
  /** The part with the least budget left. */
  worst: string | null
}>

/** A contractual SLA without a measure of its own rests on its endpoint-level SLAs. */
export function derivedContractualBudget(_parts: readonly SlaPart[]): ContractualBudget {
  throw new Error('not written yet')
}
