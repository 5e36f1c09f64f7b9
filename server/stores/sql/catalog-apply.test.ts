import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'

import { bucketsFromRows } from '../../../src/domain/buckets.ts'
import { readCatalog } from '../../sources/slo-as-code/read-catalog.ts'
import { servedCatalog } from '../../sources/slo-as-code/served-catalog.ts'
import type { SloCatalog } from '../../sources/slo-as-code/slo-catalog.ts'
import { sloCatalog } from '../../sources/slo-as-code/testing/generated-catalog.ts'
import { catalogPair } from '../../sources/slo-as-code/testing/generated-changes.ts'
import { openSloText } from '../../sources/slo-as-code/testing/texts.ts'
import type { Catalog } from '../../ports.ts'
import { instantOf } from '../../instant.ts'
import { databasesOf, runsOn, sqlHosts } from '../../testing/sql-hosts.ts'
import { storeOrganization } from '../../testing/stored-organization.ts'
import { NOW, NOW_HOUR, tinyOrganization } from '../../testing/tiny-organization.ts'
import { createAuditLog } from './access/audit.ts'
import { upsertBuckets } from './bucket-writer.ts'
import { applyCatalog, CatalogMovedError, type Application } from './catalog-apply.ts'
import { planCatalog } from './catalog-plan.ts'
import { readCodedCatalog } from './coded-catalog-rows.ts'
import { createSqlStore } from './sql-store.ts'
import { onlyRow, type Sql } from './sql.ts'

vi.setConfig({ testTimeout: 120_000 })

const HOUR_MS = 3_600_000
const application = (change: Partial<Application> = {}): Application => ({
  author: 'Ada',
  at: NOW,
  reason: 'Agreed in the review.',
  source: 'slos',
  origins: new Map(),
  reasons: new Map(),
  ...change,
})

const catalogOf = (...texts: readonly string[]) =>
  readCatalog([{ name: 'a.yaml', text: texts.join('---\n') }]).catalog
const ID = 'shop.availability.availability'
const atTarget = (target: number) => catalogOf(openSloText({ objective: `target: ${target}` }))
const promising = (target: number) =>
  catalogOf(
    openSloText({ objective: 'target: 0.99' }),
    `apiVersion: sre-indicators/v1\nkind: Sla\nmetadata: {name: sold}\nspec: {slo: ${ID}, target: ${target}}\n`,
  )

