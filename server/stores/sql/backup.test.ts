import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { createOrganization } from '../../../mocks/organization/organization.ts'
import { findCatalogFiles } from '../../sources/slo-as-code/catalog-files.ts'
import { readCatalog } from '../../sources/slo-as-code/read-catalog.ts'
import { fineIn, sendFineBuckets } from '../../testing/fine-hour.ts'
import { sqlHosts, type TestDatabases } from '../../testing/sql-hosts.ts'
import { accessIn, apiToken, contentsOf, tellRecords, wholeList } from '../../testing/store-contents.ts'
import { storeOrganization } from '../../testing/stored-organization.ts'
import { NOW, tinyOrganization } from '../../testing/tiny-organization.ts'
import type { ApiDeps } from '../../ports.ts'
import { person } from '../../testing/callers.ts'
import { createAccessStore } from './access/access-store.ts'
import { backUp } from './backup.ts'
import { applyCatalog } from './catalog-apply.ts'
import { readMeasurements } from './catalog-measurements.ts'
import { planCatalog } from './catalog-plan.ts'
import { readCatalogState } from './catalog-watch.ts'
import { readCodedCatalog } from './coded-catalog-rows.ts'
import { readFeedProgress, writeOutcomes } from './feed-rows.ts'
import { createRecordReader } from './record-reader.ts'
import { restore } from './restore.ts'
import { createSqlStore, type SqlStore } from './sql-store.ts'
import { onlyRow, type Sql } from './sql.ts'

const folder = mkdtempSync(join(tmpdir(), 'sre-backup-'))
const [embedded, server] = sqlHosts
let hosts: Readonly<Record<string, TestDatabases>>
beforeAll(async () => {
  hosts = { [embedded.host]: await embedded.start(), [server.host]: await server.start() }
}, 120_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await Promise.all(Object.values(hosts).map((host) => host.stop()))
})

/** As the collector leaves it; every field says something. */
const failingFeed = {
  rows: [],
  obstacle: null,
  progress: {
    seriesId: 1,
    source: 'main',
    askedFromHour: 100,
    askedUpToHour: 200,
    fedUpToHour: 150,
    fedAt: NOW - 2000,
    triedAt: NOW - 1000,
    failureKind: 'timeout',
    failure: 'No answer within 30 s',
    failingSince: NOW - 5000,
    failureCount: 3,
    nextTryAt: NOW,
  },
}

async function migratedOn(host: string) {
  const sql = await hosts[host]?.migratedForTest()
  if (sql === undefined) throw new Error(`There is no host ${host}`)
  return sql
}

/** Two years of everything, but of one SLO only its hours. */
function longOrganization(): ApiDeps {
  const organization = createOrganization({ now: () => NOW, serviceCount: 1 })
  const { buckets, catalog } = organization
  const read: typeof buckets.read = async (series, fromHour, toHour) => {
    const [first] = (await catalog()).slos
    return buckets.read(
      series,
      series.sloId === first?.id ? fromHour : Math.max(fromHour, toHour - 100),
      toHour,
    )
  }
  return { ...organization, buckets: { ...buckets, read } }
}

test('gives the same answers wherever it is restored, and so does one that is made of that again', async () => {
  const original = await migratedOn(server.host)
  const before = await storeOrganization(original, longOrganization())
  await createAccessStore(original).tokens.create(apiToken, {
    by: person('admin'),
    at: apiToken.token.createdAt,
  })
  await tellRecords(original)
  await writeOutcomes(original, [failingFeed], 0)
  await sendFineBuckets(original)
  const meant = await heldIn(original, before)
  expect(meant.feeds).toEqual(new Map([[failingFeed.progress.seriesId, failingFeed.progress]]))
  expect(meant.fine.fine).toHaveLength(2)
  expect(meant.access.byHash).toEqual(apiToken.token)

  // What a host writes and what it reads again are both tried with two years of everything.
  let last = original
  const copies: Sql[] = []
  for (const to of [embedded.host, server.host]) {
    const file = join(folder, `to-${to}.gz`)
    const made = await backUp(last, file)
    const copy = await migratedOn(to)
    expect(await restore(copy, file)).toEqual(made)
    expect(await heldIn(copy, createSqlStore(copy, before))).toEqual(meant)
    copies.push(copy)
    last = copy
  }
  for (const copy of copies) await expectToGoOn(copy, createSqlStore(copy, before))
}, 120_000)

async function heldIn(sql: Sql, store: SqlStore) {
  return {
    contents: await contentsOf(store),
    feeds: await readFeedProgress(sql),
    fine: await fineIn(sql),
    access: await accessIn(sql),
  }
}

