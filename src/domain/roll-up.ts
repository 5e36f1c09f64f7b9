import { worstState, type BudgetState } from './state.ts'

export type StateCounts = Readonly<Record<BudgetState, number>>

export function countStates(states: readonly BudgetState[]): StateCounts {
  const counts: Record<BudgetState, number> = {
    exhausted: 0,
    broken: 0,
    'at-risk': 0,
    'no-data': 0,
    'no-budget': 0,
    'no-traffic': 0,
    healthy: 0,
    fulfilled: 0,
  }
  for (const state of states) counts[state] += 1
  return counts
}

type KeptService = Readonly<{ service: string; state: BudgetState }>

/**
 * Services whose series all kept their budgets. A service counts only where at least one of its series has a verdict
 * (or, in an open period, a state that may still become one); `share` is null where none does.
 */
export type KeptShare = Readonly<{ kept: number; counted: number; share: number | null }>

export function servicesKept(series: readonly KeptService[]): KeptShare {
  const isKeptByService = new Map<string, boolean>()
  for (const { service, state } of series) {
    if (state === 'no-traffic' || state === 'no-data') continue
    const isKept = state !== 'broken' && state !== 'exhausted'
    isKeptByService.set(service, isKept && (isKeptByService.get(service) ?? true))
  }
  const counted = isKeptByService.size
  const kept = [...isKeptByService.values()].filter(Boolean).length
  return { kept, counted, share: counted === 0 ? null : kept / counted }
}

/** How several series did in one closed period: `broken` of the `counted` that have a verdict. */
export type RolledVerdict = Readonly<{ state: BudgetState | null; broken: number; counted: number }>

/** Broken where one is, fulfilled where all with a verdict are; else why there is none. Null stands for a series that did not exist. */
export function rolledVerdict(states: readonly (BudgetState | null)[]): RolledVerdict {
  const broken = states.filter((state) => state === 'broken').length
  const fulfilled = states.filter((state) => state === 'fulfilled').length
  const counted = broken + fulfilled
  if (counted > 0) return { state: broken > 0 ? 'broken' : 'fulfilled', broken, counted }
  return { state: worstState(states.filter((state) => state !== null)), broken, counted }
}
