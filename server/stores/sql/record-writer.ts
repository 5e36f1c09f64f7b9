import type { Incident, ReportedBreach, Rotation, Ticket } from '../../../src/contract/records.ts'
import type { EndpointStat } from '../../../src/contract/ingest-lines.ts'
import { hourFromIso } from '../../../src/domain/hours.ts'
import { endpointColumns, noteEndpointsBefore } from './endpoint-restatement-rows.ts'
import { onlyRow, type Sql } from './sql.ts'
import { columnsOf, upsertRows } from './upsert-rows.ts'

const incidentColumns = [
  'title',
  'services',
  'deployments',
  'started_at',
  'detected_at',
  'created_at',
  'acknowledged_at',
  'escalated_at',
  'resolved_at',
  'detected_by',
  'priority',
  'severity',
  'url',
]

export function upsertIncidents(sql: Sql, incidents: readonly Incident[]): Promise<number> {
  return upsertRows(
    sql,
    { table: 'incident', key: ['id'], columns: incidentColumns },
    incidents.map(columnsOf),
  )
}

const ticketColumns = [
  'title',
  'service',
  'product',
  'deployment',
  'is_reliability',
  'category',
  'priority',
  'severity',
  'problem',
  'created_at',
  'closed_at',
  'url',
]

export function upsertTickets(sql: Sql, tickets: readonly Ticket[]): Promise<number> {
  return upsertRows(sql, { table: 'ticket', key: ['id'], columns: ticketColumns }, tickets.map(columnsOf))
}

const rotationColumns = [
  'name',
  'services',
  'deployments',
  'time_zone',
  'shifts',
  'primary_people',
  'backup_people',
  'shared_people',
  'until',
  'url',
]

export function upsertRotations(sql: Sql, rotations: readonly Rotation[]): Promise<number> {
  const target = { table: 'reported_rotation', key: ['team', 'id', 'since'], columns: rotationColumns }
  return upsertRows(sql, target, rotations.map(columnsOf))
}

const breachColumns = [
  'slo',
  'deployment',
  'service',
  'severity',
  'rule',
  'started_at',
  'burn_rate',
  'summary',
  'source',
  'url',
]

/** A breach that ended stays so: a repeated notification may overtake the one that said it was over. */
export async function upsertBreaches(sql: Sql, breaches: readonly ReportedBreach[]): Promise<number> {
  const lastOfId = new Map(breaches.map((breach) => [breach.id, breach]))
  if (lastOfId.size === 0) return 0
  const { changed } = await onlyRow(
    sql.query<{ changed: number }>(
      `with written as (
        insert into reported_breach as held
          (id, slo, deployment, service, severity, rule, started_at, ended_at, burn_rate, summary, source, url)
        select id, slo, deployment, service, severity, rule, started_at, ended_at, burn_rate, summary, source, url
        from jsonb_populate_recordset(null::reported_breach, $1::jsonb)
        order by id
        on conflict (id) do update set ${breachColumns.map((name) => `${name} = excluded.${name}`).join(', ')},
          ended_at = coalesce(excluded.ended_at, held.ended_at)
        where (${breachColumns.map((name) => `held.${name}`).join(', ')}, held.ended_at)
          is distinct from (${breachColumns.map((name) => `excluded.${name}`).join(', ')},
            coalesce(excluded.ended_at, held.ended_at))
        returning 1
      )
      select count(*)::int as changed from written`,
      [JSON.stringify([...lastOfId.values()].map(columnsOf))],
    ),
  )
  return changed
}

/** An endpoint that sends for the first time gets a number, under which its hours are kept. */
export async function upsertEndpointStats(
  sql: Sql,
  stats: readonly EndpointStat[],
  at: number,
): Promise<number> {
  return sql.transaction(async (transaction) => {
    const ids = await endpointIds(transaction, stats)
    const rows = stats.map((stat) => ({
      endpoint_id: ids.get(endpointName(stat)) ?? 0,
      hour: hourFromIso(stat.hour) ?? 0,
      requests: stat.requests,
      failures: stat.failures,
      latency_sum_ms: stat.latencySumMs,
      latency_max_ms: stat.latencyMaxMs,
      bounds_ms: stat.latency?.boundsMs ?? null,
      counts: stat.latency?.counts ?? null,
    }))
    await noteEndpointsBefore(transaction, rows, at)
    const target = { table: 'endpoint_hour', key: ['endpoint_id', 'hour'], columns: endpointColumns }
    return upsertRows(transaction, target, rows)
  })
}

type Endpoint = Pick<EndpointStat, 'service' | 'verb' | 'path' | 'deployment'>

const endpointName = ({ service, verb, path, deployment }: Endpoint) =>
  JSON.stringify([service, verb ?? '', path, deployment])

async function endpointIds(sql: Sql, stats: readonly Endpoint[]): Promise<ReadonlyMap<string, number>> {
  const endpoints = [...new Map(stats.map((stat) => [endpointName(stat), stat])).values()].map(
    ({ service, verb, path, deployment }) => ({ service, verb: verb ?? '', path, deployment }),
  )
  const sent = [JSON.stringify(endpoints)]
  await sql.query(
    `insert into measured_endpoint (service, verb, path, deployment)
    select service, verb, path, deployment from jsonb_populate_recordset(null::measured_endpoint, $1::jsonb)
    order by service, path, verb, deployment
    on conflict do nothing`,
    sent,
  )
  const rows = await sql.query<Endpoint & { id: number }>(
    `select known.id, known.service, known.verb, known.path, known.deployment
    from jsonb_populate_recordset(null::measured_endpoint, $1::jsonb) as sent
    join measured_endpoint known using (service, path, verb, deployment)`,
    sent,
  )
  return new Map(rows.map((row) => [endpointName(row), row.id]))
}
