import { civilFromDay, dayFromCivil, floorMod, mondayOf, padded } from './civil-date.ts'

/** Minutes since 1970-01-01T00:00Z. */
type UtcMinute = number

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY'] as const
type Frequency = (typeof frequencies)[number]

/** `weekday` 0 is Monday; `ordinal` says which of the month, -1 the last; null stands for every one. */
type RuleDay = Readonly<{ weekday: number; ordinal: number | null }>

/** The part of RFC 5545's recurrence rules that maintenance needs; a week begins on Monday. */
export type Recurrence = Readonly<{
  frequency: Frequency
  interval: number
  days: readonly RuleDay[]
  count: number | null
  /** The last day of the wall clock, or the last instant; both still belong to it. */
  until: Readonly<{ day: number } | { minute: UtcMinute }> | null
}>

/** What is wrong with a rule: which part, what stood there, and what may. */
type RecurrenceMistake = Readonly<{ part: string; value: string; allowed: readonly string[] }>
type ParsedRecurrence =
  | Readonly<{ recurrence: Recurrence; mistake: null }>
  | Readonly<{ recurrence: null; mistake: RecurrenceMistake }>

/** How far the clocks of the zone are ahead of UTC at an instant. */
export type ZoneOffset = (at: UtcMinute) => number

/** When the first one begins, by the clock on the wall. */
export type WallTime = Readonly<{ day: number; minuteOfDay: number }>

const MINUTES_PER_DAY = 1440
const DAYS_PER_WEEK = 7
const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const partNames = ['FREQ', 'INTERVAL', 'BYDAY', 'COUNT', 'UNTIL'] as const
const MOST = 1000

const examples = {
  FREQ: frequencies.map((frequency) => `FREQ=${frequency}`),
  INTERVAL: ['a whole number from 1 to 1000, as in INTERVAL=2'],
  BYDAY: [...weekdayCodes],
  ordinals: ['1MO to 4SU for the first to the fourth of the month', '-1MO to -1SU for the last'],
  COUNT: ['a whole number from 1 to 1000, as in COUNT=12'],
  UNTIL: ['a day, as in UNTIL=20261231', 'an instant in UTC, as in UNTIL=20261231T040000Z'],
} as const

/** `FREQ=WEEKLY;BYDAY=SU;COUNT=12`, with or without `RRULE:` before it. What is not named here is refused, not passed over. */
export function parseRecurrence(text: string): ParsedRecurrence {
  const parts = new Map<string, string>()
  for (const part of text
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')) {
    const [name = '', value = ''] = part.split('=', 2)
    if (!partNames.some((known) => known === name) || parts.has(name))
      return refused(
        name,
        part,
        partNames.map((known) => `${known}, once`),
      )
    parts.set(name, value)
  }
  const frequency = frequencies.find((known) => known === parts.get('FREQ'))
  if (frequency === undefined) return refused('FREQ', parts.get('FREQ') ?? '', examples.FREQ)

  const interval = wholeNumber(parts.get('INTERVAL') ?? '1')
  if (interval === null) return refused('INTERVAL', parts.get('INTERVAL') ?? '', examples.INTERVAL)
  const count = parts.has('COUNT') ? wholeNumber(parts.get('COUNT') ?? '') : null
  if (parts.has('COUNT') && count === null) return refused('COUNT', parts.get('COUNT') ?? '', examples.COUNT)
  const until = parts.has('UNTIL') ? parseUntil(parts.get('UNTIL') ?? '') : null
  if (parts.has('UNTIL') && until === null) return refused('UNTIL', parts.get('UNTIL') ?? '', examples.UNTIL)
  if (count !== null && until !== null)
    return refused('UNTIL', parts.get('UNTIL') ?? '', ['COUNT or UNTIL, not both'])

  const byDay = parts.get('BYDAY')
  const days = byDay === undefined ? [] : parseDays(byDay, frequency)
  if (days === null)
    return refused('BYDAY', byDay ?? '', frequency === 'MONTHLY' ? examples.ordinals : examples.BYDAY)
  return { recurrence: { frequency, interval, days, count, until }, mistake: null }
}

function refused(part: string, value: string, allowed: readonly string[]): ParsedRecurrence {
  return { recurrence: null, mistake: { part, value, allowed } }
}

function wholeNumber(text: string): number | null {
  const value = Number(text)
  return /^\d{1,4}$/.test(text) && value >= 1 && value <= MOST ? value : null
}

function parseUntil(text: string): Recurrence['until'] {
  const parts = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)[0-5]\dZ)?$/.exec(text)
  if (parts === null) return null
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const day = dayFromCivil(year, month, date)
  const civil = civilFromDay(day)
  // 31 February runs on into March; only a date that comes back unchanged exists.
  if (civil.year !== year || civil.month !== month || civil.day !== date) return null
  if (parts[4] === undefined) return { day }
  return { minute: day * MINUTES_PER_DAY + Number(parts[4]) * 60 + Number(parts[5]) }
}

/** Which weekday of the month must be said with MONTHLY and cannot be with the others. */
function parseDays(text: string, frequency: Frequency): readonly RuleDay[] | null {
  const days: RuleDay[] = []
  for (const item of text.split(',')) {
    const [, ordinal, code] = /^(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item) ?? []
    const weekday = weekdayCodes.findIndex((known) => known === code)
    if (weekday < 0 || (frequency === 'MONTHLY') !== (ordinal !== undefined)) return null
    days.push({ weekday, ordinal: ordinal === undefined ? null : Number(ordinal) })
  }
  return days
}

