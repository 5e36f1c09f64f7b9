import { mondayOf } from '../domain/civil-date.ts'
import type { Scale } from '../domain/budget-series.ts'
import { dayOfHour, HOURS_PER_DAY, type Hour } from '../domain/hours.ts'
import { monthAt } from '../domain/period.ts'

const DAYS_PER_WEEK = 7

type Limits = Readonly<{ periodEndHour: Hour; dataEndHour: Hour }>

/** The first hour after the slot that `hour` lies in: cut where its period ends, unless it is a month, and where the data end. */
export function slotEndHour(hour: Hour, scale: Scale, { periodEndHour, dataEndHour }: Limits): Hour {
  const end = uncutEnd(hour, scale, periodEndHour)
  return Math.min(scale === 'month' ? end : Math.min(end, periodEndHour), dataEndHour)
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
