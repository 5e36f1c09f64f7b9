import type { BudgetColumns } from '../../src/contract/budget.ts'
import type { BudgetSeries, Scale } from '../../src/domain/budget-series.ts'
import { HOURS_PER_DAY, HOURS_PER_WEEK, hourOfWeek, isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { periodAt, type Period } from '../../src/domain/period.ts'
import type { HourRange } from '../../src/domain/time-window.ts'

/** The slots that share an hour with the window, whole: a slot's remaining budget has counted all of its hours. */
export function columnsInWindow(
  series: BudgetSeries,
  scale: Scale,
  period: Period,
  window: HourRange,
): BudgetColumns {
  const rows = series.hour.flatMap((hour, row) =>
    hour < window.toHour && slotEnd(hour, scale, period) > window.fromHour ? [row] : [],
  )
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

function slotEnd(hour: Hour, scale: Scale, period: Period): Hour {
  switch (scale) {
    case 'hour':
      return hour + 1
    case 'day':
      return (Math.floor(hour / HOURS_PER_DAY) + 1) * HOURS_PER_DAY
    case 'week':
      return hour - hourOfWeek(hour) + HOURS_PER_WEEK
    case 'month':
      return periodAt({ kind: 'calendar-month' }, hour).endHour
    case 'period':
      return period.endHour
  }
}
