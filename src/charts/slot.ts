import { mondayOf } from '../domain/civil-date.ts'
import type { Scale } from '../domain/budget-series.ts'
import { dayOfHour, HOURS_PER_DAY, type Hour } from '../domain/hours.ts'
import { monthAt } from '../domain/period.ts'

const DAYS_PER_WEEK = 7

/** The first hour after the slot of the scale that `hour` lies in, cut at the end of its period. */
export function slotEndHour(hour: Hour, scale: Scale, periodEndHour: Hour): Hour {
  return Math.min(uncutEnd(hour, scale, periodEndHour), periodEndHour)
}

function uncutEnd(hour: Hour, scale: Scale, periodEndHour: Hour): Hour {
  switch (scale) {
    case 'hour':
      return hour + 1
    case 'day':
      return (dayOfHour(hour) + 1) * HOURS_PER_DAY
    case 'week':
      return (mondayOf(dayOfHour(hour)) + DAYS_PER_WEEK) * HOURS_PER_DAY
    case 'month':
      return monthAt(hour).endHour
    case 'period':
      return periodEndHour
  }
}
