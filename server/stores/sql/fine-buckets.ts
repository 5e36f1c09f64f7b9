import { cell } from '../../../src/domain/buckets.ts'
import type { FineBuckets as HeldFineBuckets } from '../../../src/domain/fine-buckets.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import { ensurePartitions } from './bucket-partitions.ts'
import { refuseRows, writeHours } from './bucket-writer.ts'
import {
  checkFineRow,
  keptFromMinute,
  type FineRow,
  type FineSpan,
  type FineWidth,
  type Minute,
} from './fine-bucket-check.ts'
import { dropDaysBefore, ensureDays } from './fine-bucket-partitions.ts'
import { intArray, numbersFromText, onlyRow, type Sql } from './sql.ts'

/*
 * Counts finer than an hour, kept for some days, and what becomes of them. What an hour counts is decided here and nowhere
 * else: an hour that was sent whole counts as it was last sent, whatever its parts add up to, because who sends whole hours
 * has counted all of it. An hour that nobody sent whole is the sum of its parts as they are now, from when it is over. So
 * nothing is ever counted twice, in whatever order it comes.
 */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

type FineBuckets = Readonly<{
  minute: ArrayLike<Minute>
  good: ArrayLike<number>
  total: ArrayLike<number>
}>
export type SeriesFineBuckets = Readonly<{ seriesId: number; width: FineWidth; buckets: FineBuckets }>

/** Inserts or replaces, all or nothing; hours that are over are added up anew in the same transaction. */
export async function upsertFineBuckets(
  sql: Sql,
  written: readonly SeriesFineBuckets[],
  span: FineSpan,
): Promise<void> {
  const filled = written.filter(({ buckets }) => buckets.minute.length > 0)
  if (filled.length === 0) return
  refuseRows(
    filled.flatMap(({ seriesId, width, buckets }) =>
      rowsOf(buckets).map((row) => ({
        seriesId,
        hour: hourOf(row.minute),
        refusal: checkFineRow(row, width, span),
      })),
    ),
  )
  await ensureDays(
    sql,
    filled.map(({ buckets }) => buckets.minute),
  )
  const hours = filled.map(({ buckets }) => Array.from(buckets.minute, hourOf))
  await ensurePartitions(sql, hours)
  await sql.transaction(async (transaction) => {
    await transaction.script('select from store_state for update')
    for (const series of filled) await writeFine(transaction, series)
    await rollUp(transaction, {
      fromHour: Math.min(...hours.map((column) => Math.min(...column))),
      toHour: hourOf(span.nowMinute),
      seriesIds: filled.map(({ seriesId }) => seriesId),
      at: span.nowMinute * MINUTE_MS,
    })
  })
}

/** Adds up the hours that ended since it was last done, of every series. */
export async function rollUpFineBuckets(sql: Sql, nowHour: Hour): Promise<void> {
  const { rolledUpTo } = await rolledUp(sql)
  if (rolledUpTo !== null && rolledUpTo >= nowHour) return
  await sql.transaction(async (transaction) => {
    await transaction.script('select from store_state for update')
    const { firstHour } = await rolledUp(transaction)
    if (firstHour !== null)
      await rollUp(transaction, {
        fromHour: rolledUpTo ?? firstHour,
        toHour: nowHour,
        seriesIds: null,
        at: nowHour * HOUR_MS,
      })
    await transaction.query('update store_state set fine_rolled_up_to = $1::int', [nowHour])
  })
}

/** Lets go of fine buckets older than what is kept; their hours stay. How many days those were. */
export async function pruneFineBuckets(sql: Sql, span: FineSpan): Promise<number> {
  await rollUpFineBuckets(sql, hourOf(span.nowMinute))
  return dropDaysBefore(sql, keptFromMinute(span))
}

