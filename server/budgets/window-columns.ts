import type { BudgetColumns } from '../../src/contract/budget-history.ts'
import type { BudgetSeries, Scale } from '../../src/domain/budget-series.ts'
import { HOURS_PER_DAY, HOURS_PER_WEEK, hourOfWeek, isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { monthAt, type Period } from '../../src/domain/period.ts'
import type { HourRange } from '../../src/domain/time-window.ts'

/**
 * The slots that share an hour with the window, whole: a slot's remaining budget has counted all of its hours. A month
 * that goes on in the next period shown is left to that one, so that no month is there twice.
 */
export function columnsInWindow(
  series: BudgetSeries,
  scale: Scale,
  { period, isLast }: Readonly<{ period: Period; isLast: boolean }>,
  window: HourRange,
): BudgetColumns {
  const rows = series.hour.flatMap((hour, row) => {
    const end = slotEnd(hour, scale, period)
    return hour < window.toHour && end > window.fromHour && (isLast || end <= period.endHour) ? [row] : []
  })
  const pick = <Value>(column: readonly Value[]): Value[] => {
    return rows.flatMap((row) => column.slice(row, row + 1))
  }
  return {
    hour: pick(series.hour).map(isoFromHour),
    good: pick(series.good),
    total: pick(series.total),
    remaining: pick(series.remaining),
    rawRemaining: pick(series.rawRemaining),
  }
}

export function allColumns(series: BudgetSeries): BudgetColumns {
  return {
    hour: series.hour.map(isoFromHour),
    good: [...series.good],
    total: [...series.total],
    remaining: [...series.remaining],
    rawRemaining: [...series.rawRemaining],
  }
}

/** Days and weeks are cut where the period ends, months never. */
function slotEnd(hour: Hour, scale: Scale, { endHour }: Period): Hour {
  switch (scale) {
    case 'hour':
      return hour + 1
    case 'day':
      return Math.min((Math.floor(hour / HOURS_PER_DAY) + 1) * HOURS_PER_DAY, endHour)
    case 'week':
      return Math.min(hour - hourOfWeek(hour) + HOURS_PER_WEEK, endHour)
    case 'month':
      return monthAt(hour).endHour
    case 'period':
      return endHour
  }
}
