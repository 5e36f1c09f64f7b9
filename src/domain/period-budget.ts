import type { Buckets } from './buckets.ts'
import type { Correction } from './correction.ts'
import type { Hour } from './hours.ts'
import type { Period } from './period.ts'
import type { BudgetState } from './state.ts'
import type { TargetTimeline } from './target.ts'

/** One SLO in one deployment: the unit that has a budget and a verdict. */
export type Series = Readonly<{
  /** At least the period asked for and, for an open one, the 28 days before `nowHour`. */
  buckets: Buckets
  targets: TargetTimeline
  corrections: readonly Correction[]
  beganHour: Hour
  /** Set for a series that ended: its history stays, read only. */
  endedHour: Hour | null
}>

export type PeriodBudget = Readonly<{
  period: Period
  isOpen: boolean
  /** Bad events the period may hold; an estimate while it is open. 0 for a 100 % target or without traffic. */
  grant: number
  good: number
  bad: number
  total: number
  /** 1 untouched, 0 spent, negative overspent, never clamped; null without a budget. After corrections. */
  remaining: number | null
  /** The same before corrections. */
  rawRemaining: number | null
  isCorrected: boolean
  state: BudgetState
  /** The end of the first hour in which cumulative bad reached the grant. */
  exhaustedAtHour: Hour | null
  /** Hours from the period's start (or the series' beginning in it) to `exhaustedAtHour`. */
  timeToExhaustionHours: number | null
  /** Exhausted before the period's end. */
  isPremature: boolean
  elapsedHours: number
  missingHours: number
  /** Hours with a bucket / hours elapsed; null before the first hour has passed. */
  coverage: number | null
  /** Share of the period that has passed, 1 once closed. The even-pace line stands at 1 - elapsedShare. */
  elapsedShare: number
  /** The earlier projected exhaustion of the two rates, null when none is in sight or the period is closed. */
  projectedExhaustionHour: Hour | null
}>

/** `nowHour` is the first hour that is not complete: hours before it are past, the rest is still to come. */
export function periodBudget(_series: Series, _period: Period, _nowHour: Hour): PeriodBudget {
  throw new Error('not written yet')
}
