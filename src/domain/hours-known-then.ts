import { cell, firstRowAt, type Buckets } from './buckets.ts'
import type { Hour } from './hours.ts'

/** Hours of [fromHour, toHour) came, or were counted anew, when data had been told without them. */
export type Restatement = Readonly<{
  fromHour: Hour
  toHour: Hour
  /** What had been told of the hour, which is a single one then; null where nothing had been told of any. */
  before: Readonly<{ good: number; total: number }> | null
  /** RFC 3339. */
  at: string
}>

/** The hours without what came later; `later` as it came, oldest first: what an hour was before the first change, it was then. */
export function hoursKnownThen(buckets: Buckets, later: readonly Restatement[]): Buckets {
  if (later.length === 0) return buckets
  const before = new Map<number, Restatement['before']>()
  for (const restatement of later) {
    const { fromHour, toHour } = restatement
    for (let row = firstRowAt(buckets, fromHour); row < buckets.hour.length; row += 1) {
      if (cell(buckets.hour, row) >= toHour) break
      if (!before.has(row)) before.set(row, restatement.before)
    }
  }
  return before.size === 0 ? buckets : withRows(buckets, before)
}

function withRows(
  { hour, good, total }: Buckets,
  before: ReadonlyMap<number, Restatement['before']>,
): Buckets {
  const rows = Array.from(hour, (_, row) => row).filter((row) => before.get(row) !== null)
  return {
    hour: rows.map((row) => cell(hour, row)),
    good: rows.map((row) => before.get(row)?.good ?? cell(good, row)),
    total: rows.map((row) => before.get(row)?.total ?? cell(total, row)),
  }
}