/** What is new to a copy gets a number that nothing else has. */
async function expectToGoOn(copy: Sql, store: SqlStore): Promise<void> {
  const endpoints = async () => (await store.records.endpointFigures({}, wholeList)).totalCount
  const known = await endpoints()
  await tellRecords(copy, 'POST')
  expect(await endpoints()).toBe(known + 1)
  await createAccessStore(copy).tokens.revoke('a1', { by: person('admin'), at: '2026-11-21T11:00:00Z' })
  expect((await accessIn(copy)).audit.items).toHaveLength(2)
  const { isFree } = await onlyRow(
    copy.query<{ isFree: boolean }>(
      `select nextval(pg_get_serial_sequence('series', 'id')) > max(id) as "isFree" from series`,
    ),
  )
  expect(isFree, 'the next series gets a number of its own').toBe(true)
}

test('a catalog as code comes back with its measurements, policies and rotations, and with who changed it last', async () => {
  const { files } = await findCatalogFiles('examples/slo-as-code')
  const { catalog, origins } = readCatalog(files)
  const original = await migratedOn(embedded.host)
  const plan = planCatalog(await readCodedCatalog(original), catalog)
  const reasons = new Map<string, string>()
  await applyCatalog(original, plan, {
    author: 'Ada',
    reason: 'Agreed',
    at: NOW,
    source: 'slos',
    origins,
    reasons,
  })
  const file = join(folder, 'coded.gz')
  await backUp(original, file)

  const copy = await migratedOn(server.host)
  await restore(copy, file)
  expect(await readCodedCatalog(copy)).toEqual(catalog)
  expect(await readMeasurements(copy)).toEqual(await readMeasurements(original))
  expect(await readCatalogState(copy)).toMatchObject({ lastChange: { author: 'Ada', reason: 'Agreed' } })

  const { defaultSlos: _defaults, slos: _slos, ...rest } = catalog
  const next = planCatalog(catalog, { ...rest, defaultSlos: [], slos: [] })
  expect(
    await applyCatalog(copy, next, { author: 'Bea', reason: '', at: NOW, source: 'slos', origins, reasons }),
  ).toBe(true)
}, 120_000)

describe('a file that is no whole backup', () => {
  const file = join(folder, 'tiny.gz')
  let filled: Sql
  let whole: readonly string[]
  beforeAll(async () => {
    const sql = await hosts[embedded.host]?.migrated()
    if (sql === undefined) throw new Error('The embedded database was not started')
    filled = sql
    await storeOrganization(filled, tinyOrganization())
    await backUp(filled, file)
    whole = lines(readFileSync(file))
  })

  async function restoring(sql: Sql, content: Buffer) {
    const broken = join(folder, 'broken.gz')
    writeFileSync(broken, content)
    const outcome = await restore(sql, broken).then(
      () => 'restored',
      (error: Error) => error.message,
    )
    const rows = await sql.query('select from organization')
    const tables = await sql.query('select from bucket')
    return { outcome, held: rows.length + tables.length }
  }
  const lines = (content: Buffer) => gunzipSync(content).toString().trimEnd().split('\n')
  const packed = (all: readonly string[]) => gzipSync(`${all.join('\n')}\n`)

  test('leaves the store as empty as it was, and says why', async () => {
    const cases = [
      { content: packed(whole.slice(0, -1)), reason: 'cut short' },
      { content: packed(whole.toSpliced(3, 1)), reason: /lines|violates/ },
      { content: packed(whole.slice(1)), reason: 'no backup' },
      { content: packed(whole).subarray(0, -40), reason: /unexpected end|cut short/ },
      { content: packed([...whole.slice(0, 2), '{"table":"pg_user","rows":[]}']), reason: 'pg_user' },
      { content: Buffer.from('good morning'), reason: /header|no backup/ },
      { content: gzipSync('{"a":\n'), reason: 'no backup' },
      {
        content: packed([whole[0]?.replace('"version":1', '"version":2') ?? '', ...whole.slice(1)]),
        reason: 'newer version',
      },
    ]
    // One after the other into the same: what one left behind the next would stumble over.
    const sql = await migratedOn(embedded.host)
    for (const { content, reason } of cases) {
      const { outcome, held } = await restoring(sql, content)
      expect(outcome).toMatch(reason)
      expect(held).toBe(0)
    }
  }, 60_000)

  test('of a program that did not keep yet what had been told before, the store says since when it does', async () => {
    const [head = '', ...rest] = whole
    const keptFrom = async (first: string) => {
      const older = join(folder, 'older.gz')
      writeFileSync(older, packed([first, ...rest]))
      const sql = await migratedOn(embedded.host)
      await restore(sql, older)
      return createRecordReader(sql).keptFrom?.()
    }
    expect(await keptFrom(head)).toBeNull()
    expect(await keptFrom(head.replace(',"0019-former-records"', ''))).toMatch(/^20.*Z$/)
  })

  test('a store that holds something is not written over', async () => {
    await expect(restore(filled, file)).rejects.toThrow('There are data here already')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
