import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { openStore } from '../server/stores/sql/open-store.ts'
import { freePort } from '../server/testing/free-port.ts'
import { events, heldHours, storeMeasuredSlos } from '../server/testing/measured-slos.ts'
import { startSteadyEngine } from '../server/testing/steady-engine.ts'
import { makeDataFolder } from '../server/testing/told-databases.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'sre-collect-'))
const DATA_DIR = join(folder, 'data')
const CONFIG = join(folder, 'empty.yaml')
const measurement = { kind: 'bad-total', bad: events('bad'), total: events('all') } as const
const open = () => openStore({ dataFolder: DATA_DIR }, () => undefined)
let engine: Awaited<ReturnType<typeof startSteadyEngine>>

beforeAll(async () => {
  writeFileSync(CONFIG, '')
  engine = await startSteadyEngine()
  await makeDataFolder(DATA_DIR)
  const sql = await open()
  await storeMeasuredSlos(sql, [
    { slug: 'cart', measurement },
    { slug: 'mail', measurement },
  ])
  await sql.close()
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true })
})

/** Not synchronous: the engine lives in this process and must be able to answer. */
async function collect(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['scripts/collect.ts', ...words], {
    env: { ...process.env, CONFIG, DATA_DIR, PROMETHEUS_URL: engine.url, ...environment },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (said.out += String(chunk)))
  child.stderr.on('data', (chunk) => (said.err += String(chunk)))
  const [status] = await once(child, 'close')
  return { status: Number(status), ...said }
}

test('a given past span is fetched, of one SLO or of all', async () => {
  const span = ['--from', '2024-09-01', '--to', '2024-09-03']
  const one = await collect([...span, '--slo', 'shop.availability.cart'])
  expect(one).toMatchObject({ status: 0, out: expect.stringContaining('48 hours of 1 series') })
  const all = await collect(['--from', '2024-09-01T12:00:00Z', '--to', '2024-09-01T15:00:00Z'])
  expect(all).toMatchObject({ status: 0, out: expect.stringContaining('6 hours of 2 series') })
  const sql = await open()
  expect((await heldHours(sql, 'cart')).size).toBe(48)
  expect((await heldHours(sql, 'mail')).size).toBe(3)
  await sql.close()
})

test('what fails is told by series, and the command fails', async () => {
  const PROMETHEUS_URL = `http://127.0.0.1:${await freePort()}`
  const failed = await collect(['--from', '2024-09-01', '--to', '2024-09-02'], { PROMETHEUS_URL })
  expect(failed.status).toBe(1)
  expect(failed.err).toMatch(/shop\.availability\.cart in main: .*ECONNREFUSED/)
})

test.each([
  [['--from', '2024-09-01'], '--to is missing'],
  [['--from', '2024-09-31', '--to', '2024-10-02'], '--from is "2024-09-31", which is no day'],
  [['--from', '2024-09-02', '--to', '2024-09-02'], '--to must be later'],
  [
    ['--from', '2024-09-01', '--to', '2024-09-02', '--slo', 'shop.availability.car'],
    'No SLO shop.availability.car',
  ],
  [['--form', '2024-09-01'], '--form'],
])('%j is refused: %s', async (words, reason) => {
  const refused = await collect(words)
  expect(refused.status).toBe(1)
  expect(refused.err).toContain(reason)
})
