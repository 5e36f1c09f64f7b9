import type { Hour } from '../../../src/domain/hours.ts'
import { compareCatalogs } from '../../sources/slo-as-code/compare-catalogs.ts'
import { servedCatalog } from '../../sources/slo-as-code/served-catalog.ts'
import type { SloCatalog } from '../../sources/slo-as-code/slo-catalog.ts'
import type { Place } from '../../yaml/mistake.ts'
import { recorded } from './access/audit.ts'
import { catalogDeed } from './catalog-audit.ts'
import type { CatalogPlan } from './catalog-plan.ts'
import { writeList } from './catalog-lists.ts'
import { defaultDefinitionOf, definitionOf, readCodedCatalog } from './coded-catalog-rows.ts'
import { contractRow } from './contract-rows.ts'
import { serviceRows } from './service-rows.ts'
import { lockUntilEnd, type Sql } from './sql.ts'
import { teamDocumentRow } from './team-document-rows.ts'
import { noteFormerRotations } from './told-rotations.ts'
import { versionsOfContracts, versionsOfSlas, versionsOfSlos, type VersionTable } from './version-rows.ts'

export type Application = Readonly<{
  author: string
  /** Milliseconds since the epoch. */
  at: number
  reason: string
  /** Where the catalog came from, as people call it: a folder, a bundle. */
  source: string
  /** Where each SLO stands in the files, by its id. */
  origins: ReadonlyMap<string, Place>
  /** Why a target is what it is, by the SLO's id, where its file says so. */
  reasons: ReadonlyMap<string, string>
}>

/** What was shown is not what would happen any more. */
export class CatalogMovedError extends Error {
  override name = 'CatalogMovedError'

  constructor() {
    super('Somebody else changed the catalog in the meantime; look at the plan again')
  }
}

const HOUR_MS = 3_600_000

/**
 * Makes the plan true, all of it or nothing, and tells whether there was anything to do. Nothing is ever deleted: what is gone
 * is archived with its history and comes back with it.
 */
export function applyCatalog(sql: Sql, plan: CatalogPlan, application: Application): Promise<boolean> {
  return sql.transaction(async (transaction) => {
    await lockUntilEnd(transaction, 'catalog')
    // In the order in which writers of hours lock, which need both too.
    await transaction.script('select from store_state for update')
    await refuseSimulated(transaction)
    const current = await readCodedCatalog(transaction)
    if (compareCatalogs(plan.current, current).size > 0) throw new CatalogMovedError()
    if (plan.changes.size > 0) {
      await write(transaction, plan.wanted, application)
      await record(transaction, plan, application)
    }
    await writeOrigins(transaction, application.origins)
    return plan.changes.size > 0
  })
}

/** SLOs of one's own among those of an organization that does not exist would be taken for its. */
export async function refuseSimulated(sql: Sql): Promise<void> {
  const simulated = await sql.query('select from organization where is_simulated')
  if (simulated.length === 0) return
  throw new Error(
    'The store holds the simulated organization, which is no place for SLOs of your own. Choose another one: DATA_DIR=folder, or an empty database.',
  )
}

async function write(sql: Sql, wanted: SloCatalog, application: Application): Promise<void> {
  const fromHour: Hour = Math.floor(application.at / HOUR_MS)
  const served = servedCatalog(wanted, { ...application, fromHour })
  const moment = { at: new Date(application.at).toISOString(), hour: fromHour }
  await writeOrganization(sql, wanted, moment)
  await writeList(sql, 'team', wanted.teams, moment)
  await writeList(sql, 'deployment', wanted.deployments, moment)
  const dataSources = wanted.dataSources.map(({ connectionDetails, ...source }) => ({
    ...source,
    connection_details: connectionDetails,
  }))
  await writeList(sql, 'data_source', dataSources, moment)
  await writeList(sql, 'service', serviceRows(served), moment)
  await writeList(sql, 'endpoint', served.endpoints, moment)
  const slis = served.slis.map(({ goodEvent, hasThreshold, ...sli }) => ({
    ...sli,
    good_event: goodEvent,
    has_threshold: hasThreshold,
  }))
  await writeList(sql, 'sli', slis, moment)
  const endpoints = new Map(served.slos.map(({ id, endpoint }) => [id, endpoint.slug]))
  const slos = wanted.slos.map((slo) => ({
    ...slo,
    endpoint: endpoints.get(slo.id),
    threshold_ms: slo.thresholdMs,
    sla_target: slo.slaTarget,
    definition: definitionOf(slo),
  }))
  await writeList(sql, 'slo', slos, moment)
  await writeList(sql, 'contract', wanted.contracts.map(contractRow), moment)
  await writeVersions(sql, versionsOfSlos, wanted.slos, application, fromHour)
  // Why a target is what it is, is said of SLOs alone.
  const promise = { ...application, reasons: new Map() }
  const slas = wanted.slos.flatMap(({ id, slaTarget }) =>
    slaTarget === null ? [] : [{ id, target: slaTarget }],
  )
  await writeVersions(sql, versionsOfSlas, slas, promise, fromHour)
  const contracts = wanted.contracts.map(({ slug, target }) => ({ id: slug, target }))
  await writeVersions(sql, versionsOfContracts, contracts, promise, fromHour)
  await writeSeries(sql, wanted, moment)
  const defaults = wanted.defaultSlos.map((slo) => ({ ...slo, definition: defaultDefinitionOf(slo) }))
  await writeList(sql, 'default_slo', defaults, moment)
  await writeList(sql, 'error_budget_policy', wanted.policies.map(teamDocumentRow), moment)
  const rotations = wanted.rotations.map(teamDocumentRow)
  await noteFormerRotations(sql, rotations, moment)
  await writeList(sql, 'catalog_rotation', rotations, moment)
}

