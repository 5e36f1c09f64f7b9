/** Whole hours since 1970-01-01T00:00Z. An hour bucket is named by its start; the domain knows no finer time. */
export type Hour = number

export const HOURS_PER_DAY = 24
export const HOURS_PER_WEEK = 168

/** 0 is Monday 00:00 UTC, 167 is Sunday 23:00. */
export function hourOfWeek(_hour: Hour): number {
  throw new Error('not written yet')
}

/** RFC 3339 in UTC, as stored and sent: 2026-11-18T03:00:00Z. */
export function isoFromHour(_hour: Hour): string {
  throw new Error('not written yet')
}

/** The hour an RFC 3339 instant lies in (floor), or null where the text is none. */
export function hourFromIso(_iso: string): Hour | null {
  throw new Error('not written yet')
}
