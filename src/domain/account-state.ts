import { cell, firstRowAt } from './buckets.ts'
import { excludedHours } from './correction.ts'
import { dueHours, type PeriodAccount, remainingShare } from './period-account.ts'
import type { Series } from './period-budget.ts'
import type { ClosedState, OpenState } from './state.ts'

/**
 * From this many missing hours in a row up to now, measurements do not arrive. One late hour is ordinary delivery delay, and
 * two may be a collector's restart; three have outlasted both.
 */
export const STALE_AFTER_HOURS = 3

/** The last bits of an estimated grant must not push a burn at exactly the even pace below its line. */
const PACE_NOISE = 1e-9

/** The even-pace line stands at 1 - elapsedShare. */
export function elapsedShare({ isOpen, span, pastEndHour }: PeriodAccount): number {
  const ownHours = span.toHour - span.fromHour
  return isOpen && ownHours > 0 ? (pastEndHour - span.fromHour) / ownHours : 1
}

export function openState(series: Series, account: PeriodAccount, isProjectedToRunOut: boolean): OpenState {
  const { counted, spent, span, pastEndHour } = account
  // What is spent stays spent, whether or not further measurements arrive.
  if (spent > 0 && spent >= counted.grant) return 'exhausted'
  if (span.fromHour === span.toHour || hasNoBuckets(account) || isStale(series, account)) return 'no-data'
  if (pastEndHour > span.fromHour && counted.total === 0) return 'no-traffic'
  const remaining = remainingShare(spent, counted)
  if (remaining === null) return 'no-budget'
  if (isUnmeasured(series, account)) return 'no-data'
  const isBelowPace = remaining < 1 - elapsedShare(account) - PACE_NOISE
  return isBelowPace || isProjectedToRunOut ? 'at-risk' : 'healthy'
}

export function closedState(account: PeriodAccount): ClosedState {
  const { counted, spent, span } = account
  if (span.fromHour === span.toHour || hasNoBuckets(account)) return 'no-data'
  if (counted.total === 0) return 'no-traffic'
  return spent <= counted.grant ? 'fulfilled' : 'broken'
}

function hasNoBuckets(account: PeriodAccount): boolean {
  return account.counted.hours === 0 && dueHours(account) > 0
}

/** Agreed, and not one hour of it has come yet: nothing is known, least of all that all is well. */
function isUnmeasured({ buckets, beganHour }: Series, { pastEndHour }: PeriodAccount): boolean {
  return beganHour >= pastEndHour && firstRowAt(buckets, pastEndHour) === 0
}

/** Looks back beyond the period's start: a series that was silent before it did not come back with it. */
function isStale({ buckets, beganHour }: Series, { excluded, pastEndHour }: PeriodAccount): boolean {
  const lastRow = firstRowAt(buckets, pastEndHour) - 1
  const silentSince = lastRow < 0 ? beganHour : Math.max(beganHour, cell(buckets.hour, lastRow) + 1)
  const silentHours = pastEndHour - silentSince - excludedHours(excluded, silentSince, pastEndHour)
  return silentHours >= STALE_AFTER_HOURS
}
