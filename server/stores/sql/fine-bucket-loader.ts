import type { FineLine, RolledUpLine } from './backup-format.ts'
import { ensureDays } from './fine-bucket-partitions.ts'
import { intArray, numbersFromText, type Sql } from './sql.ts'

/** Fine buckets of which nothing is held yet. */
export async function loadFineBuckets(sql: Sql, { fine, width, ...columns }: FineLine): Promise<void> {
  const minute = numbersFromText(columns.minute)
  await ensureDays(sql, [minute])
  await sql.query(
    `insert into fine_bucket (series_id, minute, width, good, total)
    select $1::int, minute, $2::smallint, good, total
    from unnest($3::int[], $4::bigint[], $5::bigint[]) as held (minute, good, total)`,
    [fine, width, intArray(minute), `{${columns.good}}`, `{${columns.total}}`],
  )
}

/** Marks hours as the sum of their fine buckets. */
export async function loadRolledUpHours(sql: Sql, { rolledUp, hour }: RolledUpLine): Promise<void> {
  const hours = numbersFromText(hour)
  await ensureDays(sql, [hours.map((value) => value * 60)])
  await sql.query('insert into rolled_up_hour (series_id, hour) select $1::int, unnest($2::int[])', [
    rolledUp,
    intArray(hours),
  ])
}
