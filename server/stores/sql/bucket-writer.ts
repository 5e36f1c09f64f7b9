import { checkBucketRow, type BucketRefusal } from '../../../src/domain/bucket-check.ts'
import { cell, type BucketRow, type Buckets } from '../../../src/domain/buckets.ts'
import { HOURS_PER_DAY, HOURS_PER_WEEK, type Hour } from '../../../src/domain/hours.ts'
import { ensurePartitions } from './bucket-partitions.ts'
import { noteExtent, seenBefore } from './data-extent-rows.ts'
import { noteBefore } from './restatement-rows.ts'
import { readState } from './snapshot.ts'
import { intArray, onlyRow, type Sql } from './sql.ts'

export type SeriesBuckets = Readonly<{ seriesId: number; buckets: Buckets }>

type RefusedBucket = BucketRefusal & Readonly<{ seriesId: number; hour: Hour }>

/** Some buckets cannot be true; whoever sends them row by row asks `checkBucketRow` before. */
export class BucketsRefusedError extends Error {
  override name = 'BucketsRefusedError'
  readonly refused: readonly RefusedBucket[]

  constructor(refused: readonly RefusedBucket[]) {
    const told = refused
      .slice(0, MOST_TOLD)
      .map(({ seriesId, hour, detail }) => `series ${seriesId}, hour ${hour}: ${detail}`)
    const rest = refused.length > MOST_TOLD ? `; and ${refused.length - MOST_TOLD} more` : ''
    super(`Nothing was stored. ${told.join('; ')}${rest}`)
    this.refused = refused
  }
}

const MOST_TOLD = 5
const HOUR_MS = 3_600_000

/** Enough to spread the cost of a statement, little enough to stay small in memory. */
const ROWS_AT_ONCE = 20_000

/**
 * Inserts the hours or replaces what was held for them; all or none are kept. Writing the same again changes nothing, not
 * even the revision. A series given twice counts as it comes last. `nowHour` is the first hour that is not complete by the
 * caller's clock; it and later ones are refused. `at` (milliseconds since 1970) is when hours that come late came.
 */
export async function upsertBuckets(
  sql: Sql,
  written: readonly SeriesBuckets[],
  nowHour: Hour,
  at: number = nowHour * HOUR_MS,
): Promise<void> {
  const filled = written.filter(({ buckets }) => buckets.hour.length > 0)
  if (filled.length === 0) return
  refuseRows(
    filled.flatMap(({ seriesId, buckets }) =>
      rowsOf(buckets).map((row) => ({ seriesId, hour: row.hour, refusal: checkBucketRow(row, nowHour) })),
    ),
  )
  await ensurePartitions(
    sql,
    filled.map(({ buckets }) => buckets.hour),
  )
  await sql.transaction(async (transaction) => {
    // Writers come one after the other: what is past must not change between looking and writing.
    await transaction.script('select from store_state for update')
    await sentWhole(transaction, filled)
    await writeHours(transaction, filled, at)
  })
}

/** Their parts, if there are any, add nothing to these hours from now on. */
async function sentWhole(sql: Sql, written: readonly SeriesBuckets[]): Promise<void> {
  for (const { series, hour } of chunksOf(written)) {
    await sql.query(
      `delete from rolled_up_hour made using unnest($1::int[], $2::int[]) as sent (series_id, hour)
      where made.series_id = sent.series_id and made.hour = sent.hour`,
      [intArray(series), intArray(hour)],
    )
  }
}

/** Inside a transaction that holds the store's state, into months that have their tables. */
export async function writeHours(sql: Sql, written: readonly SeriesBuckets[], at: number): Promise<void> {
  const filled = written.filter(({ buckets }) => buckets.hour.length > 0)
  if (filled.length === 0) return
  const span = spanOf(filled)
  const { fromHour, upToHour, change } = await readState(sql)
  const seenUpTo = await seenBefore(sql, span.fromHour, upToHour, at)
  let changes = 0
  let pastChanges = 0
  let newBeginnings = 0
  for (const chunk of chunksOf(filled)) {
    if (seenUpTo !== null) await noteBefore(sql, chunk, { seenUpTo, change: change + 1, at })
    const { changed, changedPast } = await writeChunk(sql, chunk, { upToHour, change: change + 1, at })
    changes += changed
    pastChanges += changedPast
    newBeginnings += await extendSeries(sql, chunk)
  }
  await sql.query(
    `update store_state set
      change = change + $1::int,
      revision = revision + $2::int,
      catalog_revision = catalog_revision + $3::int,
      from_hour = least(from_hour, $4::int),
      up_to_hour = greatest(up_to_hour, $5::int)`,
    [Math.sign(changes), Math.sign(pastChanges), Math.sign(newBeginnings), span.fromHour, span.toHour],
  )
  if (upToHour === null || span.toHour > upToHour || span.fromHour < (fromHour ?? span.fromHour))
    await noteExtent(sql, { fromHour, upToHour }, Math.max(upToHour ?? span.toHour, span.toHour), at)
}

type CheckedRow = Readonly<{ seriesId: number; hour: Hour; refusal: BucketRefusal | null }>

