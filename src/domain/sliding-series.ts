import type { BudgetSeries } from './budget-series.ts'
import { type Buckets, bucketsBetween, cell, firstRowAt } from './buckets.ts'
import { exclusionSpans, isExcluded } from './correction.ts'
import { commonDivisor, targetSegments } from './grant.ts'
import { HOURS_PER_WEEK, type Hour } from './hours.ts'
import { remainingShare } from './period-account.ts'
import type { Series } from './period-budget.ts'
import { PPB } from './target.ts'

const WINDOW_HOURS = 4 * HOURS_PER_WEEK

/**
 * 28-day sliding view: at each hour, 1 - bad/grant over the 672 hours that end with it. May rise. Never a verdict.
 * Top-ups do not count in it: they belong to a period's grant, and this view has none.
 */
export function slidingSeries(series: Series, fromHour: Hour, toHour: Hour): BudgetSeries {
  const raw = bucketsBetween(series.buckets, fromHour - WINDOW_HOURS + 1, toHour)
  const excluded = exclusionSpans(series.corrections)
  const isCounted = Float64Array.from(raw.hour, (hour) => (isExcluded(excluded, hour) ? 0 : 1))
  const counted = {
    hour: raw.hour,
    good: isCounted.map((factor, row) => factor * cell(raw.good, row)),
    total: isCounted.map((factor, row) => factor * cell(raw.total, row)),
  }

  const allowances = rowAllowances(series, raw)
  const shownFrom = firstRowAt(raw, fromHour)
  return {
    hour: Array.from(raw.hour).slice(shownFrom),
    good: Array.from(counted.good.subarray(shownFrom)),
    total: Array.from(counted.total.subarray(shownFrom)),
    remaining: slidingRemaining(counted, allowances, shownFrom),
    rawRemaining: slidingRemaining(raw, allowances, shownFrom),
  }
}

/** Allowed bad events per event of each row, in whole parts of one: sums of them stay exact as rows come and go. */
type Allowances = Readonly<{ ofRow: Float64Array; one: number }>

function rowAllowances({ targets }: Series, { hour }: Buckets): Allowances {
  const ofRow = new Float64Array(hour.length)
  if (hour.length === 0) return { ofRow, one: PPB }
  const segments = targetSegments(targets, cell(hour, 0), cell(hour, hour.length - 1) + 1)
  const divisor = commonDivisor(segments.map((segment) => segment.ppb))
  let row = 0
  for (const segment of segments) {
    for (; row < hour.length && cell(hour, row) < segment.toHour; row += 1) ofRow[row] = segment.ppb / divisor
  }
  return { ofRow, one: PPB / divisor }
}

function slidingRemaining(
  buckets: Buckets,
  { ofRow, one }: Allowances,
  shownFrom: number,
): (number | null)[] {
  const remaining: (number | null)[] = []
  let [bad, total, allowed, oldest] = [0, 0, 0, 0]
  for (let row = 0; row < buckets.hour.length; row += 1) {
    const rowTotal = cell(buckets.total, row)
    total += rowTotal
    bad += rowTotal - cell(buckets.good, row)
    allowed += rowTotal * cell(ofRow, row)
    for (; cell(buckets.hour, oldest) <= cell(buckets.hour, row) - WINDOW_HOURS; oldest += 1) {
      const oldTotal = cell(buckets.total, oldest)
      total -= oldTotal
      bad -= oldTotal - cell(buckets.good, oldest)
      allowed -= oldTotal * cell(ofRow, oldest)
    }
    if (row < shownFrom) continue
    const hasBudget = allowed > 0 || (total === 0 && cell(ofRow, row) > 0)
    remaining.push(remainingShare(bad, { grant: allowed / one, hasBudget }))
  }
  return remaining
}
