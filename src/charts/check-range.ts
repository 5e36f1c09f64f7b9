import { zoneClock } from './zone-clock.ts'
import { hourFromIso, isoFromHour } from '../domain/hours.ts'
import { formatTime } from '../ui/time-format.ts'

type Range = Readonly<{ from: string; to: string }>

/** Either the range, or why it is none. */
type CheckedRange = Readonly<{ range: Range; error: null } | { range: null; error: string }>

const FEWEST_HOURS = 2

/** What a datetime field holds is a wall time of the zone that the screen is set to. */
export function checkRange(fields: Range, timeZone: string, dataFrom: string | null): CheckedRange {
  const from = hourFromInput(fields.from, timeZone)
  const to = hourFromInput(fields.to, timeZone)
  if (from === null) return refused('From needs a date and a time.')
  if (to === null) return refused('To needs a date and a time.')
  if (to <= from) return refused('To must be later than From.')
  if (to - from < FEWEST_HOURS) return refused('A range needs at least two hours.')
  const firstHour = dataFrom === null ? null : hourFromIso(dataFrom)
  if (dataFrom !== null && firstHour !== null && to <= firstHour) {
    return refused(`Nothing is held from before ${formatTime(Date.parse(dataFrom), 'full', timeZone)}.`)
  }
  return { range: { from: isoFromHour(from), to: isoFromHour(to) }, error: null }
}

/** 2026-11-18T03:00 in the zone. */
export function inputFromInstant(instant: string, timeZone: string): string {
  const wallHour = zoneClock(timeZone).wallTimeOfHour(hourFromIso(instant) ?? 0)
  return isoFromHour(Math.floor(wallHour)).slice(0, 16)
}

/** The hour in which a wall time of the zone lies; null where it is none. */
export function hourFromInput(input: string, timeZone: string): number | null {
  const wallHour = hourFromIso(`${input.slice(0, 16)}:00Z`)
  return wallHour === null ? null : Math.floor(zoneClock(timeZone).hourOfWallTime(wallHour))
}

function refused(error: string): CheckedRange {
  return { range: null, error }
}
