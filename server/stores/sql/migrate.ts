import { catalog } from './migrations/0001-catalog.ts'
import { measurements } from './migrations/0002-measurements.ts'
import { summariesAndFineBuckets } from './migrations/0003-summaries-and-fine-buckets.ts'
import { catalogChanges } from './migrations/0004-catalog-changes.ts'
import { feeds } from './migrations/0005-feeds.ts'
import { records } from './migrations/0006-records.ts'
import { access } from './migrations/0007-access.ts'
import { simulation } from './migrations/0008-simulation.ts'
import { recordState } from './migrations/0009-record-state.ts'
import { entries } from './migrations/0010-entries.ts'
import { corrections } from './migrations/0011-corrections.ts'
import { contracts } from './migrations/0012-contracts.ts'
import { runbooks } from './migrations/0013-runbooks.ts'
import { slaVersions } from './migrations/0014-sla-versions.ts'
import { delivery } from './migrations/0015-delivery.ts'
import { serviceProfiles } from './migrations/0016-service-profiles.ts'
import { lateHours } from './migrations/0017-late-hours.ts'
import { restatements } from './migrations/0018-restatements.ts'
import { formerRecords } from './migrations/0019-former-records.ts'
import { formerCatalog } from './migrations/0020-former-catalog.ts'
import { lockUntilEnd, type Sql } from './sql.ts'

/** In the order they are applied, for good: one that was released is never changed, another is added. */
const migrations: readonly Readonly<{ name: string; script: string }>[] = [
  { name: '0001-catalog', script: catalog },
  { name: '0002-measurements', script: measurements },
  { name: '0003-summaries-and-fine-buckets', script: summariesAndFineBuckets },
  { name: '0004-catalog-changes', script: catalogChanges },
  { name: '0005-feeds', script: feeds },
  { name: '0006-records', script: records },
  { name: '0007-access', script: access },
  { name: '0008-simulation', script: simulation },
  { name: '0009-record-state', script: recordState },
  { name: '0010-entries', script: entries },
  { name: '0011-corrections', script: corrections },
  { name: '0012-contracts', script: contracts },
  { name: '0013-runbooks', script: runbooks },
  { name: '0014-sla-versions', script: slaVersions },
  { name: '0015-delivery', script: delivery },
  { name: '0016-service-profiles', script: serviceProfiles },
  { name: '0017-late-hours', script: lateHours },
  { name: '0018-restatements', script: restatements },
  { name: '0019-former-records', script: formerRecords },
  { name: '0020-former-catalog', script: formerCatalog },
]

export const SCHEMA_VERSION = migrations.length

/** Brings the database up to this program's schema: once, however many servers start at the same time. */
export async function migrate(sql: Sql): Promise<void> {
  await sql.transaction(async (transaction) => {
    await lockUntilEnd(transaction, 'migration')
    await transaction.script(`
      create table if not exists schema_migration (
        name text primary key,
        applied_at timestamptz not null default now()
      )`)
    const applied = await appliedMigrations(transaction)
    const unknown = unknownMigrations(applied)
    if (unknown.length > 0)
      throw new Error(
        `The data were written by a newer version of this program (${unknown.join(', ')}). Start that version, or restore a backup into an empty database.`,
      )
    for (const { name, script } of migrations) {
      if (applied.includes(name)) continue
      await transaction.script(script)
      await transaction.query('insert into schema_migration (name) values ($1)', [name])
    }
  })
}

export async function appliedMigrations(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.query<{ name: string }>('select name from schema_migration order by name')
  return rows.map(({ name }) => name)
}

/** Those that this program knows and the database has not had. */
export function pendingMigrations(names: readonly string[]): readonly string[] {
  const applied = new Set(names)
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name))
}

/** Those that only a newer version of this program can have applied. */
export function unknownMigrations(names: readonly string[]): readonly string[] {
  const known = new Set(migrations.map(({ name }) => name))
  return names.filter((name) => !known.has(name))
}