/** [fromMinute, toMinute) of one series. */
export async function readFineBuckets(
  sql: Sql,
  seriesId: number,
  fromMinute: Minute,
  toMinute: Minute,
): Promise<HeldFineBuckets> {
  const { minute, width, good, total } = await onlyRow(
    sql.query<{ minute: string | null; width: string; good: string; total: string }>(
      `select string_agg(minute::text, ',' order by minute) as minute,
        string_agg(width::text, ',' order by minute) as width,
        string_agg(good::text, ',' order by minute) as good,
        string_agg(total::text, ',' order by minute) as total
      from fine_bucket where series_id = $1 and minute >= $2 and minute < $3`,
      [seriesId, fromMinute, toMinute],
    ),
  )
  if (minute === null) return { minute: [], width: [], good: [], total: [] }
  return {
    minute: numbersFromText(minute),
    width: numbersFromText(width),
    good: numbersFromText(good),
    total: numbersFromText(total),
  }
}

/** Two widths in one hour would overlap: what is held of the hour in the other one gives way. */
async function writeFine(sql: Sql, { seriesId, width, buckets }: SeriesFineBuckets): Promise<void> {
  const rows = lastOfMinute(buckets)
  const columns = [
    rows.map(({ minute }) => minute),
    rows.map(({ good }) => good),
    rows.map(({ total }) => total),
  ]
  await sql.query(
    `delete from fine_bucket where series_id = $1 and width <> $2
      and minute / 60 = any(select distinct minute / 60 from unnest($3::int[]) as minute)`,
    [seriesId, width, intArray(columns[0] ?? [])],
  )
  await sql.query(
    `insert into fine_bucket (series_id, minute, width, good, total)
    select $1::int, minute, $2::smallint, good, total
    from unnest($3::int[], $4::bigint[], $5::bigint[]) as sent (minute, good, total)
    on conflict (series_id, minute) do update set width = excluded.width, good = excluded.good, total = excluded.total`,
    [seriesId, width, ...columns.map(intArray)],
  )
}

type RolledSpan = Readonly<{ fromHour: Hour; toHour: Hour; seriesIds: readonly number[] | null; at: number }>
type SummedHours = Readonly<{ seriesId: number; hour: string; good: string; total: string }>

async function rollUp(sql: Sql, { fromHour, toHour, seriesIds, at }: RolledSpan): Promise<void> {
  const sums = await sql.query<SummedHours>(
    `with summed as (
      select series_id, minute / 60 as hour, sum(good) as good, sum(total) as total
      from fine_bucket
      where minute >= $1::int * 60 and minute < $2::int * 60 and ($3::int[] is null or series_id = any($3::int[]))
      group by series_id, minute / 60
    ), due as (
      select summed.* from summed
      where not exists (select from bucket where bucket.series_id = summed.series_id and bucket.hour = summed.hour)
        or exists (select from rolled_up_hour made where made.series_id = summed.series_id and made.hour = summed.hour)
    ), marked as (
      insert into rolled_up_hour (series_id, hour) select series_id, hour from due on conflict do nothing
    )
    select series_id as "seriesId", string_agg(hour::text, ',' order by hour) as hour,
      string_agg(good::text, ',' order by hour) as good, string_agg(total::text, ',' order by hour) as total
    from due group by series_id order by series_id`,
    [fromHour, toHour, seriesIds === null ? null : intArray(seriesIds)],
  )
  const written = sums.map(({ seriesId, hour, good, total }) => ({
    seriesId,
    buckets: { hour: numbersFromText(hour), good: numbersFromText(good), total: numbersFromText(total) },
  }))
  await writeHours(sql, written, at)
}

/** Up to where it was done; the first hour of which there are parts. */
async function rolledUp(sql: Sql): Promise<Readonly<{ rolledUpTo: Hour | null; firstHour: Hour | null }>> {
  return onlyRow(
    sql.query(
      `select fine_rolled_up_to as "rolledUpTo", (select min(minute) / 60 from fine_bucket) as "firstHour"
      from store_state`,
    ),
  )
}

function rowsOf({ minute, good, total }: FineBuckets): readonly FineRow[] {
  return Array.from(minute, (value, row) => ({
    minute: value,
    good: cell(good, row),
    total: cell(total, row),
  }))
}

function lastOfMinute(buckets: FineBuckets): readonly FineRow[] {
  return [...new Map(rowsOf(buckets).map((row) => [row.minute, row])).values()]
}

function hourOf(minute: Minute): Hour {
  return Math.floor(minute / 60)
}