export function refuseRows(checked: readonly CheckedRow[]): void {
  const refused = checked.flatMap(({ seriesId, hour, refusal }) =>
    refusal === null ? [] : [{ ...refusal, seriesId, hour }],
  )
  if (refused.length > 0) throw new BucketsRefusedError(refused)
}

function rowsOf({ hour, good, total }: Buckets): readonly BucketRow[] {
  return Array.from(hour, (value, row) => ({ hour: value, good: cell(good, row), total: cell(total, row) }))
}

function spanOf(written: readonly SeriesBuckets[]): Readonly<{ fromHour: Hour; toHour: Hour }> {
  let fromHour = Number.POSITIVE_INFINITY
  let toHour = Number.NEGATIVE_INFINITY
  for (const { buckets } of written) {
    fromHour = Math.min(fromHour, cell(buckets.hour, 0))
    toHour = Math.max(toHour, cell(buckets.hour, buckets.hour.length - 1) + 1)
  }
  return { fromHour, toHour }
}

export type Chunk = Readonly<{ series: number[]; hour: number[]; good: number[]; total: number[] }>

const newChunk = (): Chunk => ({ series: [], hour: [], good: [], total: [] })

/** One statement may not write the same row twice, so a series that comes again begins a new chunk. */
function* chunksOf(written: readonly SeriesBuckets[]): Generator<Chunk> {
  let chunk = newChunk()
  let inChunk = new Set<number>()
  for (const { seriesId, buckets } of written) {
    if (inChunk.has(seriesId)) {
      yield chunk
      chunk = newChunk()
      inChunk = new Set()
    }
    inChunk.add(seriesId)
    for (let row = 0; row < buckets.hour.length; row += 1) {
      chunk.series.push(seriesId)
      chunk.hour.push(cell(buckets.hour, row))
      chunk.good.push(cell(buckets.good, row))
      chunk.total.push(cell(buckets.total, row))
      if (chunk.series.length === ROWS_AT_ONCE) {
        yield chunk
        chunk = newChunk()
      }
    }
  }
  if (chunk.series.length > 0) yield chunk
}

type Written = Readonly<{ changed: number; changedPast: number }>

type Writing = Readonly<{ upToHour: Hour | null; change: number; at: number }>

/**
 * Writes the hours and marks their weeks as changed, and their days as late where the series goes on beyond them; tells how
 * many have other figures now, and how many of the past.
 */
async function writeChunk(sql: Sql, chunk: Chunk, { upToHour, change, at }: Writing): Promise<Written> {
  return onlyRow(
    sql.query<Written>(
      `with written as (
        insert into bucket as held (series_id, hour, good, total)
        select * from unnest($1::int[], $2::int[], $3::bigint[], $4::bigint[])
        on conflict (series_id, hour) do update set good = excluded.good, total = excluded.total
        where held.good <> excluded.good or held.total <> excluded.total
        returning series_id, hour
      ), marked as (
        insert into bucket_change (series_id, week, change)
        select distinct series_id, hour / ${HOURS_PER_WEEK}, $6::bigint from written
        on conflict (series_id, week) do update set change = excluded.change
      ), late as (
        insert into late_change (series_id, day, held_from, held_to, at, change)
        select distinct series.id, written.hour / ${HOURS_PER_DAY}, series.began_hour, series.up_to_hour,
          $7::timestamptz, $6::bigint
        from written join series on series.id = written.series_id
        where (written.hour / ${HOURS_PER_DAY} + 1) * ${HOURS_PER_DAY} <= series.up_to_hour
        on conflict (series_id, day) do update set held_from = excluded.held_from, held_to = excluded.held_to,
          at = excluded.at, change = excluded.change
      )
      select count(*)::int as changed, count(*) filter (where hour < $5::int)::int as "changedPast" from written`,
      [
        intArray(chunk.series),
        intArray(chunk.hour),
        intArray(chunk.good),
        intArray(chunk.total),
        upToHour,
        change,
        new Date(at).toISOString(),
      ],
    ),
  )
}

/** The life of a series is as long as its hours; how many of them begin earlier than was known. */
async function extendSeries(sql: Sql, { series, hour }: Chunk): Promise<number> {
  const spans = new Map<number, { fromHour: Hour; toHour: Hour }>()
  for (const [row, id] of series.entries()) {
    const at = cell(hour, row)
    const span = spans.get(id) ?? { fromHour: at, toHour: at + 1 }
    spans.set(id, { fromHour: Math.min(span.fromHour, at), toHour: Math.max(span.toHour, at + 1) })
  }
  const columns = [...spans.values()]
  const { moved } = await onlyRow(
    sql.query<{ moved: number }>(
      `with told as (
        select * from unnest($1::int[], $2::int[], $3::int[]) as one (series_id, from_hour, to_hour)
      ), extended as (
        update series set began_hour = least(began_hour, from_hour), up_to_hour = greatest(up_to_hour, to_hour)
        from told where series.id = series_id and
          (began_hour is null or began_hour > from_hour or up_to_hour is null or up_to_hour < to_hour)
      )
      select count(*)::int as moved from told join series on series.id = series_id
      where began_hour is null or began_hour > from_hour`,
      [
        intArray([...spans.keys()]),
        intArray(columns.map(({ fromHour }) => fromHour)),
        intArray(columns.map(({ toHour }) => toHour)),
      ],
    ),
  )
  return moved
}
