import { civilFromDay, dayFromCivil, floorMod, padded } from './civil-date.ts'

/** Whole hours since 1970-01-01T00:00Z. An hour bucket is named by its start; the domain knows a finer time in fine-buckets.ts alone. */
export type Hour = number

export const HOURS_PER_DAY = 24
export const HOURS_PER_WEEK = 168

/** Hour 0 fell on a Thursday. */
const HOURS_FROM_MONDAY_TO_EPOCH = 3 * HOURS_PER_DAY

/** RFC 3339, section 5.6; the second 60 is a leap second. */
const rfc3339 =
  /^(\d{4})-(\d{2})-(\d{2})t([01]\d|2[0-3]):([0-5]\d):(?:[0-5]\d|60)(?:\.\d+)?(?:z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i

/** 0 is Monday 00:00 UTC, 167 is Sunday 23:00. */
export function hourOfWeek(hour: Hour): number {
  return floorMod(hour + HOURS_FROM_MONDAY_TO_EPOCH, HOURS_PER_WEEK)
}

/** The UTC day an hour lies in, in days since 1970-01-01. */
export function dayOfHour(hour: Hour): number {
  return Math.floor(hour / HOURS_PER_DAY)
}

/** RFC 3339 in UTC, as stored and sent: 2026-11-18T03:00:00Z. */
export function isoFromHour(hour: Hour): string {
  const { year, month, day } = civilFromDay(dayOfHour(hour))
  const hourOfDay = floorMod(hour, HOURS_PER_DAY)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}T${padded(hourOfDay, 2)}:00:00Z`
}

/** The hour an RFC 3339 instant lies in (floor), or null where the text is none. */
export function hourFromIso(iso: string): Hour | null {
  const parts = rfc3339.exec(iso)
  if (!parts) return null
  const month = Number(parts[2])
  const day = Number(parts[3])
  const dayNumber = dayFromCivil(Number(parts[1]), month, day)
  const civil = civilFromDay(dayNumber)
  // 31 February runs on into March; only a date that comes back unchanged exists.
  if (civil.month !== month || civil.day !== day) return null

  const offsetSign = parts[6] === '-' ? -1 : 1
  const offsetMinutes = offsetSign * (Number(parts[7] ?? 0) * 60 + Number(parts[8] ?? 0))
  const minutes = Number(parts[4]) * 60 + Number(parts[5]) - offsetMinutes
  return dayNumber * HOURS_PER_DAY + Math.floor(minutes / 60)
}
