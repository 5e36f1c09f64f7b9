import type { EndpointFigures } from '../../../src/contract/records.ts'
import type { RecordStore } from '../../ports.ts'
import { Conditions } from './conditions.ts'
import { endpointHours } from './endpoint-restatement-rows.ts'
import { intArray, onlyRow, type Sql } from './sql.ts'

type Row = Omit<EndpointFigures, 'latency'> & Readonly<{ id: number; boundsMs: readonly number[] | null }>

/** The hours of a range added up, for each endpoint that sent any. */
export async function readEndpointFigures(
  sql: Sql,
  { services, deployments, from, to, knownUntil }: Parameters<RecordStore['endpointFigures']>[0],
  { after, limit }: Parameters<RecordStore['endpointFigures']>[1],
) {
  const where = new Conditions()
  where.oneOf('told.service', services)
  where.oneOf('told.deployment', deployments)
  const hours = hourRange(where, from, to)
  const held = await endpointHours(sql, where, knownUntil)
  const known = `exists (select from ${held} endpoint_hour where endpoint_id = told.id and ${hours})`
  const { count } = await onlyRow(
    sql.query<{ count: number }>(
      `select count(*)::int as count from measured_endpoint told where ${where.text} and ${known}`,
      where.values,
    ),
  )
  if (after !== null) {
    const [service, path, verb, deployment] = after.map((key) => where.value(key))
    where.plain(
      `(told.service, told.path, told.verb, told.deployment) > (${service}, ${path}, ${verb}, ${deployment})`,
    )
  }
  const rows = await sql.query<Row>(
    `with page as (
      select * from measured_endpoint told where ${where.text} and ${known}
      order by service, path, verb, deployment limit ${limit}
    )
    select page.id, page.service, nullif(page.verb, '') as verb, page.path, page.deployment,
      (select slug from endpoint where endpoint.service = page.service and endpoint.path = page.path
        and coalesce(endpoint.verb, '') = page.verb and endpoint.archived_at is null limit 1) as endpoint,
      sums.*
    from page
    join lateral (
      select count(*)::int as "hourCount", sum(requests)::float8 as requests, sum(failures)::float8 as failures,
        coalesce(sum(requests) filter (where latency_sum_ms is not null), 0)::float8 as "timedRequests",
        coalesce(sum(latency_sum_ms), 0) as "latencySumMs", max(latency_max_ms) as "latencyMaxMs",
        case when count(bounds_ms) = count(*) and count(distinct bounds_ms) = 1
          then to_jsonb(min(bounds_ms)) end as "boundsMs"
      from ${held} endpoint_hour where endpoint_id = page.id and ${hours}
    ) sums on true
    order by page.service, page.path, page.verb, page.deployment`,
    where.values,
  )
  const counts = await countsOf(sql, rows, { from, to, knownUntil })
  const items = rows.map(({ id, boundsMs, ...figures }) => ({
    ...figures,
    latency: boundsMs === null ? null : { boundsMs: [...boundsMs], counts: [...(counts.get(id) ?? [])] },
  }))
  return { items, totalCount: count }
}

/** An hour counts where it begins. */
function hourRange(where: Conditions, from: string | undefined, to: string | undefined): string {
  const hourOf = (value: string) => `ceil(extract(epoch from ${value}::timestamptz) / 3600)`
  return [
    ...(from === undefined ? [] : [`hour >= ${hourOf(where.value(from))}`]),
    ...(to === undefined ? [] : [`hour < ${hourOf(where.value(to))}`]),
    'true',
  ].join(' and ')
}

async function countsOf(
  sql: Sql,
  rows: readonly Row[],
  {
    from,
    to,
    knownUntil,
  }: Readonly<Record<'from' | 'to', string | undefined> & { knownUntil: number | undefined }>,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const ids = rows.flatMap(({ id, boundsMs }) => (boundsMs === null ? [] : [id]))
  const where = new Conditions()
  const endpoints = where.value(intArray(ids))
  const hours = hourRange(where, from, to)
  const held = await endpointHours(sql, where, knownUntil)
  const found = await sql.query<{ id: number; counts: readonly number[] }>(
    `select id, json_agg(count order by place) as counts from (
      select endpoint_id as id, place, sum(part)::float8 as count
      from ${held} endpoint_hour, unnest(counts) with ordinality as parts (part, place)
      where endpoint_id = any(${endpoints}::int[]) and ${hours}
      group by endpoint_id, place
    ) summed group by id`,
    where.values,
  )
  return new Map(found.map(({ id, counts }) => [id, counts]))
}
