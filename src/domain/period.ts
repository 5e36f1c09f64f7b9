import { civilFromDay, dayFromCivil, floorMod, mondayOf, monthName, padded } from './civil-date.ts'
import { dayOfHour, HOURS_PER_DAY, type Hour } from './hours.ts'

/** How the organization cuts time into accounting periods; configured once. */
export type PeriodScheme =
  | Readonly<{ kind: 'four-weeks' | 'calendar-month' | 'calendar-quarter' }>
  | Readonly<{ kind: 'days'; days: number; anchorHour: Hour }>

/** Half-open: `startHour` belongs to the period, `endHour` to the next one. */
export type Period = Readonly<{
  /** Stays valid for good and sorts by time within one scheme: 2026-P12, 2026-11, 2026-Q4, 2026-11-02. */
  id: string
  /** The short name on screens: P12, Nov 2026, Q4 2026, 2 Nov 2026. */
  name: string
  startHour: Hour
  endHour: Hour
}>

type DaysScheme = Extract<PeriodScheme, { kind: 'days' }>

const DAYS_PER_BLOCK = 28
/** The 53rd week of a long ISO year joins the last block, so that no one-week stub with a tiny budget exists. */
const BLOCKS_PER_YEAR = 13

/** Every hour lies in exactly one period. */
export function periodAt(scheme: PeriodScheme, hour: Hour): Period {
  switch (scheme.kind) {
    case 'four-weeks':
      return fourWeeksAt(hour)
    case 'calendar-month':
      return monthAt(hour)
    case 'calendar-quarter':
      return quarterAt(hour)
    case 'days':
      return daysAt(scheme, hour)
  }
}

/** The period an id names under this scheme, or null where it names none. */
export function periodById(scheme: PeriodScheme, id: string): Period | null {
  const firstHour = firstHourOfId(scheme, id)
  if (firstHour === null) return null
  const period = periodAt(scheme, firstHour)
  return period.id === id ? period : null
}

/** All periods that share at least one hour with [fromHour, toHour), oldest first. */
export function periodsBetween(scheme: PeriodScheme, fromHour: Hour, toHour: Hour): readonly Period[] {
  const periods: Period[] = []
  for (let hour = fromHour; hour < toHour;) {
    const period = periodAt(scheme, hour)
    periods.push(period)
    hour = period.endHour
  }
  return periods
}

/** The length of the period each hour lies in. To be asked for hours near each other: it remembers the last period. */
export function periodHoursAt(scheme: PeriodScheme): (hour: Hour) => number {
  let period: Period | null = null
  return (hour) => {
    if (period === null || hour < period.startHour || hour >= period.endHour) period = periodAt(scheme, hour)
    return period.endHour - period.startHour
  }
}

/** The period `steps` before this one (1 is the previous). */
export function periodBefore(scheme: PeriodScheme, period: Period, steps: number): Period {
  let found = period
  for (let step = 0; step < steps; step += 1) found = periodAt(scheme, found.startHour - 1)
  return found
}

/** The UTC calendar month, which is also the slot of the month scale under every scheme. */
export function monthAt(hour: Hour): Period {
  const { year, month } = civilFromDay(dayOfHour(hour))
  return {
    id: `${padded(year, 4)}-${padded(month, 2)}`,
    name: `${monthName(month)} ${year}`,
    startHour: dayFromCivil(year, month, 1) * HOURS_PER_DAY,
    endHour: dayFromCivil(year, month + 1, 1) * HOURS_PER_DAY,
  }
}

function fourWeeksAt(hour: Hour): Period {
  const monday = mondayOf(dayOfHour(hour))
  // An ISO week belongs to the year of its Thursday.
  const { year } = civilFromDay(monday + 3)
  const yearStart = isoYearStart(year)
  const block = Math.min(Math.floor((monday - yearStart) / DAYS_PER_BLOCK), BLOCKS_PER_YEAR - 1)
  const startDay = yearStart + block * DAYS_PER_BLOCK
  const endDay = block === BLOCKS_PER_YEAR - 1 ? isoYearStart(year + 1) : startDay + DAYS_PER_BLOCK
  return {
    id: `${padded(year, 4)}-P${padded(block + 1, 2)}`,
    name: `P${block + 1}`,
    startHour: startDay * HOURS_PER_DAY,
    endHour: endDay * HOURS_PER_DAY,
  }
}

/** Week 1 of an ISO year is the one with 4 January in it. */
function isoYearStart(year: number): number {
  return mondayOf(dayFromCivil(year, 1, 4))
}

function quarterAt(hour: Hour): Period {
  const { year, month } = civilFromDay(dayOfHour(hour))
  const quarter = Math.ceil(month / 3)
  const firstMonth = quarter * 3 - 2
  return {
    id: `${padded(year, 4)}-Q${quarter}`,
    name: `Q${quarter} ${year}`,
    startHour: dayFromCivil(year, firstMonth, 1) * HOURS_PER_DAY,
    endHour: dayFromCivil(year, firstMonth + 3, 1) * HOURS_PER_DAY,
  }
}

/** The blocks extend before the anchor too: the anchor fixes where they are cut, not when they begin. */
function daysAt(scheme: DaysScheme, hour: Hour): Period {
  const length = scheme.days * HOURS_PER_DAY
  const startHour = hour - floorMod(hour - scheme.anchorHour, length)
  const { year, month, day } = civilFromDay(dayOfHour(startHour))
  return {
    id: `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`,
    name: `${day} ${monthName(month)} ${year}`,
    startHour,
    endHour: startHour + length,
  }
}

function firstHourOfId(scheme: PeriodScheme, id: string): Hour | null {
  const parts = /^(\d{4})-(?:P(\d{2})|Q(\d)|(\d{2})(?:-(\d{2}))?)$/.exec(id)
  if (!parts) return null
  const year = Number(parts[1])
  const [block, quarter, month, day] = [parts[2], parts[3], parts[4], parts[5]]
  switch (scheme.kind) {
    case 'four-weeks':
      return block ? (isoYearStart(year) + (Number(block) - 1) * DAYS_PER_BLOCK) * HOURS_PER_DAY : null
    case 'calendar-month':
      return month ? dayFromCivil(year, Number(month), 1) * HOURS_PER_DAY : null
    case 'calendar-quarter':
      return quarter ? dayFromCivil(year, Number(quarter) * 3 - 2, 1) * HOURS_PER_DAY : null
    case 'days':
      return month && day
        ? dayFromCivil(year, Number(month), Number(day)) * HOURS_PER_DAY +
            floorMod(scheme.anchorHour, HOURS_PER_DAY)
        : null
  }
}
