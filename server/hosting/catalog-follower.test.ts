import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { catalogStateSchema } from '../../src/contract/catalog-state.ts'
import { openSloText, slothText } from '../sources/slo-as-code/testing/texts.ts'
import { readCatalogState } from '../stores/sql/catalog-watch.ts'
import { createSqlStore } from '../stores/sql/sql-store.ts'
import type { Sql } from '../stores/sql/sql.ts'
import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { storeOrganization } from '../testing/stored-organization.ts'
import { NOW, tinyOrganization } from '../testing/tiny-organization.ts'
import { followCatalog } from './catalog-follower.ts'
import { createLog } from './log.ts'

vi.setConfig({ testTimeout: 60_000 })

const [, server] = sqlHosts

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const ID = 'shop.availability.availability'

function folderWith(files: Readonly<Record<string, string>>) {
  const path = mkdtempSync(join(tmpdir(), 'sre-slos-'))
  folders.push(path)
  const write = (name: string, text: string) => writeFileSync(join(path, name), text)
  for (const [name, text] of Object.entries(files)) write(name, text)
  return { path, write, remove: (name: string) => rmSync(join(path, name)) }
}

async function following(sql: Sql, path: string, pollSeconds = 60) {
  const lines: string[] = []
  const log = createLog({
    level: 'info',
    format: 'text',
    write: (line) => lines.push(line),
    now: () => NOW,
  })
  const settings = { path, author: 'SLO files', pollSeconds }
  const follower = await followCatalog({ sql, settings, log, now: () => NOW })
  await follower.look()
  return { ...follower, lines }
}

async function slosOf(sql: Sql) {
  const { slos } = await createSqlStore(sql, tinyOrganization()).catalog()
  return new Map(slos.map((slo) => [slo.id, slo]))
}

async function stateOf(sql: Sql) {
  return catalogStateSchema.parse(await readCatalogState(sql))
}

const at = (target: string) => openSloText({ objective: `target: ${target}` })

let databases: TestDatabases

function storedIn(start: () => Promise<TestDatabases>): void {
  beforeAll(async () => {
    databases = await start()
  }, 120_000)
  afterAll(() => databases.stop())
}

const emptyStore = (): Promise<Sql> => databases.migratedForTest()

describe.each(sqlHosts)('files followed into $host', ({ start }) => {
  storedIn(start)

  test('the files are in effect at the start, and so is what changes in them, with the reason beside it', async () => {
    const sql = await emptyStore()
    const files = folderWith({ 'shop.yaml': at('0.99'), 'search.yaml': slothText({}) })
    const follower = await following(sql, files.path)
    expect([...(await slosOf(sql)).keys()]).toEqual(['search.availability.answers', ID])
    expect((await slosOf(sql)).get(ID)?.source).toEqual({ file: 'shop.yaml', line: 4 })

    files.write('shop.yaml', `# The shop.\n${at('0.99')}`)
    await follower.look()
    expect((await slosOf(sql)).get(ID)).toMatchObject({ source: { line: 5 }, versions: [{ version: 1 }] })

    files.write('shop.yaml', at('0.995 # Users notice (Ada)'))
    await follower.look()
    expect((await slosOf(sql)).get(ID)?.versions).toMatchObject([
      { target: 0.99 },
      { target: 0.995, author: 'SLO files', reason: 'Users notice (Ada)' },
    ])
    expect(await stateOf(sql)).toMatchObject({
      files: { path: files.path, fileCount: 2, errorCount: 0, mistakes: [], pending: [], failure: null },
      lastChange: { author: 'SLO files', changes: [{ kind: 'SLOs', changedCount: 1 }] },
    })

    files.remove('search.yaml')
    await follower.look()
    expect([...(await slosOf(sql)).keys()]).toEqual([ID])
  })

  test('two servers that start at the same moment apply once, and neither fails', async () => {
    const sql = await emptyStore()
    const files = folderWith({ 'shop.yaml': at('0.99') })
    await Promise.all([following(sql, files.path), following(sql, files.path)])
    expect(await stateOf(sql)).toMatchObject({ files: { failure: null, pending: [] } })
    expect(await sql.query('select from catalog_change')).toHaveLength(1)
  })

  test('of two servers that see different files for a while none undoes what the other applied', async () => {
    const sql = await emptyStore()
    const older = await following(sql, folderWith({ 'shop.yaml': at('0.99') }).path)
    const newer = await following(sql, folderWith({ 'shop.yaml': at('0.95') }).path)
    await older.look()
    await newer.look()
    await older.look()
    expect((await slosOf(sql)).get(ID)?.versions.map(({ target }) => target)).toEqual([0.99, 0.95])
  })
})

// What is read from files does not depend on where it is kept.
describe('files followed', () => {
  storedIn(server.start)

  test('a file that became unreadable archives nothing; what reads well beside it takes effect; the mistake has its place', async () => {
    const sql = await emptyStore()
    const files = folderWith({ 'shop.yaml': at('0.99'), 'search.yaml': slothText({}) })
    const follower = await following(sql, files.path)

    files.write('search.yaml', 'version: prometheus/v1\nservice: [')
    files.write('shop.yaml', at('0.995'))
    await follower.look()
    const slos = await slosOf(sql)
    expect([...slos.keys()]).toEqual(['search.availability.answers', ID])
    expect(slos.get(ID)?.target).toBe(0.995)
    expect(await stateOf(sql)).toMatchObject({
      files: {
        errorCount: 1,
        mistakes: [{ severity: 'error', file: 'search.yaml', line: 2 }],
        pending: expect.arrayContaining([expect.objectContaining({ kind: 'SLOs', goneCount: 1 })]),
      },
    })
    expect(follower.lines.join('')).toContain('search.yaml:2:')

    files.write('search.yaml', slothText({}))
    await follower.look()
    expect(await stateOf(sql)).toMatchObject({ files: { errorCount: 0, pending: [] } })
  })

  test('a folder that is not there any more changes nothing and is told', async () => {
    const sql = await emptyStore()
    const files = folderWith({ 'shop.yaml': at('0.99') })
    const follower = await following(sql, files.path)
    rmSync(files.path, { recursive: true })
    await follower.look()
    expect([...(await slosOf(sql)).keys()]).toEqual([ID])
    expect(await stateOf(sql)).toMatchObject({ files: { errorCount: 1 } })
  })

  test('a change is noticed by itself', async () => {
    const sql = await emptyStore()
    const files = folderWith({ 'shop.yaml': at('0.99') })
    const follower = await following(sql, files.path, 1)
    follower.start()
    try {
      files.write('shop.yaml', at('0.9'))
      await expect.poll(async () => (await slosOf(sql)).get(ID)?.target, { timeout: 50_000 }).toBe(0.9)
    } finally {
      await follower.stop()
    }
  })

  test('the simulated organization is not mixed with files', async () => {
    const sql = await emptyStore()
    await storeOrganization(sql, tinyOrganization())
    await sql.script('update organization set is_simulated = true')
    await expect(following(sql, folderWith({ 'shop.yaml': at('0.99') }).path)).rejects.toThrow(
      'the simulated organization',
    )
  })

  test('the file of an SLO is given with another target, as it would be committed', async () => {
    const sql = await emptyStore()
    const files = folderWith({ 'shop.yaml': at('0.99') })
    const follower = await following(sql, files.path)
    expect(await follower.editedTarget(ID, 0.995, 'Users notice')).toEqual({
      fileName: 'shop.yaml',
      before: at('0.99'),
      after: at('0.995 # Users notice'),
    })
    expect(await follower.editedTarget('shop.availability.other', 0.995, '')).toBe(null)
  })
})