describe.each(sqlHosts)('a catalog applied on $host', ({ host, start }) => {
  const databases = databasesOf(start)

  async function apply(sql: Sql, wanted: SloCatalog, change: Partial<Application> = {}): Promise<boolean> {
    return applyCatalog(sql, planCatalog(await readCodedCatalog(sql), wanted), application(change))
  }
  const storeOver = (sql: Sql, now = NOW) =>
    createSqlStore(sql, { now: () => now, report: (error) => expect.unreachable(String(error)) })
  const servedSlo = async (sql: Sql, id = ID) => {
    const { slos } = await storeOver(sql).catalog()
    return slos.find((slo) => slo.id === id)
  }
  const revisionOf = (sql: Sql) =>
    onlyRow(
      sql.query<{ revision: number; catalog: number }>(
        'select revision, catalog_revision as catalog from store_state',
      ),
    )

  test('is what the files say, whatever was there before, and asks for nothing more', async () => {
    const sql = await databases.migratedForTest()
    await fc.assert(
      fc.asyncProperty(sloCatalog, async (wanted) => {
        await apply(sql, wanted)
        const held = await readCodedCatalog(sql)
        expect(held).toEqual(wanted)
        expect(planCatalog(held, wanted).changes.size).toBe(0)

        const served = servedCatalog(wanted, { fromHour: 0, author: '', reason: '' })
        expect(unversioned(await storeOver(sql).catalog())).toEqual(unversioned(served))
      }),
      { numRuns: runsOn(host, 30) },
    )
  })

  function unversioned(catalog: Catalog) {
    return {
      ...catalog,
      slos: catalog.slos.map(({ versions: _versions, slaVersions: _promised, ...slo }) => slo),
      contracts: catalog.contracts.map(({ versions: _versions, ...contract }) => contract),
    }
  }

  test('there and back again: old targets return as new versions, and nothing is lost on the way', async () => {
    const sql = await databases.migratedForTest()
    await fc.assert(
      fc.asyncProperty(catalogPair, async ([first, second]) => {
        await apply(sql, first)
        const before = await everything(sql)
        await apply(sql, second, { author: 'Bea', reason: 'Tried out.' })
        await apply(sql, first, { author: 'Cem', reason: 'Taken back.' })
        expect(await readCodedCatalog(sql)).toEqual(first)

        const after = await everything(sql)
        for (const [table, rows] of Object.entries(before)) {
          expect(after[table]).toEqual(expect.arrayContaining([...rows]))
        }
        for (const slo of first.slos) {
          const other = second.slos.find(({ id }) => id === slo.id)
          const added = targetsAdded(before, after, slo.id)
          const expected =
            other === undefined || other.target === slo.target ? [] : [other.target, slo.target]
          expect(added).toEqual(expected)
        }
      }),
      { numRuns: runsOn(host, 30) },
    )
  })

  /** What identifies each row that must never disappear; versions whole, because they are history. */
  async function everything(sql: Sql): Promise<Readonly<Record<string, readonly string[]>>> {
    const keys = {
      team: 'slug',
      deployment: 'slug',
      service: 'slug',
      data_source: 'slug',
      endpoint: `service || ' ' || slug`,
      sli: 'slug',
      slo: 'id',
      series: `id || ' ' || slo_id || ' ' || deployment`,
      contract: 'slug',
      contract_version: 'to_jsonb(contract_version)::text',
      error_budget_policy: 'slug',
      catalog_rotation: 'slug',
      sla_version: 'to_jsonb(sla_version)::text',
      slo_version: 'to_jsonb(slo_version)::text',
    }
    const tables = Object.entries(keys).map(async ([table, key]): Promise<[string, string[]]> => {
      const rows = await sql.query<{ key: string }>(`select ${key} as key from ${table}`)
      return [table, rows.map((row) => row.key)]
    })
    return Object.fromEntries(await Promise.all(tables))
  }
  function targetsAdded(
    before: Readonly<Record<string, readonly string[]>>,
    after: Readonly<Record<string, readonly string[]>>,
    id: string,
  ): readonly number[] {
    return (after['slo_version'] ?? [])
      .filter((row) => !before['slo_version']?.includes(row))
      .map((row): { slo_id: string; version: number; target: number } => JSON.parse(row))
      .filter((version) => version.slo_id === id)
      .toSorted((a, b) => a.version - b.version)
      .map(({ target }) => target)
  }

  test('a second time does nothing, and no server has to read anything again', async () => {
    const sql = await databases.migratedForTest()
    expect(await apply(sql, atTarget(0.99))).toBe(true)
    const before = await revisionOf(sql)
    expect(await apply(sql, atTarget(0.99))).toBe(false)
    expect(await revisionOf(sql)).toEqual(before)
    expect(await sql.query('select from catalog_change')).toHaveLength(1)
  })

  test('a changed target counts from the running hour on, with who, when and why', async () => {
    const sql = await databases.migratedForTest()
    await apply(sql, atTarget(0.99), { at: NOW - 50 * HOUR_MS })
    const before = await revisionOf(sql)
    await apply(sql, atTarget(0.995), { author: 'Bea', reason: 'Users notice.' })
    expect(await servedSlo(sql)).toMatchObject({
      target: 0.995,
      versions: [
        { version: 1, target: 0.99, author: 'Ada', effectiveFrom: '2026-11-16T01:00:00Z' },
        {
          version: 2,
          target: 0.995,
          author: 'Bea',
          reason: 'Users notice.',
          effectiveFrom: '2026-11-18T03:00:00Z',
        },
      ],
    })
    const after = await revisionOf(sql)
    expect([after.revision > before.revision, after.catalog > before.catalog]).toEqual([true, true])
  })

  test('so does what an endpoint promises; what nothing is promised of has no versions', async () => {
    const sql = await databases.migratedForTest()
    await apply(sql, promising(0.9), { at: NOW - 50 * HOUR_MS, reasons: new Map([[ID, 'As measured']]) })
    await apply(sql, promising(0.95), { author: 'Bea', reason: 'Sold as such.' })
    expect(await servedSlo(sql)).toMatchObject({
      versions: [{ version: 1, target: 0.99, reason: 'As measured' }],
      slaTarget: 0.95,
      slaVersions: [
        { version: 1, target: 0.9, author: 'Ada', effectiveFrom: '2026-11-16T01:00:00Z' },
        { version: 2, target: 0.95, author: 'Bea', effectiveFrom: '2026-11-18T03:00:00Z' },
      ],
    })
    await apply(sql, atTarget(0.99))
    expect(await servedSlo(sql)).not.toHaveProperty('slaVersions')
    await apply(sql, promising(0.9))
    expect(await servedSlo(sql)).toMatchObject({ slaVersions: [{}, {}, { version: 3, target: 0.9 }] })
  })

  test('what was applied is in the audit log, field by field, with who and why', async () => {
    const sql = await databases.migratedForTest()
    await apply(sql, atTarget(0.99))
    await apply(sql, atTarget(0.995), { author: 'Bea', reason: 'Users notice.' })
    const { items } = await createAuditLog(sql).list({}, { after: null, limit: 10 })
    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({ callerName: 'Bea', action: 'apply-catalog', at: instantOf(NOW) })
    const [field = ''] = Object.keys(items[0]?.before ?? {})
    expect(field).toMatch(/^SLOs: .*target/)
    expect([items[0]?.before?.[field], items[0]?.after?.[field]]).toEqual([
      expect.stringContaining('99'),
      expect.stringContaining('99.5'),
    ])
    expect(items[0]?.after).toMatchObject({ reason: 'Users notice.' })
    expect(Object.values(items[1]?.after ?? {}).join()).toContain('new')
  })

  test('a reason that stands beside the target in its file goes before the one of the whole application', async () => {
    const sql = await databases.migratedForTest()
    await apply(sql, atTarget(0.99), { reasons: new Map([[ID, 'As in the contract']]) })
    expect(await servedSlo(sql)).toMatchObject({ versions: [{ reason: 'As in the contract' }] })
  })

  test('what is gone is archived with its hours, ends, and goes on where it left when it comes back', async () => {
    const sql = await databases.migratedForTest()
    const one = catalogOf(openSloText({}), openSloText({ name: 'errors' }))
    await apply(sql, one)
    const series = { sloId: ID, deployment: 'production' }
    const { id: seriesId } = await onlyRow(
      sql.query<{ id: number }>('select id from series where slo_id = $1', [ID]),
    )
    const rows = [{ hour: NOW_HOUR - 3, good: 9, total: 10 }]
    await upsertBuckets(sql, [{ seriesId, buckets: bucketsFromRows(rows) }], NOW_HOUR)

    await apply(sql, catalogOf(openSloText({ name: 'errors' })))
    const gone = storeOver(sql)
    expect((await gone.catalog()).slos.map(({ id }) => id)).toEqual(['shop.availability.errors'])
    expect((await gone.catalog()).endpoints).toHaveLength(1)
    expect((await gone.buckets.read(series, 0, NOW_HOUR)).hour).toHaveLength(1)
    expect(await gone.buckets.lifetime(series)).toEqual({ beganHour: NOW_HOUR - 3, endedHour: NOW_HOUR })

    await apply(sql, one, { at: NOW + 5 * HOUR_MS })
    expect(await servedSlo(sql)).toMatchObject({ versions: [{ version: 1, target: 0.99 }] })
    expect(await storeOver(sql).buckets.lifetime(series)).toEqual({
      beganHour: NOW_HOUR - 3,
      endedHour: null,
    })
    const { same } = await onlyRow(
      sql.query<{ same: boolean }>('select id = $2::int as same from series where slo_id = $1', [
        ID,
        seriesId,
      ]),
    )
    expect(same, 'hours stay with the series they were measured for').toBe(true)
  })

  test('a plan that is not true any more is refused, and nothing of it is done', async () => {
    const sql = await databases.migratedForTest()
    await apply(sql, atTarget(0.99))
    const plan = planCatalog(await readCodedCatalog(sql), atTarget(0.9))
    await apply(sql, atTarget(0.95))
    await expect(applyCatalog(sql, plan, application())).rejects.toThrow(CatalogMovedError)
    expect(await servedSlo(sql)).toMatchObject({ target: 0.95 })
  })

  test('of two servers with different plans at the same moment one is refused', async () => {
    const sql = await databases.migratedForTest()
    await apply(sql, atTarget(0.99))
    const current = await readCodedCatalog(sql)
    const outcomes = await Promise.allSettled(
      [0.9, 0.95].map((target) => applyCatalog(sql, planCatalog(current, atTarget(target)), application())),
    )
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await servedSlo(sql))?.versions).toHaveLength(2)
  })

  test('the simulated organization is left alone', async () => {
    const sql = await databases.migratedForTest()
    await storeOrganization(sql, tinyOrganization({ deps: {} }))
    await sql.script('update organization set is_simulated = true')
    await expect(apply(sql, atTarget(0.99))).rejects.toThrow('the simulated organization')
  })
})
