import { mondayOf } from './civil-date.ts'
import { scales, type Scale } from './budget-series.ts'
import { dayOfHour, HOURS_PER_DAY, HOURS_PER_WEEK, type Hour } from './hours.ts'
import { monthAt, type Period, periodAt, periodBefore, type PeriodScheme } from './period.ts'

/** The windows offered everywhere. A custom range travels as two instants instead. */
export const windowNames = [
  'last-24-hours',
  'last-7-days',
  'current-period',
  'previous-period',
  'last-3-periods',
  'current-year',
  'previous-year',
] as const
export type WindowName = (typeof windowNames)[number]

/** Windows shorter than any period, which cut none of them. */
const windowsOfHours = ['last-24-hours', 'last-7-days'] as const satisfies readonly WindowName[]

export function isOfHours(window: WindowName): boolean {
  return windowsOfHours.some((name) => name === window)
}

export const windowWords: Readonly<Record<WindowName, string>> = {
  'last-24-hours': 'Last 24 hours',
  'last-7-days': 'Last 7 days',
  'current-period': 'Current period',
  'previous-period': 'Previous period',
  'last-3-periods': 'Last 3 periods',
  'current-year': 'Current year',
  'previous-year': 'Previous year',
}

export type HourRange = Readonly<{ fromHour: Hour; toHour: Hour }>

const MIN_POINTS = 2
const MAX_POINTS = 2000

/**
 * Windows that name periods span them whole, their open part included; the last three periods are the current one and
 * the two before it. `current-year` is the accounting year: from the first period whose id names the year to the end of
 * the current period.
 */
export function windowRange(window: WindowName, scheme: PeriodScheme, nowHour: Hour): HourRange {
  const current = periodAt(scheme, nowHour)
  switch (window) {
    case 'last-24-hours':
      return { fromHour: nowHour - HOURS_PER_DAY, toHour: nowHour }
    case 'last-7-days':
      return { fromHour: nowHour - HOURS_PER_WEEK, toHour: nowHour }
    case 'current-period':
      return span(current, current)
    case 'previous-period': {
      const previous = periodBefore(scheme, current, 1)
      return span(previous, previous)
    }
    case 'last-3-periods':
      return span(periodBefore(scheme, current, 2), current)
    case 'current-year':
      return span(firstOfYear(scheme, current), current)
    case 'previous-year': {
      const last = periodBefore(scheme, firstOfYear(scheme, current), 1)
      return span(firstOfYear(scheme, last), last)
    }
  }
}

/** A scale that would give fewer than 2 or more than 2,000 points for the range is not offered. */
export function offeredScales(range: HourRange, scheme: PeriodScheme): readonly Scale[] {
  if (range.toHour <= range.fromHour) return []
  return scales.filter((scale) => {
    const points = pointCount(scale, range, scheme)
    return points >= MIN_POINTS && points <= MAX_POINTS
  })
}

function span(first: Period, last: Period): HourRange {
  return { fromHour: first.startHour, toHour: last.endHour }
}

/** Every scheme's ids begin with the year they count for. */
function firstOfYear(scheme: PeriodScheme, period: Period): Period {
  const year = period.id.slice(0, 4)
  let first = period
  for (let before = periodBefore(scheme, first, 1); before.id.startsWith(year);) {
    first = before
    before = periodBefore(scheme, first, 1)
  }
  return first
}

/** Slots the range touches: its first and last one may be cut. */
function pointCount(scale: Scale, { fromHour, toHour }: HourRange, scheme: PeriodScheme): number {
  const firstDay = dayOfHour(fromHour)
  const lastDay = dayOfHour(toHour - 1)
  switch (scale) {
    case 'hour':
      return toHour - fromHour
    case 'day':
      return lastDay - firstDay + 1
    case 'week':
      return (mondayOf(lastDay) - mondayOf(firstDay)) / 7 + 1
    case 'period':
      return countUpTo(MAX_POINTS + 1, fromHour, toHour, (hour) => periodAt(scheme, hour).endHour)
    case 'month':
      return countUpTo(MAX_POINTS + 1, fromHour, toHour, (hour) => monthAt(hour).endHour)
  }
}

function countUpTo(limit: number, fromHour: Hour, toHour: Hour, nextHour: (hour: Hour) => Hour): number {
  let count = 0
  for (let hour = fromHour; hour < toHour && count < limit; hour = nextHour(hour)) count += 1
  return count
}
