import { cell } from './buckets.ts'
import { hourlyBurn } from './hourly-burn.ts'
import { HOURS_PER_DAY, type Hour } from './hours.ts'
import { type PeriodAccount, periodAccount, topUpsByHour } from './period-account.ts'
import type { Period } from './period.ts'
import type { Series } from './period-budget.ts'
import { type DepletionLimit, reachesLimit } from './premature-depletion.ts'

/** A condition that is met again so soon is the same enactment: who has just acknowledged it is not asked anew. */
export const SAME_ENACTMENT_HOURS = HOURS_PER_DAY

/** A time during which a condition was met. */
export type HeldCondition = Readonly<{
  /** The end of the first hour in which it was. */
  metHour: Hour
  /** From when on it was not any more, at the latest the period's end; null while it goes on. */
  endHour: Hour | null
  /** The share of the grant that was gone then, and at most. Null where the target leaves no budget. */
  depletedAtMet: number | null
  depletedAtMost: number | null
}>

/** What is met at the end of an hour counts as met until the end of the next. */
type EndedCondition = HeldCondition & Readonly<{ endHour: Hour }>

/** How a condition stands now. */
export type ConditionStanding = Readonly<{
  /** Null without a grant. */
  depleted: number | null
  isMet: boolean
}>

/**
 * Every time in which the share was gone, by the grant of the period as it is known now. `fromHour`: since when anybody is
 * bound by it; what was met before begins there. The next period begins with a grant of its own, so that what is met only
 * with the last hour binds nobody.
 */
export function heldConditions(
  series: Series,
  period: Period,
  nowHour: Hour,
  limit: DepletionLimit,
  fromHour: Hour = period.startHour,
): readonly HeldCondition[] {
  const account = periodAccount(series, period, nowHour)
  const readings = depletionByHour(series, period, account, limit.withinHours)
  const held: EndedCondition[] = []
  for (const [row, depleted] of readings.entries()) {
    const endOfHour = account.span.fromHour + row + 1
    if (endOfHour < fromHour || !isMet(depleted, account, endOfHour, limit)) continue
    const last = held.at(-1)
    if (last !== undefined && endOfHour - last.endHour <= SAME_ENACTMENT_HOURS) {
      held[held.length - 1] = goneOn(last, endOfHour + 1, depleted)
    } else {
      const share = account.counted.hasBudget ? depleted : null
      held.push({ metHour: endOfHour, endHour: endOfHour + 1, depletedAtMet: share, depletedAtMost: share })
    }
  }
  const lastHour = Math.min(account.span.toHour, period.endHour)
  return held
    .filter(({ metHour }) => metHour < lastHour)
    .map((one) =>
      one.endHour <= account.pastEndHour ? one : { ...one, endHour: nowHour < lastHour ? null : lastHour },
    )
}

/** As of the end of the last hour that has passed. */
export function conditionStanding(
  series: Series,
  period: Period,
  nowHour: Hour,
  limit: DepletionLimit,
): ConditionStanding {
  const account = periodAccount(series, period, nowHour)
  const depleted = depletionByHour(series, period, account, limit.withinHours).at(-1) ?? 0
  return {
    depleted: account.counted.grant > 0 ? depleted : null,
    isMet: isMet(depleted, account, account.pastEndHour, limit),
  }
}

function isMet(
  depleted: number,
  { counted, exhaustedAtHour }: PeriodAccount,
  endOfHour: Hour,
  limit: DepletionLimit,
): boolean {
  if (counted.grant > 0) return reachesLimit(depleted, limit)
  // A target of 100 % is exhausted with its first bad event and has no other share that could be gone.
  return limit.withinHours === null && exhaustedAtHour !== null && endOfHour >= exhaustedAtHour
}

/** Row i is what was gone at the end of the i-th hour of the series in the period; top-ups give back of the period alone. */
function depletionByHour(
  series: Series,
  period: Period,
  { span, pastEndHour, topUps, counted: { grant } }: PeriodAccount,
  withinHours: DepletionLimit['withinHours'],
): Float64Array {
  const { bad } = hourlyBurn(series, span.fromHour, pastEndHour)
  const depleted = new Float64Array(bad.length)
  if (grant <= 0) return depleted
  const giveBack = topUpsByHour(withinHours === null ? topUps : [], grant)
  let gone = 0
  for (let row = 0; row < bad.length; row += 1) {
    const hour = span.fromHour + row
    gone = giveBack(gone, hour) + cell(bad, row)
    if (withinHours !== null && row >= withinHours) gone -= cell(bad, row - withinHours)
    // What was given back in the hour under way counts at once, as it does in what is left.
    const isLast = row === bad.length - 1
    depleted[row] = (isLast ? giveBack(gone, Infinity) : gone) / grant
  }
  return depleted
}

function goneOn(held: EndedCondition, endHour: Hour, depleted: number): EndedCondition {
  const { depletedAtMost } = held
  return {
    ...held,
    endHour,
    depletedAtMost: depletedAtMost === null ? null : Math.max(depletedAtMost, depleted),
  }
}
