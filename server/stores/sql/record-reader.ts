import type { Incident, ReportedBreach, Rotation, Ticket } from '../../../src/contract/records.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import type { RecordStore } from '../../ports.ts'
import { instant } from './instant-text.ts'
import { readEndpointFigures } from './endpoint-reader.ts'
import { Conditions } from './conditions.ts'
import { onlyRow, type Sql } from './sql.ts'
import { toldRotations } from './told-rotations.ts'
import { recordsKnown, type RecordTable } from './told-rows.ts'

/** The lists of what other tools told. A row more than asked for is not read, and the whole list never. */
export function createRecordReader(sql: Sql): RecordStore {
  return {
    async revision() {
      return (await onlyRow(sql.query<{ revision: number }>('select revision from record_state'))).revision
    },
    async keptFrom() {
      const [kept] = await sql.query<{ at: string }>(
        `select ${instant('at')} as at from former_records_from order by at desc limit 1`,
      )
      return kept?.at ?? null
    },
    async incidents({ services, deployments, from, to, isOpen, knownUntil }, span) {
      const where = new Conditions()
      where.add(services, (value) => `services && array(select jsonb_array_elements_text(${value}::jsonb))`)
      where.add(
        deployments,
        (value) =>
          `(deployments = '{}' or deployments && array(select jsonb_array_elements_text(${value}::jsonb)))`,
      )
      where.span('created_at', from, to)
      if (isOpen) where.plain('resolved_at is null')
      return newestFirst<Incident>(sql, 'incident', incidentColumns, 'created_at', where, {
        ...span,
        knownUntil,
      })
    },
    async tickets({ services, deployments, from, to, isReliability, knownUntil }, span) {
      const where = new Conditions()
      where.oneOf('service', services)
      where.oneOf('deployment', deployments)
      where.span('created_at', from, to)
      if (isReliability) where.plain('is_reliability')
      return newestFirst<Ticket>(sql, 'ticket', ticketColumns, 'created_at', where, { ...span, knownUntil })
    },
    async breaches({ services, deployments, from, to, isOpen, knownUntil }, span) {
      const where = new Conditions()
      where.oneOf('service', services)
      where.oneOf('deployment', deployments)
      where.span('started_at', from, to)
      if (isOpen) where.plain('ended_at is null')
      return newestFirst<ReportedBreach>(sql, 'reported_breach', breachColumns, 'started_at', where, {
        ...span,
        knownUntil,
      })
    },
    rotations: (filter, span) => readRotations(sql, filter, span),
    endpointFigures: (filter, span) => readEndpointFigures(sql, filter, span),
  }
}

/** Locked until the transaction ends, so that nobody changes it between looking and writing. */
export async function readIncidentForChange(sql: Sql, id: string): Promise<Incident | null> {
  const [held] = await sql.query<Incident>(
    `select ${incidentColumns} from incident where id = $1 for update`,
    [id],
  )
  return held ?? null
}

type Span = Parameters<RecordStore['incidents']>[1]

async function newestFirst<Item extends object>(
  sql: Sql,
  table: RecordTable,
  columns: string,
  time: string,
  where: Conditions,
  { after, limit, knownUntil }: Span & Readonly<{ knownUntil: Hour | undefined }>,
) {
  const known = recordsKnown(table, hourIn(where, knownUntil))
  const { count } = await onlyRow(
    sql.query<{ count: number }>(
      `select count(*)::int as count from ${known} where ${where.text}`,
      where.values,
    ),
  )
  if (after !== null) {
    const [at, id] = after.map((key) => where.value(key))
    where.plain(`(${time} < ${at}::timestamptz or ${time} = ${at}::timestamptz and id > ${id})`)
  }
  const items = await sql.query<Item>(
    `select ${columns} from ${known} where ${where.text} order by ${time} desc, id limit ${limit}`,
    where.values,
  )
  return { items, totalCount: count }
}

/** Where in the statement the hour stands that is looked from; null for the present. */
function hourIn(where: Conditions, hour: Hour | undefined): string | null {
  return hour === undefined ? null : where.value(String(hour))
}

async function readRotations(
  sql: Sql,
  { teams, services, deployments, from, to, knownUntil }: Parameters<RecordStore['rotations']>[0],
  { after, limit }: Span,
) {
  const where = new Conditions()
  where.oneOf('team', teams)
  where.add(services, (value) => `services && array(select jsonb_array_elements_text(${value}::jsonb))`)
  where.add(deployments, (value) => `deployments && array(select jsonb_array_elements_text(${value}::jsonb))`)
  if (from !== undefined) where.plain(`(until is null or until > ${where.value(from)}::timestamptz)`)
  if (to !== undefined) where.plain(`since < ${where.value(to)}::timestamptz`)
  // What follows under the same name ends what was before, whether or not somebody said so.
  const inForce = `(select team, id, since, name, services, deployments, time_zone, shifts, primary_people,
      backup_people, shared_people, url,
      least(until, lead(since) over (partition by team, id order by since)) as until
    from ${toldRotations(hourIn(where, knownUntil))} as told) as rotation`
  const { count } = await onlyRow(
    sql.query<{ count: number }>(
      `select count(*)::int as count from ${inForce} where ${where.text}`,
      where.values,
    ),
  )
  if (after !== null) {
    const [team, id, since] = after.map((key) => where.value(key))
    where.plain(`(team, id, since) > (${team}, ${id}, ${since}::timestamptz)`)
  }
  const items = await sql.query<Rotation>(
    `select ${rotationColumns} from ${inForce} where ${where.text} order by team, id, since limit ${limit}`,
    where.values,
  )
  return { items, totalCount: count }
}

const incidentColumns = `id, title, services, deployments,
  ${instant('started_at')} as "startedAt", ${instant('detected_at')} as "detectedAt",
  ${instant('created_at')} as "createdAt", ${instant('acknowledged_at')} as "acknowledgedAt",
  ${instant('escalated_at')} as "escalatedAt", ${instant('resolved_at')} as "resolvedAt",
  detected_by as "detectedBy", priority, severity, url`

const ticketColumns = `id, title, service, product, deployment, is_reliability as "isReliability", category, priority,
  severity, problem, ${instant('created_at')} as "createdAt", ${instant('closed_at')} as "closedAt", url`

const breachColumns = `id, slo, deployment, service, severity, rule, ${instant('started_at')} as "startedAt",
  ${instant('ended_at')} as "endedAt", burn_rate as "burnRate", summary, source, url`

const rotationColumns = `team, id, name, services, deployments, time_zone as "timeZone", shifts,
  primary_people as "primaryPeople", backup_people as "backupPeople", shared_people as "sharedPeople",
  ${instant('since')} as since, ${instant('until')} as until, url`
