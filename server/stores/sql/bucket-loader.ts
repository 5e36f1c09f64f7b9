import type { Buckets } from '../../../src/domain/buckets.ts'
import { ensurePartitions } from './bucket-partitions.ts'
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
