import { describe, expect, test } from 'vitest'

import { appliedMigrations, migrate } from '../stores/sql/migrate.ts'
import type { Sql } from '../stores/sql/sql.ts'
import { databasesOf, sqlHosts } from './sql-hosts.ts'
import { tellRecords } from './store-contents.ts'
import { storeOrganization } from './stored-organization.ts'
import { tinyOrganization } from './tiny-organization.ts'

describe.each(sqlHosts)('a database for tests on $host', ({ start }) => {
  const databases = databasesOf(start)

  /** Every table, partitions too, with its rows, which indexes there are, and where each sequence stands. */
  async function contentsOf(sql: Sql) {
    const relations = await sql.query<{ name: string; kind: string }>(
      `select relname as name, relkind as kind from pg_class
      where relnamespace = current_schema::regnamespace and relkind in ('r', 'p', 'S', 'i', 'I') order by relname`,
    )
    const contents: Record<string, unknown> = {}
    for (const { name, kind } of relations)
      contents[name] = /[iI]/.test(kind) ? 'index' : await sql.query(`select * from ${name}`)
    return { ...contents, schema_migration: await appliedMigrations(sql) }
  }

  test('is given out again as it was made, whatever was written', async () => {
    const [used, untouched] = [await databases.migratedForTest(), await databases.empty()]
    await migrate(untouched)
    await storeOrganization(used, tinyOrganization())
    await tellRecords(used)
    await used.script(`insert into schema_migration (name) values ('9999-future')`)
    await used.script(`insert into audit_entry (at, caller_kind, caller_id, caller_name, action, subject)
      values (now(), 'person', 'ada', 'Ada', 'sign-in', 'session')`)
    expect(Object.keys(await contentsOf(used))).toContain('bucket_2026_11')
    await databases.emptied(used)
    expect(await contentsOf(used)).toEqual(await contentsOf(untouched))
  })
})
