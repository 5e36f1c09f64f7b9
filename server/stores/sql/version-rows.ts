import type { Slo } from '../../../src/contract/catalog.ts'
import { instant } from './instant-text.ts'
import type { Sql } from './sql.ts'

/** What was agreed and since when; `key` is what it was agreed for. */
export type VersionTable = Readonly<{ table: string; key: string }>

export const versionsOfSlos: VersionTable = { table: 'slo_version', key: 'slo_id' }
export const versionsOfSlas: VersionTable = { table: 'sla_version', key: 'slo_id' }
export const versionsOfContracts: VersionTable = { table: 'contract_version', key: 'contract' }

/** A row of such a table as it is served. */
export const versionObject = `json_build_object('version', version, 'target', target, 'effectiveFrom',
  ${instant('effective_from')}, 'author', author, 'reason', reason)`

/** Into a database without a catalog. */
export async function insertVersions(
  sql: Sql,
  { table, key }: VersionTable,
  agreed: readonly Readonly<{ id: string; versions: Slo['versions'] }>[],
): Promise<void> {
  const rows = agreed.flatMap(({ id, versions }) =>
    versions.map(({ effectiveFrom, ...version }) => ({
      ...version,
      [key]: id,
      effective_from: effectiveFrom,
    })),
  )
  await sql.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
    JSON.stringify(rows),
  ])
}
