import type { Hour } from './hours.ts'

/**
 * Hourly counts of one series as parallel columns, hours ascending and without repeats.
 * A missing hour has no row: it is not an hour without traffic. 0 <= good <= total, whole numbers.
 */
export type Buckets = Readonly<{
  hour: ArrayLike<Hour>
  good: ArrayLike<number>
  total: ArrayLike<number>
}>

export type BucketRow = Readonly<{ hour: Hour; good: number; total: number }>

/** Puts rows that came late, repeated or in any order into columns; of a repeated hour the last row counts. */
export function bucketsFromRows(rows: readonly BucketRow[]): Buckets {
  const lastOfHour = new Map<Hour, BucketRow>()
  for (const row of rows) lastOfHour.set(row.hour, row)
  const sorted = [...lastOfHour.values()].sort((a, b) => a.hour - b.hour)
  return {
    hour: Float64Array.from(sorted, (row) => row.hour),
    good: Float64Array.from(sorted, (row) => row.good),
    total: Float64Array.from(sorted, (row) => row.total),
  }
}

/** The rows with fromHour <= hour < toHour, without copying more than the slice. */
export function bucketsBetween(buckets: Buckets, fromHour: Hour, toHour: Hour): Buckets {
  const from = firstRowAt(buckets, fromHour)
  const to = firstRowAt(buckets, Math.max(fromHour, toHour))
  if (from === 0 && to === buckets.hour.length) return buckets
  return {
    hour: columnSlice(buckets.hour, from, to),
    good: columnSlice(buckets.good, from, to),
    total: columnSlice(buckets.total, from, to),
  }
}

/** The index of the first row at or after the hour; the number of rows where all lie before it. */
export function firstRowAt(buckets: Buckets, hour: Hour): number {
  let low = 0
  let high = buckets.hour.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (cell(buckets.hour, middle) < hour) low = middle + 1
    else high = middle
  }
  return low
}

/** The value of a row that is known to exist: `noUncheckedIndexedAccess` cannot see a loop's bounds. */
export function cell(column: ArrayLike<number>, row: number): number {
  return column[row] ?? 0
}

function columnSlice(column: ArrayLike<number>, from: number, to: number): ArrayLike<number> {
  if (column instanceof Float64Array || column instanceof Int32Array) return column.subarray(from, to)
  if (isArray(column)) return column.slice(from, to)
  return Array.from({ length: to - from }, (_, offset) => cell(column, from + offset))
}

/** Unlike Array.isArray it keeps the type of what is inside. */
function isArray(column: ArrayLike<number>): column is readonly number[] {
  return Array.isArray(column)
}
