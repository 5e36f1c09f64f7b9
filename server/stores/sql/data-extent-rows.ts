import type { Hour } from '../../../src/domain/hours.ts'
import type { Horizon } from '../../ports.ts'
import { instant } from './instant-text.ts'
import type { StoreState } from './snapshot.ts'
import { onlyRow, type Sql } from './sql.ts'

const HOUR_MS = 3_600_000

/** Data went on from where they stood. */
export async function noteExtent(
  sql: Sql,
  { fromHour, upToHour }: Pick<StoreState, 'fromHour' | 'upToHour'>,
  newUpToHour: Hour,
  at: number,
): Promise<void> {
  await sql.query(
    `insert into data_extent (at, from_hour, up_to_hour, new_up_to_hour)
    values ($1::timestamptz, $2::int, $3::int, $4::int)`,
    [new Date(at).toISOString(), fromHour, upToHour, newUpToHour],
  )
}

/**
 * How far data went when the clock hour of a write began: answers told hours before that, and in earlier hours. Null where
 * all that is written goes on from there, which needs no look at the database.
 */
export async function seenBefore(
  sql: Sql,
  fromHour: Hour,
  upToHour: Hour | null,
  at: number,
): Promise<Hour | null> {
  if (upToHour === null || fromHour >= upToHour || isOnTime(fromHour, at)) return null
  const [moved] = await sql.query<{ upToHour: Hour | null }>(
    `select up_to_hour as "upToHour" from data_extent where at >= to_timestamp($1::float8 * 3600)
    order by at, id limit 1`,
    [clockHourOf(at)],
  )
  return moved === undefined ? upToHour : moved.upToHour
}

/** In the hour after it ended: nobody can have been told of data without it but in that very hour. */
export function isOnTime(hour: Hour, at: number): boolean {
  return hour >= clockHourOf(at) - 1
}

function clockHourOf(at: number): Hour {
  return Math.floor(at / HOUR_MS)
}

/** As BucketStore has it. */
export async function readHorizon(sql: Sql, hour: Hour): Promise<Horizon> {
  const { reachedHour } = await onlyRow(
    sql.query<{ reachedHour: Hour | null }>(
      `select floor(extract(epoch from min(at)) / 3600)::int as "reachedHour" from data_extent
      where new_up_to_hour >= $1 and (up_to_hour is null or up_to_hour < $1)`,
      [hour],
    ),
  )
  const knownUntil = Math.max(hour, reachedHour ?? hour)
  const [moved] = await sql.query<{ fromHour: Hour | null }>(
    `select from_hour as "fromHour" from data_extent where at >= to_timestamp($1::float8 * 3600)
    order by at, id limit 1`,
    [knownUntil + 1],
  )
  return { knownUntil, fromHour: moved?.fromHour ?? null }
}

/** Data that were there before anybody noted how far they went begin with a row that says where they stood. */
export async function readKeptFrom(sql: Sql): Promise<string | null> {
  const [first] = await sql.query<{ isWhole: boolean; at: string }>(
    `select up_to_hour is null as "isWhole", ${instant('at')} as at from data_extent order by id limit 1`,
  )
  return first === undefined || first.isWhole ? null : first.at
}

/** Filled from elsewhere with all that was told there. */
export async function noteFilled(sql: Sql, fromHour: Hour): Promise<void> {
  await noteExtent(sql, { fromHour: null, upToHour: null }, fromHour, fromHour * HOUR_MS)
}