async function writeOrganization(
  sql: Sql,
  { organization, periodScheme }: SloCatalog,
  { at }: Readonly<{ at: string }>,
): Promise<void> {
  const values = [organization.slug, organization.name, JSON.stringify(periodScheme)]
  await sql.query(
    `insert into former_catalog_row (list, key, told, until)
    select 'organization', '[]', to_jsonb(organization), $4::timestamptz from organization
    where row(slug, name, period_scheme) is distinct from row($1::text, $2::text, $3::jsonb)`,
    [...values, at],
  )
  const known = await sql.query(
    'update organization set slug = $1, name = $2, period_scheme = $3::jsonb returning slug',
    values,
  )
  if (known.length > 0) return
  await sql.query(
    'insert into organization (slug, name, is_simulated, period_scheme) values ($1, $2, false, $3::jsonb)',
    values,
  )
}

/**
 * A new target is a new version from the running hour on: hours already past were judged by the old one and stay so. An SLO
 * that comes back with another target than it left with has a new version too.
 */
async function writeVersions(
  sql: Sql,
  { table, key }: VersionTable,
  agreed: readonly Readonly<{ id: string; target: number }>[],
  { author, reason, reasons }: Application,
  fromHour: Hour,
): Promise<void> {
  const targets = agreed.map(({ id, target }) => ({ id, target, reason: reasons.get(id) ?? reason }))
  await sql.query(
    `insert into ${table} (${key}, version, target, effective_from, author, reason)
    select wanted.id, coalesce(last.version, 0) + 1, wanted.target, to_timestamp($2::float8 * 3600), $3, wanted.reason
    from jsonb_to_recordset($1::jsonb) as wanted (id text, target float8, reason text)
    left join lateral (
      select version, target from ${table} where ${key} = wanted.id order by version desc limit 1
    ) last on true
    where last.target is distinct from wanted.target`,
    [JSON.stringify(targets), fromHour, author],
  )
}

async function writeSeries(
  sql: Sql,
  { slos }: SloCatalog,
  moment: Readonly<{ at: string; hour: Hour }>,
): Promise<void> {
  const series = slos.flatMap(({ id, deployments }) =>
    deployments.map((deployment) => ({ slo_id: id, deployment })),
  )
  await writeList(sql, 'series', series, moment)
  await sql.query(
    `update series set ended_hour = case when archived_at is null then null else $1::int end
    where (archived_at is null) <> (ended_hour is null)`,
    [moment.hour],
  )
}

async function record(sql: Sql, plan: CatalogPlan, application: Application): Promise<void> {
  const { at, author, reason, source } = application
  await sql.query(
    `insert into catalog_change (applied_at, author, reason, source, changes)
    values ($1::timestamptz, $2, $3, $4, $5::jsonb)`,
    [new Date(at).toISOString(), author, reason, source, JSON.stringify([...plan.changes])],
  )
  // Files are applied at the machine, or followed there: the name is the one that is given, not one that was signed in with.
  const by = { kind: 'person', id: author, name: author } as const
  await recorded(sql, { by, at: new Date(at).toISOString() }, catalogDeed(plan, application))
  await sql.script('update store_state set revision = revision + 1, catalog_revision = catalog_revision + 1')
}

/** A line that moved is no change of what is agreed, but whoever shows it has to read it again. */
async function writeOrigins(sql: Sql, origins: Application['origins']): Promise<void> {
  const rows = [...origins].map(([id, { file, line }]) => ({ id, source: { file, line } }))
  const moved = await sql.query(
    `update slo set source = origin.source
    from jsonb_to_recordset($1::jsonb) as origin (id text, source jsonb)
    where slo.id = origin.id and slo.source is distinct from origin.source
    returning slo.id`,
    [JSON.stringify(rows)],
  )
  if (moved.length > 0) await sql.script('update store_state set catalog_revision = catalog_revision + 1')
}
