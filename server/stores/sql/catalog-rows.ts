import type { Slo } from '../../../src/contract/catalog.ts'
import type { Catalog } from '../../ports.ts'
import { readServices, serviceRows } from './service-rows.ts'
import { insertContracts, readContracts } from './contract-rows.ts'
import type { Sql } from './sql.ts'
import { readPolicies, teamDocumentRow } from './team-document-rows.ts'
import { insertVersions, versionObject, versionsOfSlas, versionsOfSlos } from './version-rows.ts'

/** What `--empty` begins with, until a catalog is applied. */
export const emptyCatalog: Catalog = {
  organization: { slug: 'organization', name: 'Organization', isSimulated: false },
  periodScheme: { kind: 'four-weeks' },
  teams: [],
  deployments: [],
  services: [],
  profiles: [],
  endpoints: [],
  slis: [],
  slos: [],
  contracts: [],
  policies: [],
}

type OrganizationRow = Catalog['organization'] & Pick<Catalog, 'periodScheme'>

export async function readCatalog(sql: Sql): Promise<Catalog> {
  const [organization] = await sql.query<OrganizationRow>(`
    select slug, name, is_simulated as "isSimulated", period_scheme as "periodScheme" from organization`)
  if (organization === undefined) return emptyCatalog
  const { periodScheme, ...named } = organization
  return {
    organization: named,
    periodScheme,
    teams: await sql.query(`select slug, name from team where archived_at is null order by ordinal`),
    deployments: await sql.query(
      `select slug, name, kind, region from deployment where archived_at is null order by ordinal`,
    ),
    ...(await readServices(sql)),
    endpoints: await sql.query(
      `select slug, service, verb, path from endpoint where archived_at is null order by ordinal`,
    ),
    slis: await sql.query(`
      select slug, name, good_event as "goodEvent", has_threshold as "hasThreshold" from sli where archived_at is null order by ordinal`),
    slos: await readSlos(sql),
    contracts: await readContracts(sql),
    policies: await readPolicies(sql, 'ordinal'),
  }
}

/** The target in force is that of the last version. */
async function readSlos(sql: Sql): Promise<readonly Slo[]> {
  type LeftOut = 'source' | 'runbook' | 'slaVersions'
  type Row = Omit<Slo, LeftOut> & { [Name in LeftOut]: NonNullable<Slo[Name]> | null }
  const rows = await sql.query<Row>(`
    select slo.source, slo.runbook, slo.id, slo.slug, service.team, slo.service, slo.sli, slo.flavor, slo.priority,
      slo.threshold_ms as "thresholdMs", slo.sla_target as "slaTarget",
      json_build_object('slug', endpoint.slug, 'service', endpoint.service,
        'verb', endpoint.verb, 'path', endpoint.path) as endpoint,
      array(select deployment from series where slo_id = slo.id and archived_at is null order by ordinal) as deployments,
      agreed.versions, agreed.target,
      case when slo.sla_target is not null
        then (select json_agg(${versionObject} order by version) from sla_version where slo_id = slo.id)
      end as "slaVersions"
    from slo
    join service on service.slug = slo.service
    join endpoint on endpoint.service = slo.service and endpoint.slug = slo.endpoint
    join lateral (
      select (array_agg(target order by version desc))[1] as target,
        json_agg(${versionObject} order by version) as versions
      from slo_version where slo_id = slo.id
    ) agreed on true
    where slo.archived_at is null and agreed.versions is not null order by slo.ordinal`)
  return rows.map(({ source, runbook, slaVersions, ...slo }) => ({
    ...slo,
    ...(source !== null && { source }),
    ...(runbook !== null && { runbook }),
    ...(slaVersions !== null && { slaVersions }),
  }))
}

/** Into a database without a catalog. */
export async function insertCatalog(sql: Sql, catalog: Catalog): Promise<void> {
  const { organization, periodScheme, slos } = catalog
  await sql.query('insert into organization values ($1, $2, $3, $4::jsonb)', [
    organization.slug,
    organization.name,
    organization.isSimulated,
    JSON.stringify(periodScheme),
  ])
  await insertRows(sql, 'team', catalog.teams)
  await insertRows(sql, 'deployment', catalog.deployments)
  await insertRows(sql, 'service', serviceRows(catalog))
  await insertRows(sql, 'endpoint', catalog.endpoints)
  await insertRows(
    sql,
    'sli',
    catalog.slis.map(({ goodEvent, hasThreshold, ...sli }) => ({
      ...sli,
      good_event: goodEvent,
      has_threshold: hasThreshold,
    })),
  )
  await insertRows(
    sql,
    'slo',
    slos.map(({ thresholdMs, slaTarget, endpoint, ...slo }) => ({
      ...slo,
      endpoint: endpoint.slug,
      threshold_ms: thresholdMs,
      sla_target: slaTarget,
    })),
  )
  await insertVersions(sql, versionsOfSlos, slos)
  const slas = slos.map(({ id, slaVersions = [] }) => ({ id, versions: slaVersions }))
  await insertVersions(sql, versionsOfSlas, slas)
  await insertContracts(sql, catalog.contracts)
  await insertRows(sql, 'error_budget_policy', catalog.policies.map(teamDocumentRow))
  const series = slos.flatMap(({ id, deployments }) =>
    deployments.map((deployment) => ({ slo_id: id, deployment })),
  )
  await insertSeries(sql, series)
  await sql.script('update store_state set revision = revision + 1, catalog_revision = catalog_revision + 1')
}

type OrderedTable = 'team' | 'deployment' | 'service' | 'endpoint' | 'sli' | 'slo' | 'error_budget_policy'

/** Names of columns are those of the rows; what a table does not have is left out. */
async function insertRows(sql: Sql, table: OrderedTable, rows: readonly object[]): Promise<void> {
  const ordered = rows.map((row, ordinal) => ({ ...row, ordinal }))
  await sql.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
    JSON.stringify(ordered),
  ])
}

type SeriesRow = Readonly<{ slo_id: string; deployment: string }>

async function insertSeries(sql: Sql, rows: readonly SeriesRow[]): Promise<void> {
  const ordered = rows.map((row, ordinal) => ({ ...row, ordinal }))
  await sql.query(
    `insert into series (slo_id, deployment, ordinal)
    select slo_id, deployment, ordinal from jsonb_populate_recordset(null::series, $1::jsonb)`,
    [JSON.stringify(ordered)],
  )
}
