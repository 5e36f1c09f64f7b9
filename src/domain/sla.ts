import type { PeriodBudget } from './period-budget.ts'
import type { BudgetState } from './state.ts'
import { PPB, allowancePpb } from './target.ts'

/** An SLA must be looser than the SLO of the same endpoint and SLI; equal is not looser. */
export function isSlaLooser(slaTarget: number, sloTarget: number): boolean {
  return allowancePpb(slaTarget) > allowancePpb(sloTarget)
}

/** What lies between the SLO and the SLA: percentage points as a ratio, and bad events of the period. */
export type Leeway = Readonly<{ share: number; badEvents: number }>

/** Negative where the SLA is the tighter of the two. */
export function slaLeeway(sloTarget: number, slaTarget: number, total: number): Leeway {
  const ppb = allowancePpb(slaTarget) - allowancePpb(sloTarget)
  return { share: ppb / PPB, badEvents: (ppb * total) / PPB }
}

type SlaPart = Readonly<{ id: string; budget: Pick<PeriodBudget, 'remaining' | 'state' | 'total'> }>

export type ContractualBudget = Readonly<{
  /** Mean of the parts that have a remaining budget, null where none has. Silent parts have none to lend. */
  remaining: number | null
  /** Null while the period is open, where a part has no data, and where no part had traffic. */
  isFulfilled: boolean | null
  /** The parts that broke it. */
  brokenBy: readonly string[]
  /** The part with the least budget left. */
  worst: string | null
}>

/** A contractual SLA without a measure of its own rests on its endpoint-level SLAs. */
export function derivedContractualBudget(parts: readonly SlaPart[]): ContractualBudget {
  const measured = parts.flatMap(({ id, budget: { remaining, total } }) =>
    remaining === null || total === 0 ? [] : [{ id, remaining }],
  )
  const sum = measured.reduce((total, { remaining }) => total + remaining, 0)
  const [worst] = measured.toSorted((a, b) => a.remaining - b.remaining)
  return {
    remaining: measured.length === 0 ? null : sum / measured.length,
    isFulfilled: verdict(parts.map(({ budget }) => budget.state)),
    brokenBy: parts.filter(({ budget }) => budget.state === 'broken').map(({ id }) => id),
    worst: worst?.id ?? null,
  }
}

function verdict(states: readonly BudgetState[]): boolean | null {
  if (states.includes('broken')) return false
  const heard = states.filter((state) => state !== 'no-traffic')
  return heard.length > 0 && heard.every((state) => state === 'fulfilled') ? true : null
}
