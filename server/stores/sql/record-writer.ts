import type { Incident, ReportedBreach, Rotation, Ticket } from '../../../src/contract/records.ts'
import type { EndpointStat } from '../../../src/contract/ingest-lines.ts'
import { hourFromIso } from '../../../src/domain/hours.ts'
import { endpointColumns, noteEndpointsBefore } from './endpoint-restatement-rows.ts'
import type { Sql } from './sql.ts'
import { tellRows, type Telling } from './told-rows.ts'
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

export function upsertIncidents(sql: Sql, incidents: readonly Incident[], telling: Telling): Promise<number> {
  const target = { table: 'incident', key: ['id'], columns: incidentColumns } as const
  return tellRows(sql, target, incidents.map(columnsOf), telling)
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

export function upsertTickets(sql: Sql, tickets: readonly Ticket[], telling: Telling): Promise<number> {
  const target = { table: 'ticket', key: ['id'], columns: ticketColumns } as const
  return tellRows(sql, target, tickets.map(columnsOf), telling)
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

export function upsertRotations(sql: Sql, rotations: readonly Rotation[], telling: Telling): Promise<number> {
  const key = ['team', 'id', 'since']
  const target = { table: 'reported_rotation', key, columns: rotationColumns } as const
  return tellRows(sql, target, rotations.map(columnsOf), telling)
}

const breachColumns = [
  'slo',
  'deployment',
  'service',
  'severity',
  'rule',
  'started_at',
  'ended_at',
  'burn_rate',
  'summary',
  'source',
  'url',
]

/** A breach that ended stays so: a repeated notification may overtake the one that said it was over. */
export function upsertBreaches(
  sql: Sql,
  breaches: readonly ReportedBreach[],
  telling: Telling,
): Promise<number> {
  const target = { table: 'reported_breach', key: ['id'], columns: breachColumns } as const
  return tellRows(sql, { ...target, lasting: ['ended_at'] }, breaches.map(columnsOf), telling)
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
