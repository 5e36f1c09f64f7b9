import { cell, firstRowAt, type Buckets } from './buckets.ts'
import type { Hour } from './hours.ts'

/** Whole minutes since 1970-01-01T00:00Z. */
export type Minute = number

/**
 * Counts finer than an hour, as parallel columns, minutes ascending. Each lies in one hour; a minute without a row had no
 * event, or its hour has no fine rows at all.
 */
export type FineBuckets = Readonly<{
  /** Where it begins. */
  minute: ArrayLike<Minute>
  /** In minutes; divides an hour. */
  width: ArrayLike<number>
  good: ArrayLike<number>
  total: ArrayLike<number>
}>

export type FineRow = Readonly<{ minute: Minute; width: number; good: number; total: number }>

/** The rows of each hour that is as many events as its parts. */
export type FineHours = ReadonlyMap<Hour, readonly FineRow[]>

const MINUTES = 60

/**
 * An hour that was sent whole counts as it was sent: its parts are believed only where they add up to it. Of the hour at
 * `nowHour`, which is not over, there are parts alone.
 */
export function agreeingHours(fine: FineBuckets, buckets: Buckets, nowHour: Hour): FineHours {
  const rows = Array.from({ length: fine.minute.length }, (_, row) => ({
    minute: cell(fine.minute, row),
    width: cell(fine.width, row),
    good: cell(fine.good, row),
    total: cell(fine.total, row),
  }))
  const hours = Map.groupBy(rows, ({ minute }) => Math.floor(minute / MINUTES))
  for (const [hour, parts] of hours) {
    if (hour > nowHour || (hour < nowHour && !addUp(parts, buckets, hour))) hours.delete(hour)
  }
  return hours
}

/** Where the finest counts end: inside the hour that is not over, or where the last whole one does. Null without any there. */
export function fineEnd(hours: FineHours, nowHour: Hour): Minute | null {
  const running = hours.get(nowHour)?.at(-1)
  if (running !== undefined) return running.minute + running.width
  return hours.has(nowHour - 1) ? nowHour * MINUTES : null
}

function addUp(parts: readonly FineRow[], buckets: Buckets, hour: Hour): boolean {
  const row = firstRowAt(buckets, hour)
  if (row >= buckets.hour.length || cell(buckets.hour, row) !== hour) return false
  const good = parts.reduce((sum, part) => sum + part.good, 0)
  const total = parts.reduce((sum, part) => sum + part.total, 0)
  return good === cell(buckets.good, row) && total === cell(buckets.total, row)
}
