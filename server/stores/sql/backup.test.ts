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
import { person } from '../../testing/callers.ts'
import { createAccessStore } from './access/access-store.ts'
import { backUp } from './backup.ts'
import { applyCatalog } from './catalog-apply.ts'
import { readMeasurements } from './catalog-measurements.ts'
import { planCatalog } from './catalog-plan.ts'
import { readCatalogState } from './catalog-watch.ts'
import { readCodedCatalog } from './coded-catalog-rows.ts'
import { readFeedProgress, writeOutcomes } from './feed-rows.ts'
import { migrate } from './migrate.ts'
import { createRecordReader } from './record-reader.ts'
import { restore } from './restore.ts'
import { createSqlStore } from './sql-store.ts'
import { onlyRow } from './sql.ts'

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

async function emptyOn(host: string) {
  const sql = await hosts[host]?.empty()
  if (sql === undefined) throw new Error(`There is no host ${host}`)
  return sql
}
async function migratedOn(host: string) {
  const sql = await emptyOn(host)
  await migrate(sql)
  return sql
}

const twoYears = () => createOrganization({ now: () => NOW, serviceCount: 1 })

// What a host writes and what it reads again are both tried with two years of everything.
describe.each([
  { from: embedded.host, to: embedded.host, source: tinyOrganization },
  { from: embedded.host, to: server.host, source: twoYears },
  { from: server.host, to: embedded.host, source: twoYears },
])('a backup made on $from', ({ from, to, source }) => {
  test(`gives the same answers when it is restored on ${to}`, async () => {
    const file = join(folder, `${from}-${to}.gz`)
    const original = await emptyOn(from)
    const before = await storeOrganization(original, source())
    await createAccessStore(original).tokens.create(apiToken, {
      by: person('admin'),
      at: apiToken.token.createdAt,
    })
    await tellRecords(original)
    await writeOutcomes(original, [failingFeed], 0)
    await sendFineBuckets(original)
    const made = await backUp(original, file)

    const copy = await migratedOn(to)
    expect(await restore(copy, file)).toEqual(made)
    expect(await contentsOf(createSqlStore(copy, before))).toEqual(await contentsOf(before))
    // An endpoint that is new to the copy gets a number that no other has.
    const endpoints = async () =>
      (await createSqlStore(copy, before).records.endpointFigures({}, wholeList)).totalCount
    const known = await endpoints()
    await tellRecords(copy, 'POST')
    expect(await endpoints()).toBe(known + 1)
    expect(await readFeedProgress(copy)).toEqual(
      new Map([[failingFeed.progress.seriesId, failingFeed.progress]]),
    )

    expect((await fineIn(copy)).fine).toHaveLength(2)
    expect(await fineIn(copy)).toEqual(await fineIn(original))
    expect(await accessIn(copy)).toEqual(await accessIn(original))
    expect((await accessIn(copy)).byHash).toEqual(apiToken.token)
    await createAccessStore(copy).tokens.revoke('a1', { by: person('admin'), at: '2026-11-21T11:00:00Z' })
    expect((await accessIn(copy)).audit.items).toHaveLength(2)

    const { isFree } = await onlyRow(
      copy.query<{ isFree: boolean }>(
        `select nextval(pg_get_serial_sequence('series', 'id')) > max(id) as "isFree" from series`,
      ),
    )
    expect(isFree, 'the next series gets a number of its own').toBe(true)
  }, 120_000)
})

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
  async function tinyBackup(): Promise<Buffer> {
    const file = join(folder, 'tiny.gz')
    const sql = await emptyOn(embedded.host)
    await storeOrganization(sql, tinyOrganization())
    await backUp(sql, file)
    return readFileSync(file)
  }
  async function restoring(content: Buffer) {
    const file = join(folder, 'broken.gz')
    writeFileSync(file, content)
    const sql = await migratedOn(embedded.host)
    const outcome = await restore(sql, file).then(
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
    const whole = lines(await tinyBackup())
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
    for (const { content, reason } of cases) {
      const { outcome, held } = await restoring(content)
      expect(outcome).toMatch(reason)
      expect(held).toBe(0)
    }
  }, 60_000)

  test('of a program that did not keep yet what had been told before, the store says since when it does', async () => {
    const [head = '', ...rest] = lines(await tinyBackup())
    const keptFrom = async (first: string) => {
      const file = join(folder, 'older.gz')
      writeFileSync(file, packed([first, ...rest]))
      const sql = await migratedOn(embedded.host)
      await restore(sql, file)
      return createRecordReader(sql).keptFrom?.()
    }
    expect(await keptFrom(head)).toBeNull()
    expect(await keptFrom(head.replace(',"0019-former-records"', ''))).toMatch(/^20.*Z$/)
  })

  test('a store that holds something is not written over', async () => {
    const file = join(folder, 'tiny.gz')
    const sql = await emptyOn(embedded.host)
    await storeOrganization(sql, tinyOrganization())
    await backUp(sql, file)
    await expect(restore(sql, file)).rejects.toThrow('There are data here already')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
