import type { BudgetState } from './state.ts'

export type Told = BudgetState | 'open' | 'absent'

/** Why there is nothing to tell of what is in view; null where something was measured, or nothing is in view. */
export function describeSilence(states: readonly Told[], where = 'in view'): string | null {
  if (states.length === 0 || !states.every(isSilent)) return null
  if (states.every((state) => state === 'no-data'))
    return `No measurements have arrived for anything ${where}.`
  if (states.every((state) => state === 'no-traffic')) return `Nobody asked for anything ${where}.`
  return `Of all ${where} nobody asked for anything, or no measurements have arrived.`
}

/** What is left where somebody could have taken of it: of a budget that nobody asked anything of there is no figure to compare. */
export function comparableRemaining(budget: Heard & Readonly<{ remaining: number | null }>): number | null {
  return isSilent(heard(budget)) ? null : budget.remaining
}

type Heard = Readonly<{ state: BudgetState; total: number }>

/** A period of which some hours arrived, and no more, is not silent: what arrived counts. */
export function heard({ state, total }: Heard): Told {
  return total > 0 && isSilent(state) ? 'open' : state
}

function isSilent(state: Told): boolean {
  return state === 'no-data' || state === 'no-traffic'
}
