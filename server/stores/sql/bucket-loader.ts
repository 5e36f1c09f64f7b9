import type { Buckets } from '../../../src/domain/buckets.ts'
import type { Period } from '../../../src/domain/period.ts'
import { binaryRows } from './binary-rows.ts'
import { ensurePartitions, nameOf } from './bucket-partitions.ts'
import type { SeriesBuckets } from './bucket-writer.ts'
import { intArray, type Sql } from './sql.ts'

/**
 * For the first fill of a database, inside one transaction: the key is built when all rows are there, which takes half the
 * time of keeping it up row by row.
 */
export async function withKeyBuiltLast(sql: Sql, fill: () => Promise<void>): Promise<void> {
  await sql.script('alter table bucket drop constraint bucket_pkey')
  await fill()
  await sql.script('alter table bucket add primary key (series_id, hour)')
}

/** Of a calendar month of which nothing is held yet: going from table to table takes longer than the rows do. */
export async function loadMonth(sql: Sql, month: Period, held: readonly SeriesBuckets[]): Promise<void> {
  if (held.every(({ buckets }) => buckets.hour.length === 0)) return
  await ensurePartitions(sql, [[month.startHour]])
  await sql.copyIn(`${nameOf(month)} (series_id, hour, good, total)`, binaryRows(held))
}

/** Hours of which nothing is held yet. */
export async function loadBuckets(sql: Sql, seriesId: number, { hour, good, total }: Buckets): Promise<void> {
  if (hour.length === 0) return
  await ensurePartitions(sql, [hour])
  await sql.query(
    `insert into bucket (series_id, hour, good, total)
    select $1::int, * from unnest($2::int[], $3::bigint[], $4::bigint[])`,
    [seriesId, intArray(hour), intArray(good), intArray(total)],
  )
}
