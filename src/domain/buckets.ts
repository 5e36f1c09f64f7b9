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
export function bucketsFromRows(_rows: readonly BucketRow[]): Buckets {
  throw new Error('not written yet')
}

/** The rows with fromHour <= hour < toHour, without copying more than the slice. */
export function bucketsBetween(_buckets: Buckets, _fromHour: Hour, _toHour: Hour): Buckets {
  throw new Error('not written yet')
}
