import { cell } from './buckets.ts'
import { expectedByHour, expectedTotal } from './expected-traffic.ts'
import { grantOf } from './grant.ts'
import type { Hour } from './hours.ts'
import { periodAccount, remainingShare } from './period-account.ts'
import type { Period } from './period.ts'
import type { Series } from './period-budget.ts'
import { allowancePpb, targetAt } from './target.ts'

const MINUTES_PER_HOUR = 60

/** What is planned: from the start of an hour on, so much of what is asked fails. */
export type PlannedDowntime = Readonly<{
  minutes: number
  /** 1 where everything fails. */
  failingShare: number
}>

/** What it would take of one budget in one period, by the hour in which it begins. */
export type DowntimeCost = Readonly<{
  /** The first hour in which it may begin; each later one follows, as long as it ends with the period. */
  fromHour: Hour
  /** Bad events expected, one figure a start. */
  bad: Float64Array
  /** Bad events that the whole period may hold, as estimated now. */
  grant: number
  /** Left before it: now in the open period, all in one to come; null without a budget. */
  remaining: number | null
}>

/**
 * Expected is the traffic that the grant of an open period is estimated with: a downtime takes of the budget what it would
 * fail of the events that are granted for. A period to come begins with a whole budget, whatever this one leaves.
 */
export function downtimeCost(
  series: Series,
  period: Period,
  nowHour: Hour,
  downtime: PlannedDowntime,
): DowntimeCost {
  const { grant, remaining, excluded, fallbackPerHour } = budgetBefore(series, period, nowHour)
  const fromHour = Math.max(nowHour, period.startHour, series.beganHour)
  const toHour = Math.min(period.endHour, series.endedHour ?? period.endHour)
  const expected = expectedByHour(series.buckets, excluded, nowHour, { fromHour, toHour }, fallbackPerHour)
  return { fromHour, bad: badByStart(expected, downtime), grant, remaining }
}

/** Of what is left before it; null without a budget. */
export function depletionAt({ bad, grant, remaining }: DowntimeCost, start: number): number | null {
  if (remaining === null) return null
  const taken = cell(bad, start)
  return taken === 0 ? 0 : taken / grant
}

export function leftAfter(cost: DowntimeCost, start: number): number | null {
  const depletion = depletionAt(cost, start)
  return cost.remaining === null || depletion === null ? null : cost.remaining - depletion
}

/** The least of several figures, start by start; null where none is there. All of them share their period. */
export function leastByStart(columns: readonly (readonly (number | null)[])[]): readonly (number | null)[] {
  const [first = []] = columns
  return first.map((_, start) => {
    const figures = columns.map((column) => column[start] ?? null).filter((figure) => figure !== null)
    return figures.length === 0 ? null : Math.min(...figures)
  })
}

type Before = Readonly<{
  grant: number
  remaining: number | null
  excluded: ReturnType<typeof periodAccount>['excluded']
  fallbackPerHour: number
}>

function budgetBefore(series: Series, period: Period, nowHour: Hour): Before {
  const account = periodAccount(series, period, nowHour)
  const { counted, excluded, spent, span } = account
  const fallbackPerHour = counted.hours === 0 ? 0 : counted.total / counted.hours
  if (period.startHour <= nowHour) {
    return { grant: counted.grant, remaining: remainingShare(spent, counted), excluded, fallbackPerHour }
  }
  const ppb = allowancePpb(targetAt(series.targets, nowHour))
  const total = expectedTotal(series.buckets, excluded, nowHour, span, fallbackPerHour)
  const grant = grantOf([{ total, ppb }])
  return { grant, remaining: ppb > 0 ? 1 : null, excluded, fallbackPerHour }
}

/** A sum that runs along: each start adds the hour that comes in and leaves the one that goes out. */
function badByStart(expected: Float64Array, { minutes, failingShare }: PlannedDowntime): Float64Array {
  const wholeHours = Math.floor(minutes / MINUTES_PER_HOUR)
  const rest = (minutes % MINUTES_PER_HOUR) / MINUTES_PER_HOUR
  const hours = wholeHours + Math.ceil(rest)
  const upTo = new Float64Array(expected.length + 1)
  for (let hour = 0; hour < expected.length; hour += 1)
    upTo[hour + 1] = cell(upTo, hour) + cell(expected, hour)
  return Float64Array.from({ length: Math.max(0, expected.length - hours + 1) }, (_, start) => {
    const whole = cell(upTo, start + wholeHours) - cell(upTo, start)
    const part = rest === 0 ? 0 : rest * cell(expected, start + wholeHours)
    return failingShare * (whole + part)
  })
}

export const downtimeLeanings = ['go', 'another-time', 'next-period', 'never', 'stopped'] as const
export type DowntimeLeaning = (typeof downtimeLeanings)[number]

/** How much more than it must keep a budget would have left, by start: above 0 it bears the downtime. */
export function roomByStart(cost: DowntimeCost, floor = 0): readonly (number | null)[] {
  return Array.from(cost.bad, (_, start) => {
    const left = leftAfter(cost, start)
    return left === null ? null : left - floor
  })
}

export type DowntimeEvidence = Readonly<{
  /** A policy has stopped releases here. */
  isStopped: boolean
  /** The least room of any budget at the time asked for; null where none tells. */
  room: number | null
  /** Whether there is a time at which every budget bears it: in the same period, and in the one after. */
  hasRoomAtAnotherTime: boolean
  hasRoomLater: boolean
}>

/** What the data lean to; null where no budget says anything. */
export function downtimeLeaning({
  isStopped,
  room,
  hasRoomAtAnotherTime,
  hasRoomLater,
}: DowntimeEvidence): DowntimeLeaning | null {
  if (isStopped) return 'stopped'
  if (room === null) return null
  if (room > 0) return 'go'
  if (hasRoomAtAnotherTime) return 'another-time'
  return hasRoomLater ? 'next-period' : 'never'
}
