import { describe, expect, test, vi } from 'vitest'

import { bucketsFromRows, type BucketRow } from '../../../src/domain/buckets.ts'
import { StoreUnavailableError, type ApiDeps } from '../../ports.ts'
import { startOwnPostgres } from '../../testing/told-databases.ts'
import { databasesOf, sqlHosts } from '../../testing/sql-hosts.ts'
import { storeOrganization } from '../../testing/stored-organization.ts'
import {
  NOW_HOUR,
  shortOrganization,
  tinyCatalog,
  tinyOrganization,
} from '../../testing/tiny-organization.ts'
import { BucketsRefusedError, upsertBuckets } from './bucket-writer.ts'
import { migrate, SCHEMA_VERSION } from './migrate.ts'
import { openPostgres } from './postgres-sql.ts'
import { recordedOnce } from '../../testing/recorded-correction.ts'
import { upsertCorrections } from './correction-rows.ts'
import { upsertReleases } from './record-rows.ts'
import { seedOnce } from './seed.ts'
import { createSqlStore } from './sql-store.ts'
import { onlyRow, type Sql } from './sql.ts'

const key = { sloId: 'cart.latency.get-cart', deployment: 'north' }
// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const quiet = () => undefined

describe.each(sqlHosts)('the store on $host', ({ start }) => {
  const databases = databasesOf(start)

  async function filled() {
    const sql = await databases.migratedForTest()
    const store = await storeOrganization(sql, shortOrganization())
    const { id } = await onlyRow(
      sql.query<{ id: number }>('select id from series where slo_id = $1 and deployment = $2', [
        key.sloId,
        key.deployment,
      ]),
    )
    const upsert = (...rows: BucketRow[]) =>
      upsertBuckets(sql, [{ seriesId: id, buckets: bucketsFromRows(rows) }], NOW_HOUR)
    return { sql, store, id, upsert }
  }
  const revisionOf = (store: ApiDeps) => store.buckets.revision?.()
  const rowAt = async (store: ApiDeps, hour: number) => {
    const { good, total } = await store.buckets.read(key, hour, hour + 1)
    return { good: good[0], total: total[0] }
  }

  test('late data replace the hour they are of, and the revision tells', async () => {
    const { store, upsert } = await filled()
    const before = await revisionOf(store)
    const hour = NOW_HOUR - 30
    await upsert({ hour, good: 3, total: 7 })
    expect(await rowAt(store, hour)).toEqual({ good: 3, total: 7 })
    expect((await store.buckets.read(key, hour - 1, hour + 2)).hour.length).toBe(3)
    expect(await revisionOf(store)).not.toBe(before)
  })

  test('writing the same again changes nothing, not even the revision', async () => {
    const { store, upsert } = await filled()
    const row = { hour: NOW_HOUR - 30, good: 3, total: 7 }
    await upsert(row)
    const before = await revisionOf(store)
    await upsert(row)
    expect(await revisionOf(store)).toBe(before)
  })

  test('a new hour moves now on; what was past stays as it was', async () => {
    const { sql, id } = await filled()
    const later = NOW_HOUR + 5
    const store = createSqlStore(sql, { now: () => later * 3_600_000, report: quiet })
    expect(await store.buckets.nowHour()).toBe(NOW_HOUR)
    const before = await revisionOf(store)
    const hours = [NOW_HOUR, NOW_HOUR + 1].map((hour) => ({ hour, good: 9, total: 10 }))
    await upsertBuckets(sql, [{ seriesId: id, buckets: bucketsFromRows(hours) }], later)
    expect(await store.buckets.nowHour()).toBe(NOW_HOUR + 2)
    expect(await revisionOf(store)).toBe(before)
    expect((await store.buckets.read(key, NOW_HOUR, NOW_HOUR + 9)).hour.length).toBe(2)
  })

  test('an hour that is not complete yet is refused by name, and not given out where the clock of another took it', async () => {
    const { sql, store, id, upsert } = await filled()
    await expect(upsert({ hour: NOW_HOUR, good: 1, total: 2 })).rejects.toThrow(
      `series ${id}, hour ${NOW_HOUR}: hour is ${NOW_HOUR}, which ends 2026-11-18T04:00:00Z`,
    )
    const early = bucketsFromRows([{ hour: NOW_HOUR, good: 1, total: 2 }])
    await upsertBuckets(sql, [{ seriesId: id, buckets: early }], NOW_HOUR + 1)
    expect(await store.buckets.nowHour()).toBe(NOW_HOUR)
    expect((await store.buckets.read(key, NOW_HOUR - 1, NOW_HOUR + 5)).hour.length).toBe(1)
  })

  test('hours from years before make their partitions and lengthen the life of the series', async () => {
    const { store, upsert } = await filled()
    const hour = NOW_HOUR - 30_000
    await upsert({ hour, good: 4, total: 5 }, { hour: hour + 2000, good: 5, total: 5 })
    expect((await store.buckets.lifetime(key)).beganHour).toBe(hour)
    expect(await store.buckets.fromHour()).toBe(hour)
    expect(Array.from((await store.buckets.read(key, hour, hour + 2001)).hour)).toEqual([hour, hour + 2000])
  })

  test('counts are exact as far as JavaScript counts', async () => {
    const { store, upsert } = await filled()
    const most = Number.MAX_SAFE_INTEGER
    await upsert({ hour: NOW_HOUR - 1, good: most - 1, total: most })
    expect(await rowAt(store, NOW_HOUR - 1)).toEqual({ good: most - 1, total: most })
  })

  test('a write that is refused leaves nothing behind', async () => {
    const { store, upsert } = await filled()
    const before = [await revisionOf(store), await rowAt(store, NOW_HOUR - 9)]
    await expect(
      upsert({ hour: NOW_HOUR - 9, good: 1, total: 2 }, { hour: NOW_HOUR - 8, good: 3, total: 2 }),
    ).rejects.toThrow(BucketsRefusedError)
    expect([await revisionOf(store), await rowAt(store, NOW_HOUR - 9)]).toEqual(before)
  })

  test('of a series that comes twice in one write the last counts', async () => {
    const { sql, store, id } = await filled()
    const once = (good: number) => ({
      seriesId: id,
      buckets: bucketsFromRows([{ hour: NOW_HOUR - 5, good, total: 10 }]),
    })
    await upsertBuckets(sql, [once(1), once(2), once(3)], NOW_HOUR)
    expect(await rowAt(store, NOW_HOUR - 5)).toEqual({ good: 3, total: 10 })
  })

  test('a correction and its withdrawal show at once, and the revision tells', async () => {
    const { sql, store, id } = await filled()
    const before = await revisionOf(store)
    const exclusion = {
      ...recordedOnce,
      id: 'maintenance',
      kind: 'exclusion',
      fromHour: NOW_HOUR - 20,
      toHour: NOW_HOUR - 10,
    } as const
    await upsertCorrections(sql, id, [exclusion])
    expect(await store.corrections.list(key)).toEqual([exclusion])
    const withdrawn = { ...exclusion, withdrawnAt: '2026-11-11T00:00:00Z' }
    await upsertCorrections(sql, id, [withdrawn])
    expect(await store.corrections.list(key)).toEqual([withdrawn])
    expect(await revisionOf(store)).not.toBe(before)
  })

  test('a release that is told again is one release', async () => {
    const { sql, store } = await filled()
    const release = {
      id: 'cart-2',
      service: 'cart',
      deployment: 'north',
      version: '2.0.1',
      at: '2026-11-06T02:00:00Z',
      result: 'failed' as const,
      committedAt: '2026-11-05T12:00:00Z',
      recoveredAt: '2026-11-06T04:00:00Z',
      commits: 3,
    }
    await upsertReleases(sql, [release], { at: NOW_HOUR * 3_600_000 })
    const held = await store.releases.list({ services: ['cart'], fromHour: 0, toHour: NOW_HOUR })
    expect(held.filter(({ id }) => id === 'cart-2')).toEqual([release])
  })

  test('what another server writes is seen by this one', async () => {
    const { sql, store, upsert } = await filled()
    const other = createSqlStore(sql, store)
    await other.buckets.nowHour()
    await upsert({ hour: NOW_HOUR - 40_000, good: 1, total: 1 })
    expect((await other.buckets.lifetime(key)).beganHour).toBe(NOW_HOUR - 40_000)
  })

  test('servers that start at the same time migrate and fill once', async () => {
    const sql = await databases.empty()
    let copies = 0
    const onProgress = (done: number) => void (copies += done === 1 ? 1 : 0)
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        await migrate(sql)
        await seedOnce(sql, { source: tinyOrganization(), onProgress })
      }),
    )
    const applied = await sql.query('select name from schema_migration')
    expect(applied).toHaveLength(SCHEMA_VERSION)
    expect(copies).toBe(1)
    expect(await createSqlStore(sql, { now: () => 0, report: quiet }).catalog()).toEqual(tinyCatalog)
  })

  test('a fill that fails leaves the database as empty as it was', async () => {
    const sql = await databases.migratedForTest()
    const source = tinyOrganization()
    const broken = { ...source, releases: { list: () => Promise.reject(new Error('torn')) } }
    await expect(seedOnce(sql, { source: broken, onProgress: quiet })).rejects.toThrow('torn')
    expect(await countRows(sql, 'organization')).toBe(0)
    await seedOnce(sql, { source, onProgress: quiet })
    expect(await countRows(sql, 'organization')).toBe(1)
  })

  test('an organization that began empty stays so and can be asked everything', async () => {
    const sql = await databases.migratedForTest()
    await seedOnce(sql, { source: null, onProgress: quiet })
    await seedOnce(sql, { source: tinyOrganization(), onProgress: quiet })
    const store = createSqlStore(sql, { now: () => NOW_HOUR * 3_600_000, report: quiet })
    expect(await store.catalog()).toMatchObject({ organization: { isSimulated: false }, slos: [] })
    expect(await store.buckets.nowHour()).toBe(NOW_HOUR)
    expect(await store.releases.list({ fromHour: 0, toHour: NOW_HOUR })).toEqual([])
  })

  test('data of a newer version are left alone', async () => {
    const sql = await databases.migratedForTest()
    await sql.query("insert into schema_migration (name) values ('9999-future')")
    await expect(migrate(sql)).rejects.toThrow('9999-future')
  })
})

describe('a server that is away', () => {
  test('is told from one that refuses', async () => {
    const opening = openPostgres('postgres://nobody@127.0.0.1:1/nothing', { report: quiet })
    await expect(opening).rejects.toThrow(StoreUnavailableError)
  })

  test('is unavailable even to those who were in the middle of something, and ends no process', async () => {
    const server = await startOwnPostgres()
    const sql = await openPostgres(server.url, { report: quiet })
    const store = await storeOrganization(sql, tinyOrganization())
    await expect(sql.query('select from nothing')).rejects.not.toThrow(StoreUnavailableError)

    const halfway = sql.transaction(async (transaction) => {
      await server.stop()
      await transaction.query('select 1')
    })
    await expect(halfway).rejects.toThrow(StoreUnavailableError)
    await expect(store.catalog()).rejects.toThrow(StoreUnavailableError)
    await expect(store.releases.list({ fromHour: 0, toHour: NOW_HOUR })).rejects.toThrow(
      StoreUnavailableError,
    )
    await sql.close()
  })
})

async function countRows(sql: Sql, table: 'organization'): Promise<number> {
  return (await onlyRow(sql.query<{ count: number }>(`select count(*)::int as count from ${table}`))).count
}
