import type { CodedDefaultSlo, CodedSlo, SloCatalog } from '../../sources/slo-as-code/slo-catalog.ts'
import { emptyCatalog } from './catalog-rows.ts'
import { readCodedContracts } from './contract-rows.ts'
import type { Sql } from './sql.ts'
import { readCodedRotations, readPolicies } from './team-document-rows.ts'

/** What only the files say of an SLO; everything else has a column of its own, which the API reads too. */
export function definitionOf({ name, description, endpoint, window, method, measurement }: CodedSlo) {
  return { name, description, endpoint, window, method, measurement }
}

type SloRow = Omit<CodedSlo, keyof ReturnType<typeof definitionOf>> &
  Readonly<{ definition: ReturnType<typeof definitionOf> }>

export function defaultDefinitionOf({ service: _service, sli: _sli, ...definition }: CodedDefaultSlo) {
  return definition
}

type DefinedRow<Item, Columns extends keyof Item> = Pick<Item, Columns> &
  Readonly<{ definition: Omit<Item, Columns> }>

/** The catalog that was applied last, as the files said it; simulated SLOs, which no file has, are not in it. */
export async function readCodedCatalog(sql: Sql): Promise<SloCatalog> {
  const [organization] = await sql.query<SloCatalog['organization'] & Pick<SloCatalog, 'periodScheme'>>(
    'select slug, name, period_scheme as "periodScheme" from organization',
  )
  const { slug, name, periodScheme } = organization ?? {
    ...emptyCatalog.organization,
    periodScheme: emptyCatalog.periodScheme,
  }
  return {
    organization: { slug, name },
    periodScheme,
    teams: await sql.query(`select slug, name from team where archived_at is null order by slug collate "C"`),
    deployments: await sql.query(`
      select slug, name, kind, region from deployment where archived_at is null order by slug collate "C"`),
    services: await sql.query(`
      select slug, name, team, description, deployments, profile as facts
      from service where archived_at is null order by slug collate "C"`),
    dataSources: await sql.query(`
      select slug, name, description, type, connection_details as "connectionDetails"
      from data_source where archived_at is null order by slug collate "C"`),
    defaultSlos: await readDefaultSlos(sql),
    slos: await readSlos(sql),
    contracts: await readCodedContracts(sql),
    policies: await readPolicies(sql, 'slug collate "C"'),
    rotations: await readCodedRotations(sql),
  }
}

async function readSlos(sql: Sql): Promise<readonly CodedSlo[]> {
  const rows = await sql.query<SloRow>(`
    select slo.id, slo.slug, slo.service, slo.sli, slo.flavor, slo.priority, slo.threshold_ms as "thresholdMs",
      slo.sla_target as "slaTarget", slo.runbook, slo.definition,
      (select target from slo_version where slo_id = slo.id order by version desc limit 1) as target,
      array(select deployment from series where slo_id = slo.id and archived_at is null
        order by deployment collate "C") as deployments
    from slo where archived_at is null and definition is not null
    order by slo.id collate "C"`)
  return rows.map(({ definition, ...columns }) => ({ ...columns, ...definition }))
}

/** Of before there were any. */
const withoutRunbook = { runbook: null }

async function readDefaultSlos(sql: Sql): Promise<readonly CodedDefaultSlo[]> {
  const rows = await sql.query<DefinedRow<CodedDefaultSlo, 'service' | 'sli'>>(`
    select service, sli, definition from default_slo where archived_at is null
    order by service || '.' || sli collate "C"`)
  return rows.map(({ service, sli, definition }) => ({ ...withoutRunbook, ...definition, service, sli }))
}
