import type { BudgetState } from './state.ts'

/** One period of one SLO or SLA. */
export type PeriodStanding = Readonly<{
  periodId: string
  isOpen: boolean
  /** Null where it did not exist yet, or no more. */
  state: BudgetState | null
  /** Null without a budget. */
  remaining: number | null
}>

export const adherences = ['fulfilled', 'broken', 'open', 'no-traffic', 'no-data', 'absent'] as const
export type Adherence = (typeof adherences)[number]

/** The word in the cell. An open period has no verdict, however badly it stands: its remaining budget says that. */
export function adherence({ isOpen, state }: Pick<PeriodStanding, 'isOpen' | 'state'>): Adherence {
  if (state === null) return 'absent'
  if (isOpen) return 'open'
  if (state === 'fulfilled' || state === 'broken' || state === 'no-traffic') return state
  return 'no-data'
}

/** How many closed periods in a row, up to the latest one, ended alike. */
type Streak = Readonly<{ verdict: 'fulfilled' | 'broken'; periods: number }>

export type AdherenceSummary = Readonly<{
  fulfilledCount: number
  brokenCount: number
  /** Of the periods that have a verdict; null where none has. */
  fulfilmentRate: number | null
  /** Null where the latest closed period has no verdict: nothing is known to go on. */
  streak: Streak | null
}>

/** Oldest first. A period without traffic or data is no verdict, and ends a streak: "in a row" is meant literally. */
export function adherenceSummary(cells: readonly Adherence[]): AdherenceSummary {
  const fulfilledCount = cells.filter((cell) => cell === 'fulfilled').length
  const brokenCount = cells.filter((cell) => cell === 'broken').length
  const verdicts = fulfilledCount + brokenCount
  return {
    fulfilledCount,
    brokenCount,
    fulfilmentRate: verdicts === 0 ? null : fulfilledCount / verdicts,
    streak: latestStreak(cells.filter((cell) => cell !== 'open')),
  }
}

function latestStreak(closed: readonly Adherence[]): Streak | null {
  const verdict = closed.at(-1)
  if (verdict !== 'fulfilled' && verdict !== 'broken') return null
  const endedBy = closed.findLastIndex((cell) => cell !== verdict)
  return { verdict, periods: closed.length - 1 - endedBy }
}
