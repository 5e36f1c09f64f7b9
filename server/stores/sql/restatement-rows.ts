import { cell } from '../../../src/domain/buckets.ts'
import type { Restatement } from '../../../src/domain/hours-known-then.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import type { BucketStore, SeriesRestatement } from '../../ports.ts'
import type { Chunk } from './bucket-writer.ts'
import { instant } from './instant-text.ts'
import { keepLateChanges } from './late-change-rows.ts'
import { intArray, numbersFromText, type Sql } from './sql.ts'

type Restated = Omit<SeriesRestatement, 'sloId' | 'deployment'> & Readonly<{ seriesId: number }>
type Count = NonNullable<Restatement['before']>
type Held = Readonly<{ beganHour: Hour | null; counts: ReadonlyMap<Hour, Count> }>

/** What these hours have said until now, where they lie before `seenUpTo` and will say something else. */
export async function noteBefore(
  sql: Sql,
  chunk: Chunk,
  { seenUpTo, change, at }: Readonly<{ seenUpTo: Hour; change: number; at: number }>,
): Promise<void> {
  const rows = chunk.hour
    .map((hour, row) => ({ hour, row, seriesId: cell(chunk.series, row) }))
    .filter(({ hour }) => hour < seenUpTo)
  if (rows.length === 0) return
  const bySeries = Map.groupBy(rows, ({ seriesId }) => seriesId)
  const held = await readHeld(
    sql,
    new Map([...bySeries].map(([id, own]) => [id, own.map(({ hour }) => hour)])),
  )
  const noted: Restated[] = []
  for (const [seriesId, own] of bySeries) {
    const { beganHour = null, counts } = held.get(seriesId) ?? { counts: new Map<Hour, Count>() }
    for (const { hour, row } of own) {
      const before = counts.get(hour) ?? null
      if (before?.good === cell(chunk.good, row) && before.total === cell(chunk.total, row)) continue
      const last = noted.at(-1)
      const goesOn = before === null && last?.seriesId === seriesId && last.before === null
      if (goesOn && last.toHour === hour) noted[noted.length - 1] = { ...last, toHour: hour + 1 }
      else
        noted.push({
          seriesId,
          fromHour: hour,
          toHour: hour + 1,
          before,
          beganHour,
          at: new Date(at).toISOString(),
        })
    }
  }
  await insertRestatements(sql, noted)
  await keepLateChanges(sql, noted, change)
}

async function readHeld(
  sql: Sql,
  hours: ReadonlyMap<number, readonly Hour[]>,
): Promise<ReadonlyMap<number, Held>> {
  const rows = await sql.query<{
    seriesId: number
    beganHour: Hour | null
    hour: string | null
    good: string
    total: string
  }>(
    // Offset: each span is read by the key, however many there are.
    `select series.id as "seriesId", series.began_hour as "beganHour", held.*
    from unnest($1::int[], $2::int[], $3::int[]) as span (series_id, from_hour, to_hour)
    join series on series.id = span.series_id
    cross join lateral (
      select string_agg(hour::text, ',' order by hour) as hour, string_agg(good::text, ',' order by hour) as good,
        string_agg(total::text, ',' order by hour) as total
      from bucket where series_id = span.series_id and hour >= span.from_hour and hour <= span.to_hour
      offset 0
    ) held`,
    [
      intArray([...hours.keys()]),
      intArray([...hours.values()].map((own) => Math.min(...own))),
      intArray([...hours.values()].map((own) => Math.max(...own))),
    ],
  )
  return new Map(
    rows.map(({ seriesId, beganHour, hour, good, total }) => {
      if (hour === null) return [seriesId, { beganHour, counts: new Map() }]
      const [goods, totals] = [numbersFromText(good), numbersFromText(total)]
      const counts = Array.from(
        numbersFromText(hour),
        (one, row) => [one, { good: cell(goods, row), total: cell(totals, row) }] as const,
      )
      return [seriesId, { beganHour, counts: new Map(counts) }]
    }),
  )
}

/** Numbered in their order. */
export async function insertRestatements(sql: Sql, restated: readonly Restated[]): Promise<void> {
  if (restated.length === 0) return
  const rows = restated.map(({ seriesId, fromHour, toHour, before, beganHour, at }) => ({
    series_id: seriesId,
    from_hour: fromHour,
    to_hour: toHour,
    good: before?.good ?? null,
    total: before?.total ?? null,
    began_hour: beganHour,
    at,
  }))
  const columns = 'series_id, from_hour, to_hour, good, total, began_hour, at'
  await sql.query(
    `insert into bucket_restatement (${columns})
    select ${columns} from jsonb_populate_recordset(null::bucket_restatement, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}

type Row = Omit<SeriesRestatement, 'before'> & Readonly<{ good: number | null; total: number }>

export const readRestatements: (
  sql: Sql,
  ...asked: Parameters<NonNullable<BucketStore['restatements']>['list']>
) => Promise<readonly SeriesRestatement[]> = async (sql, { afterHour, beforeHour }) => {
  const rows = await sql.query<Row>(
    `select slo_id as "sloId", deployment, from_hour as "fromHour", to_hour as "toHour", good::float8 as good,
      total::float8 as total, restated.began_hour as "beganHour", ${instant('at')} as at
    from bucket_restatement restated join series on series.id = series_id
    where at >= to_timestamp($1::float8 * 3600) and from_hour < $2
    order by restated.id`,
    [afterHour + 1, beforeHour],
  )
  return rows.map(({ good, total, ...row }) => ({ ...row, before: good === null ? null : { good, total } }))
}
