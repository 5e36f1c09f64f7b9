import { HOURS_PER_DAY, HOURS_PER_WEEK, type Hour, hourOfWeek } from './hours.ts'
import { clippedSpans, joinedSpans, type Span, totalLength, uncoveredSpans } from './span.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
type Weekday = (typeof weekdays)[number]

/**
 * Wall-clock times, "07:00" to "24:00"; every week is alike. The weekdays are those on which the shift begins: one that
 * ends before it starts ends the next day, and one that ends when it starts lasts a whole day.
 */
export type Shift = Readonly<{ weekdays: readonly Weekday[]; from: string; to: string }>

/** Hours and head counts, never names: indicators describe the process. */
export type Rotation = Readonly<{
  id: string
  team: string
  services: readonly string[]
  shifts: readonly Shift[]
  primaryPeople: number
  backupPeople: number
  /** How many of them another rotation of the team counts too; null where nobody says. */
  sharedPeople: number | null
  /**
   * What its wall clock is ahead of UTC in the week looked at: the domain knows no time zone. A week in which the clocks
   * change is taken as if they had not.
   */
  utcOffsetMinutes: number
}>

type Cover = Pick<Rotation, 'shifts' | 'primaryPeople' | 'backupPeople' | 'utcOffsetMinutes'>

/** Hours are hours of the week: 0 is Monday 00:00 UTC, 168 the Monday after. */
export type WeekCoverage = Readonly<{
  covered: readonly Span[]
  /** One that runs over the week's end is one gap: it stands last, and its end lies beyond 168. */
  gaps: readonly Span[]
  coveredHours: number
  gapHours: number
  longestGapHours: number
  /** Covered hours of each day, Monday first. */
  hoursByDay: readonly number[]
  /** Hours in which two people can be called: a rotation with a backup, or several rotations at once. */
  doublyCoveredHours: number
}>

const MINUTES_PER_HOUR = 60
const MINUTES_PER_DAY = HOURS_PER_DAY * MINUTES_PER_HOUR
const MINUTES_PER_WEEK = HOURS_PER_WEEK * MINUTES_PER_HOUR
/** Counted in minutes, which are whole: a third of an hour would not meet the shift that follows it. */
const WEEK: Span = { from: 0, to: MINUTES_PER_WEEK }

/** Hours that several rotations cover count once; a rotation without people covers none. */
export function weekCoverage(rotations: readonly Cover[]): WeekCoverage {
  const each = rotations.map((rotation) => ({
    spans: coveredSpans(rotation),
    hasBackup: hasBackup(rotation),
  }))
  const covered = joinedSpans(each.flatMap(({ spans }) => spans))
  const gaps = joinedOverWeekEnd(uncoveredSpans(covered, WEEK))
  return {
    covered: inHours(covered),
    gaps: inHours(gaps),
    coveredHours: hours(covered),
    gapHours: hours(gaps),
    longestGapHours: Math.max(0, ...gaps.map((gap) => hours([gap]))),
    hoursByDay: weekdays.map((_, day) => hours(clippedSpans(covered, dayOf(day)))),
    doublyCoveredHours: hours(joinedSpans(doublySpans(each))),
  }
}

export type ServiceCoverage = WeekCoverage & Readonly<{ service: string; rotationIds: readonly string[] }>

/** The services in their own order, those without any rotation with a week-long gap. */
export function coverageByService(
  services: readonly string[],
  rotations: readonly Rotation[],
): readonly ServiceCoverage[] {
  return services.map((service) => {
    const own = rotations.filter((rotation) => rotation.services.includes(service))
    return { service, rotationIds: own.map(({ id }) => id), ...weekCoverage(own) }
  })
}

/** Whoever wants to call somebody now: the rotations that are on duty in this hour. */
export function rotationsOnDuty(rotations: readonly Rotation[], hour: Hour): readonly Rotation[] {
  const from = hourOfWeek(hour) * MINUTES_PER_HOUR
  return rotations.filter(
    (rotation) => clippedSpans(coveredSpans(rotation), { from, to: from + MINUTES_PER_HOUR }).length > 0,
  )
}

/** "16x7", "8x5": hours a day x days a week; null where the covered days differ or do not come out in whole hours. */
export function coverageNotation({ hoursByDay }: Pick<WeekCoverage, 'hoursByDay'>): string | null {
  const days = hoursByDay.filter((one) => one > 0)
  const [perDay] = days
  const isEven = perDay !== undefined && Number.isInteger(perDay) && days.every((one) => one === perDay)
  return isEven ? `${perDay}x${days.length}` : null
}

function dayOf(day: number): Span {
  return { from: day * MINUTES_PER_DAY, to: (day + 1) * MINUTES_PER_DAY }
}

function hasBackup({ primaryPeople, backupPeople }: Cover): boolean {
  return primaryPeople > 0 && backupPeople > 0
}

function coveredSpans({ shifts, primaryPeople, backupPeople, utcOffsetMinutes }: Cover): readonly Span[] {
  if (primaryPeople + backupPeople === 0) return []
  return joinedSpans(shifts.flatMap((shift) => shiftSpans(shift, utcOffsetMinutes)))
}

/** What runs over the week's end goes on at its beginning, on either side: every week is alike. */
function shiftSpans(shift: Shift, utcOffsetMinutes: number): readonly Span[] {
  const from = clockMinutes(shift.from)
  const to = clockMinutes(shift.to)
  const end = to > from ? to : to + MINUTES_PER_DAY
  return shift.weekdays.flatMap((day) => {
    const midnight = weekdays.indexOf(day) * MINUTES_PER_DAY - utcOffsetMinutes
    const turns = [-MINUTES_PER_WEEK, 0, MINUTES_PER_WEEK].map((turn) => midnight + turn)
    return clippedSpans(
      turns.map((start) => ({ from: start + from, to: start + end })),
      WEEK,
    )
  })
}

function clockMinutes(clock: string): number {
  const [clockHours = 0, minutes = 0] = clock.split(':').map(Number)
  return clockHours * MINUTES_PER_HOUR + minutes
}

function hours(spans: readonly Span[]): number {
  return totalLength(spans) / MINUTES_PER_HOUR
}

function inHours(spans: readonly Span[]): readonly Span[] {
  return spans.map(({ from, to }) => ({ from: from / MINUTES_PER_HOUR, to: to / MINUTES_PER_HOUR }))
}

type RotationSpans = Readonly<{ spans: readonly Span[]; hasBackup: boolean }>

function doublySpans(each: readonly RotationSpans[]): readonly Span[] {
  const backed = each.flatMap(({ spans, hasBackup }) => (hasBackup ? spans : []))
  const shared = each.flatMap(({ spans }, i) =>
    each.slice(i + 1).flatMap((other) => spans.flatMap((span) => clippedSpans(other.spans, span))),
  )
  return [...backed, ...shared]
}

function joinedOverWeekEnd(gaps: readonly Span[]): readonly Span[] {
  const [first] = gaps
  const last = gaps.at(-1)
  const runsOver = first && last && first !== last && first.from === 0 && last.to === WEEK.to
  return runsOver ? [...gaps.slice(1, -1), { from: last.from, to: WEEK.to + first.to }] : gaps
}
