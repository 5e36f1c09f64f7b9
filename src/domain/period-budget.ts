import { closedState, elapsedShare, openState } from './account-state.ts'
import type { Buckets } from './buckets.ts'
import { type Correction, excludedHours } from './correction.ts'
import type { Hour } from './hours.ts'
import {
  dueHours,
  missingHours,
  type PeriodAccount,
  periodAccount,
  remainingShare,
} from './period-account.ts'
import type { Period } from './period.ts'
import { accountProjections } from './projection.ts'
import { type LateChange, restatedAt } from './restatement.ts'
import type { BudgetState } from './state.ts'
import type { TargetTimeline } from './target.ts'

/** A burn at exactly the even pace runs out at the period's very end; the last bits of a division must not call it early. */
const PROJECTION_NOISE_HOURS = 1e-6

/** One SLO in one deployment: the unit that has a budget and a verdict. */
export type Series = Readonly<{
  /** At least the period asked for and, for an open one, the 28 days before `nowHour`. */
  buckets: Buckets
  targets: TargetTimeline
  corrections: readonly Correction[]
  beganHour: Hour
  /** Set for a series that ended: its history stays, read only. */
  endedHour: Hour | null
  /** Left out where no hour came after later ones. */
  lateChanges?: readonly LateChange[]
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
  /** When a correction or late hours last changed it after it had closed, RFC 3339; null where none did. */
  restatedAt: string | null
  state: BudgetState
  /** The end of the first hour in which cumulative bad reached the grant. */
  exhaustedAtHour: Hour | null
  /** Hours from the period's start (or the series' beginning in it) to `exhaustedAtHour`. */
  timeToExhaustionHours: number | null
  /** Exhausted before the period's end. */
  isPremature: boolean
  elapsedHours: number
  missingHours: number
  /** Hours with a bucket / hours elapsed, excluded hours left out of both; null before the first of them has passed. */
  coverage: number | null
  /**
   * Share of the series' own hours in the period that has passed, 1 once closed. The even-pace line stands at
   * 1 - elapsedShare, so that the line of a new SLO starts where its budget does.
   */
  elapsedShare: number
  /** The instant, in (fractional) hours, at which the earlier of the two projections runs out; null where none does before the period's end. */
  projectedExhaustionAtHour: number | null
}>

/** `nowHour` is the first hour that is not complete: hours before it are past, the rest is still to come. */
export function periodBudget(series: Series, period: Period, nowHour: Hour): PeriodBudget {
  if (period.startHour > nowHour) {
    throw new RangeError(`The period ${period.id} has not begun: it has neither a grant nor a state`)
  }
  const account = periodAccount(series, period, nowHour)
  const { isOpen, span, pastEndHour, counted, raw, spent, exhaustedAtHour } = account
  const projected = projectedWithin(series, account, nowHour)
  const due = dueHours(account)
  return {
    period,
    isOpen,
    grant: counted.grant,
    good: counted.good,
    bad: counted.total - counted.good,
    total: counted.total,
    remaining: remainingShare(spent, counted),
    rawRemaining: remainingShare(raw.total - raw.good, raw),
    isCorrected: isCorrected(account),
    restatedAt: isOpen ? null : restatedAt(series.corrections, series.lateChanges ?? [], period),
    state: isOpen ? openState(series, account, projected !== null) : closedState(account),
    exhaustedAtHour,
    timeToExhaustionHours: exhaustedAtHour === null ? null : exhaustedAtHour - span.fromHour,
    isPremature: exhaustedAtHour !== null && exhaustedAtHour < period.endHour,
    elapsedHours: pastEndHour - span.fromHour,
    missingHours: missingHours(account),
    coverage: due === 0 ? null : counted.hours / due,
    elapsedShare: elapsedShare(account),
    projectedExhaustionAtHour: projected,
  }
}

function isCorrected({ span, excluded, topUps }: PeriodAccount): boolean {
  return topUps.length > 0 || excludedHours(excluded, span.fromHour, span.toHour) > 0
}

/** The earlier projection, where it lies before the series' end in the period. */
function projectedWithin(series: Series, account: PeriodAccount, nowHour: Hour): number | null {
  const instants = accountProjections(series, account, nowHour)
    .map((projection) => projection.exhaustedAtHour)
    .filter((instant) => instant !== null)
  const earliest = Math.min(...instants)
  return earliest < account.span.toHour - PROJECTION_NOISE_HOURS ? earliest : null
}