/**
 * The beginnings in [fromMinute, toMinute), ascending, the first at or after `start`. Where the clocks jump over the time,
 * it is told by the clock as it was before the jump; where they show it twice, the first one is meant.
 */
export function occurrences(
  recurrence: Recurrence,
  start: WallTime,
  offsetAt: ZoneOffset,
  { fromMinute, toMinute }: Readonly<{ fromMinute: UtcMinute; toMinute: UtcMinute }>,
): readonly UtcMinute[] {
  const found: UtcMinute[] = []
  let seen = 0
  // What no day ever fits, such as every seventh day from a Tuesday on a Monday, must end too.
  const endDay = Math.ceil(toMinute / MINUTES_PER_DAY) + 1
  for (const day of daysOf(recurrence, start.day, endDay)) {
    const minute = utcMinute(day * MINUTES_PER_DAY + start.minuteOfDay, offsetAt)
    if (minute >= toMinute || isBeyond(recurrence, day, minute)) break
    seen += 1
    if (recurrence.count !== null && seen > recurrence.count) break
    if (minute >= fromMinute) found.push(minute)
  }
  return found
}

function isBeyond({ until }: Recurrence, day: number, minute: UtcMinute): boolean {
  if (until === null) return false
  return 'day' in until ? day > until.day : minute > until.minute
}

const LONGEST_STEP_DAYS = { DAILY: 1, WEEKLY: 7, MONTHLY: 31 } as const
const SHORTEST_STEP_DAYS = { DAILY: 1, WEEKLY: 7, MONTHLY: 28 } as const

/** Every day of the rule from `startDay` on, some beyond `endDay`. */
function* daysOf(recurrence: Recurrence, startDay: number, endDay: number): Generator<number> {
  const { frequency, interval } = recurrence
  const days = endDay - startDay + LONGEST_STEP_DAYS[frequency]
  const lastStep = Math.ceil(days / (interval * SHORTEST_STEP_DAYS[frequency]))
  for (let step = 0; step <= lastStep; step += 1) {
    for (const day of daysInStep(recurrence, startDay, step)) if (day >= startDay) yield day
  }
}

function daysInStep({ frequency, interval, days }: Recurrence, startDay: number, step: number): number[] {
  if (frequency === 'DAILY') {
    const day = startDay + step * interval
    return days.length === 0 || days.some(({ weekday }) => weekday === weekdayOf(day)) ? [day] : []
  }
  if (frequency === 'WEEKLY') {
    const monday = mondayOf(startDay) + step * interval * DAYS_PER_WEEK
    const weekdays = days.length === 0 ? [weekdayOf(startDay)] : days.map(({ weekday }) => weekday)
    return ascending(weekdays.map((weekday) => monday + weekday))
  }
  const { year, month, day } = civilFromDay(startDay)
  const firstDay = dayFromCivil(year, month + step * interval, 1)
  const nextMonth = dayFromCivil(year, month + step * interval + 1, 1)
  if (days.length === 0) return firstDay + day - 1 < nextMonth ? [firstDay + day - 1] : []
  return ascending(days.map(({ weekday, ordinal }) => dayInMonth(firstDay, nextMonth, weekday, ordinal ?? 1)))
}

function dayInMonth(firstDay: number, nextMonth: number, weekday: number, ordinal: number): number {
  if (ordinal === -1) return nextMonth - 1 - floorMod(weekdayOf(nextMonth - 1) - weekday, DAYS_PER_WEEK)
  return firstDay + floorMod(weekday - weekdayOf(firstDay), DAYS_PER_WEEK) + (ordinal - 1) * DAYS_PER_WEEK
}

function ascending(days: readonly number[]): number[] {
  return [...new Set(days)].sort((a, b) => a - b)
}

function weekdayOf(day: number): number {
  return day - mondayOf(day)
}

function utcMinute(wall: number, offsetAt: ZoneOffset): UtcMinute {
  const before = offsetAt(wall - MINUTES_PER_DAY)
  if (offsetAt(wall - before) === before) return wall - before
  const after = offsetAt(wall + MINUTES_PER_DAY)
  return offsetAt(wall - after) === after ? wall - after : wall - before
}

/** The clock on the wall at an instant. */
export function wallTime(minute: UtcMinute, offsetAt: ZoneOffset): WallTime {
  const wall = minute + offsetAt(minute)
  return { day: Math.floor(wall / MINUTES_PER_DAY), minuteOfDay: floorMod(wall, MINUTES_PER_DAY) }
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const ordinalNames = ['first', 'second', 'third', 'fourth'] as const
const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month' } as const

/** "every 2 weeks on Monday and Thursday, 12 times". */
export function describeRecurrence({ frequency, interval, days, count, until }: Recurrence): string {
  const every = interval === 1 ? `every ${units[frequency]}` : `every ${interval} ${units[frequency]}s`
  const on = days.length === 0 ? '' : ` on ${joined(days.map(dayName))}`
  const times = count === null ? '' : count === 1 ? ', once' : `, ${count} times`
  return `${every}${on}${times}${until === null ? '' : `, until ${untilName(until)}`}`
}

function dayName({ weekday, ordinal }: RuleDay): string {
  const name = weekdayNames[weekday] ?? ''
  if (ordinal === null) return name
  return `the ${ordinal === -1 ? 'last' : ordinalNames[ordinal - 1]} ${name}`
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function untilName(until: NonNullable<Recurrence['until']>): string {
  const dayNumber = 'day' in until ? until.day : Math.floor(until.minute / MINUTES_PER_DAY)
  const { year, month, day } = civilFromDay(dayNumber)
  return `${year}-${padded(month, 2)}-${padded(day, 2)}`
}
