import type { Hour } from '../../../src/domain/hours.ts'
import type { Conditions } from './conditions.ts'
import { isOnTime, seenBefore } from './data-extent-rows.ts'
import { readState } from './snapshot.ts'
import { lockUntilEnd, onlyRow, type Sql } from './sql.ts'

export const endpointColumns = [
  'requests',
  'failures',
  'latency_sum_ms',
  'latency_max_ms',
  'bounds_ms',
  'counts',
] as const

export type EndpointHourRow = Readonly<{ endpoint_id: number; hour: Hour }> &
  Readonly<Record<(typeof endpointColumns)[number], unknown>>

/** What these hours of endpoints have said until now, where they will say something else and have been told of. */
export async function noteEndpointsBefore(
  sql: Sql,
  rows: readonly EndpointHourRow[],
  at: number,
): Promise<void> {
  const oldest = rows.reduce((least, { hour }) => Math.min(least, hour), Number.POSITIVE_INFINITY)
  if (isOnTime(oldest, at)) return
  const { upToHour } = await readState(sql)
  const seenUpTo = await seenBefore(sql, oldest, upToHour, at)
  const late = seenUpTo === null ? [] : rows.filter(({ hour }) => hour < seenUpTo)
  if (late.length === 0) return
  // Two writers of one hour come one after the other: each notes what the other left.
  await lockUntilEnd(sql, 'endpoints')
  const lastOfKey = new Map(late.map((row) => [`${row.endpoint_id} ${row.hour}`, row]))
  const all = endpointColumns.join(', ')
  const of = (name: string) => endpointColumns.map((column) => `${name}.${column}`).join(', ')
  // Hours of which nothing was held are noted as the spans they make.
  await sql.query(
    `with sent as (
      select endpoint_id, hour, ${all} from jsonb_populate_recordset(null::endpoint_hour, $1::jsonb)
    ), changed as (
      select sent.endpoint_id, sent.hour, held.hour is not null as is_held, ${of('held')}
      from sent left join endpoint_hour held using (endpoint_id, hour)
      where held.hour is null or (${of('held')}) is distinct from (${of('sent')})
    )
    insert into endpoint_restatement (endpoint_id, from_hour, to_hour, ${all}, at)
    select endpoint_id, hour, hour + 1, ${all}, $2::timestamptz from changed where is_held
    union all
    select endpoint_id, min(hour), max(hour) + 1, ${endpointColumns.map(() => 'null').join(', ')}, $2::timestamptz
    from (
      select endpoint_id, hour, hour - row_number() over (partition by endpoint_id order by hour) as span
      from changed where not is_held
    ) new_hours
    group by endpoint_id, span`,
    [JSON.stringify([...lastOfKey.values()]), new Date(at).toISOString()],
  )
}

/** Hours of endpoints as a table; `knownUntil` leaves out what came after the end of that hour. */
export async function endpointHours(
  sql: Sql,
  where: Conditions,
  knownUntil: Hour | undefined,
): Promise<string> {
  if (knownUntil === undefined || !(await isAnyLater(sql, knownUntil))) return 'endpoint_hour'
  const later = `at >= to_timestamp(${where.value(String(knownUntil + 1))}::float8 * 3600)`
  const columns = endpointColumns.join(', ')
  return `(
    select endpoint_id, hour, ${columns} from endpoint_hour held
    where not exists (
      select from endpoint_restatement changed
      where changed.endpoint_id = held.endpoint_id and from_hour <= held.hour and to_hour > held.hour and ${later}
    )
    union all
    select endpoint_id, from_hour, ${columns} from (
      select distinct on (endpoint_id, from_hour) * from endpoint_restatement told
      where requests is not null and ${later} and not exists (
        select from endpoint_restatement came
        where came.endpoint_id = told.endpoint_id and came.requests is null and came.from_hour <= told.from_hour
          and came.to_hour > told.from_hour and ${later}
      )
      order by endpoint_id, from_hour, id
    ) first
  )`
}

async function isAnyLater(sql: Sql, knownUntil: Hour): Promise<boolean> {
  const { isAny } = await onlyRow(
    sql.query<{ isAny: boolean }>(
      `select exists (select from endpoint_restatement where at >= to_timestamp($1::float8 * 3600)) as "isAny"`,
      [knownUntil + 1],
    ),
  )
  return isAny
}
