import { cell, firstRowAt } from './buckets.ts'
import { mondayOf } from './civil-date.ts'
import { isExcluded } from './correction.ts'
import { dayOfHour, HOURS_PER_DAY, type Hour } from './hours.ts'
import { periodAccount, remainingShare, topUpsByHour } from './period-account.ts'
import type { Series } from './period-budget.ts'
import { monthAt, type Period } from './period.ts'

export const scales = ['hour', 'day', 'week', 'period', 'month'] as const
export type Scale = (typeof scales)[number]

/**
 * The burn-down of one period as columns, a row a slot of the scale that has at least one bucket.
 * `hour` is the first hour of the slot inside the period; `remaining` stands at the end of the slot.
 * Depletion is always accumulated hour by hour, so the last value is the same on every scale but `month`: its slots are
 * the calendar months that share an hour with the period, whole, each with a virtual grant from its own events. Buckets
 * must reach back to the first of them.
 */
export type BudgetSeries = Readonly<{
  hour: readonly Hour[]
  /** After corrections: 0 of 0 where all of the slot is excluded. */
  good: readonly number[]
  total: readonly number[]
  /** Null on every row where there is no budget (100 % target). After corrections. */
  remaining: readonly (number | null)[]
  rawRemaining: readonly (number | null)[]
}>

export function budgetSeries(series: Series, period: Period, nowHour: Hour, scale: Scale): BudgetSeries {
  return scale === 'month'
    ? monthlySeries(series, period, nowHour)
    : burnDown(series, period, nowHour, (hour) => slotAt(scale, period, hour))
}

type Slot = Readonly<{ startHour: Hour; endHour: Hour }>

type Columns = Readonly<{
  hour: Hour[]
  good: number[]
  total: number[]
  remaining: (number | null)[]
  rawRemaining: (number | null)[]
}>

function burnDown(series: Series, period: Period, nowHour: Hour, slotOf: (hour: Hour) => Slot): BudgetSeries {
  const { buckets } = series
  const { span, pastEndHour, excluded, topUps, counted, raw } = periodAccount(series, period, nowHour)
  const giveBack = topUpsByHour(topUps, counted.grant)
  const columns = emptyColumns()
  let [good, total, spent, rawSpent] = [0, 0, 0, 0]

  const endRow = firstRowAt(buckets, pastEndHour)
  let row = firstRowAt(buckets, span.fromHour)
  while (row < endRow) {
    const slot = slotOf(cell(buckets.hour, row))
    good = 0
    total = 0
    for (; row < endRow && cell(buckets.hour, row) < slot.endHour; row += 1) {
      const hour = cell(buckets.hour, row)
      const bad = cell(buckets.total, row) - cell(buckets.good, row)
      spent = giveBack(spent, hour)
      rawSpent += bad
      if (isExcluded(excluded, hour)) continue
      spent += bad
      good += cell(buckets.good, row)
      total += cell(buckets.total, row)
    }
    // The last row stands for now, also for a top-up that came after the last bucket.
    spent = giveBack(spent, row < endRow ? slot.endHour - 1 : Infinity)
    columns.hour.push(slot.startHour)
    columns.good.push(good)
    columns.total.push(total)
    columns.remaining.push(remainingShare(spent, counted))
    columns.rawRemaining.push(remainingShare(rawSpent, raw))
  }
  return columns
}

function slotAt(scale: Exclude<Scale, 'month'>, period: Period, hour: Hour): Slot {
  switch (scale) {
    case 'hour':
      return { startHour: hour, endHour: hour + 1 }
    case 'day':
      return daysInside(period, dayOfHour(hour), 1)
    case 'week':
      return daysInside(period, mondayOf(dayOfHour(hour)), 7)
    case 'period':
      return period
  }
}

function daysInside(period: Period, firstDay: number, days: number): Slot {
  return {
    startHour: Math.max(period.startHour, firstDay * HOURS_PER_DAY),
    endHour: Math.min(period.endHour, (firstDay + days) * HOURS_PER_DAY),
  }
}

function monthlySeries(series: Series, period: Period, nowHour: Hour): BudgetSeries {
  const columns = emptyColumns()
  const endHour = Math.min(period.endHour, nowHour)
  let month = monthAt(period.startHour)
  for (; month.startHour < endHour; month = monthAt(month.endHour)) {
    const { counted, raw, spent } = periodAccount(series, month, nowHour)
    if (raw.hours === 0) continue
    columns.hour.push(month.startHour)
    columns.good.push(counted.good)
    columns.total.push(counted.total)
    columns.remaining.push(remainingShare(spent, counted))
    columns.rawRemaining.push(remainingShare(raw.total - raw.good, raw))
  }
  return columns
}

function emptyColumns(): Columns {
  return { hour: [], good: [], total: [], remaining: [], rawRemaining: [] }
}
