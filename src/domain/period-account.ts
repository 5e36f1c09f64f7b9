import { cell, firstRowAt } from './buckets.ts'
import {
  activeTopUps,
  excludedHours,
  exclusionSpans,
  type HourSpan,
  spansOutside,
  type TopUp,
} from './correction.ts'
import { expectedTotal } from './expected-traffic.ts'
import { type GrantPart, grantOf, targetSegments } from './grant.ts'
import type { Hour } from './hours.ts'
import type { Period } from './period.ts'
import type { Series } from './period-budget.ts'
import { allowancePpb, targetAt } from './target.ts'

/** What was counted and what was granted, either with the corrections or without. */
export type Tally = Readonly<{
  /** Hours that have a bucket. */
  hours: number
  good: number
  total: number
  /** Bad events the span may hold; with the coming hours estimated while it is open. */
  grant: number
  /** False where every hour promised 100 %: nothing may fail, so nothing can be left over. */
  hasBudget: boolean
}>

/** One period of one series, summed up: what every figure of its budget is read from. */
export type PeriodAccount = Readonly<{
  isOpen: boolean
  /** The series' own hours in the period: a new one begins inside it, an ended one stops before its end. */
  span: HourSpan
  /** The end of the hours that have passed, never beyond the span. */
  pastEndHour: Hour
  excluded: readonly HourSpan[]
  topUps: readonly TopUp[]
  counted: Tally
  raw: Tally
  /** Bad events less what top-ups gave back. */
  spent: number
  exhaustedAtHour: Hour | null
}>

export function periodAccount(series: Series, period: Period, nowHour: Hour): PeriodAccount {
  const isOpen = period.endHour > nowHour
  const span = ownSpan(series, period)
  const pastEndHour = Math.max(span.fromHour, Math.min(span.toHour, nowHour))
  const excluded = exclusionSpans(series.corrections)
  // A top-up given in the hour under way counts at once.
  const topUpEnd = isOpen ? nowHour + 1 : period.endHour
  const topUps = activeTopUps(series.corrections, period.startHour, topUpEnd)

  const measured = { series, span, pastEndHour, nowHour }
  const counted = tally(measured, excluded)
  const raw = excluded.length === 0 ? counted : tally(measured, [])
  const spending = spend(series, { fromHour: span.fromHour, toHour: pastEndHour }, excluded, topUps, counted)
  return { isOpen, span, pastEndHour, excluded, topUps, counted, raw, ...spending }
}

/** 1 untouched, 0 spent, negative overspent; null where there is no budget. */
export function remainingShare(
  spent: number,
  { grant, hasBudget }: Pick<Tally, 'grant' | 'hasBudget'>,
): number | null {
  if (!hasBudget) return null
  return grant === 0 ? 1 : 1 - spent / grant
}

/** Hours so far that have no bucket although nothing excuses them. */
export function missingHours(account: PeriodAccount): number {
  return dueHours(account) - account.counted.hours
}

/** Hours so far that ought to have a bucket. */
export function dueHours({ span, pastEndHour, excluded }: PeriodAccount): number {
  return pastEndHour - span.fromHour - excludedHours(excluded, span.fromHour, pastEndHour)
}

function ownSpan(series: Series, period: Period): HourSpan {
  const fromHour = Math.min(Math.max(period.startHour, series.beganHour), period.endHour)
  const toHour = Math.min(period.endHour, series.endedHour ?? period.endHour)
  return { fromHour, toHour: Math.max(fromHour, toHour) }
}

type Measured = Readonly<{ series: Series; span: HourSpan; pastEndHour: Hour; nowHour: Hour }>

function tally({ series, span, pastEndHour, nowHour }: Measured, excluded: readonly HourSpan[]): Tally {
  const { buckets, targets } = series
  const past: GrantPart[] = []
  let hours = 0
  let good = 0
  let total = 0
  for (const segment of targetSegments(targets, span.fromHour, pastEndHour)) {
    let segmentTotal = 0
    for (const { fromHour, toHour } of spansOutside(excluded, segment)) {
      const firstRow = firstRowAt(buckets, fromHour)
      const endRow = firstRowAt(buckets, toHour)
      for (let row = firstRow; row < endRow; row += 1) {
        good += cell(buckets.good, row)
        segmentTotal += cell(buckets.total, row)
      }
      hours += endRow - firstRow
    }
    past.push({ total: segmentTotal, ppb: segment.ppb })
    total += segmentTotal
  }

  const coming = { fromHour: pastEndHour, toHour: span.toHour }
  const comingPart = {
    total: expectedTotal(buckets, excluded, nowHour, coming, hours === 0 ? 0 : total / hours),
    ppb: allowancePpb(targetAt(targets, nowHour)),
  }
  const parts = [...past, comingPart]
  const grant = grantOf(parts)
  const mayFail = past.length === 0 ? comingPart.ppb > 0 : past.some((part) => part.ppb > 0)
  return { hours, good, total, grant, hasBudget: grant > 0 || (total === 0 && mayFail) }
}

type Spending = Pick<PeriodAccount, 'spent' | 'exhaustedAtHour'>

function spend(
  { buckets }: Series,
  past: HourSpan,
  excluded: readonly HourSpan[],
  topUps: readonly TopUp[],
  { good, total, grant }: Tally,
): Spending {
  const bad = total - good
  if (topUps.length === 0 && (bad === 0 || bad < grant)) return { spent: bad, exhaustedAtHour: null }

  const giveBack = topUpsByHour(topUps, grant)
  let spent = 0
  let exhaustedAtHour: Hour | null = null
  for (const { fromHour, toHour } of spansOutside(excluded, past)) {
    const endRow = firstRowAt(buckets, toHour)
    for (let row = firstRowAt(buckets, fromHour); row < endRow; row += 1) {
      const hour = cell(buckets.hour, row)
      spent = giveBack(spent, hour) + (cell(buckets.total, row) - cell(buckets.good, row))
      // Without a budget the grant is 0 and the first bad event is the end of it.
      if (exhaustedAtHour === null && spent > 0 && spent >= grant) exhaustedAtHour = hour + 1
    }
  }
  return { spent: giveBack(spent, Infinity), exhaustedAtHour }
}

/**
 * What is still spent at the start of an hour, once the top-ups due by then have given back their share. To be asked for
 * ascending hours: each top-up is given once.
 */
export function topUpsByHour(topUps: readonly TopUp[], grant: number): (spent: number, hour: Hour) => number {
  let given = 0
  return (spent, hour) => {
    let left = spent
    for (let next = topUps[given]; next && next.atHour <= hour; next = topUps[given]) {
      left = Math.max(0, left - next.share * grant)
      given += 1
    }
    return left
  }
}
