import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { openStore } from '../server/stores/sql/open-store.ts'
import { freePort } from '../server/testing/free-port.ts'
import { events, heldHours, storeMeasuredSlos } from '../server/testing/measured-slos.ts'
import { startSteadyEngine } from '../server/testing/steady-engine.ts'
import { makeDatabase } from '../server/testing/told-databases.ts'
import { collectCommand } from './collect-command.ts'
import { heardTerminal } from './testing/heard-terminal.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const measurement = { kind: 'bad-total', bad: events('bad'), total: events('all') } as const
const open = () => openStore({ databaseUrl: database.url }, () => undefined)
let database: Awaited<ReturnType<typeof makeDatabase>>
let engine: Awaited<ReturnType<typeof startSteadyEngine>>

beforeAll(async () => {
  engine = await startSteadyEngine()
  database = await makeDatabase()
  const sql = await open()
  await storeMeasuredSlos(sql, [
    { slug: 'cart', measurement },
    { slug: 'mail', measurement },
  ])
  await sql.close()
})
afterAll(async () => {
  engine.close()
  await database.drop()
})

const settings = () => ({ CONFIG: '/dev/null', DATABASE_URL: database.url, PROMETHEUS_URL: engine.url })

/** In this process, as long as it is not the process that matters. */
async function collect(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { terminal, heard } = heardTerminal({ ...settings(), ...environment })
  const status = await collectCommand(words, terminal)
  return { status, ...heard }
}

/** Not synchronous: the engine lives in this process and must be able to answer. */
async function started(words: readonly string[]) {
  const child = spawn(process.execPath, ['scripts/collect.ts', ...words], {
    env: { ...process.env, ...settings() },
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (said.stderr += String(chunk)))
  const [status] = await once(child, 'close')
  return { status: Number(status), ...said }
}

test('a given past span is fetched, of one SLO or of all', async () => {
  const span = ['--from', '2024-09-01', '--to', '2024-09-03']
  const one = await started([...span, '--slo', 'shop.availability.cart'])
  expect(one).toMatchObject({ status: 0, stdout: expect.stringContaining('48 hours of 1 series') })
  const all = await collect(['--from', '2024-09-01T12:00:00Z', '--to', '2024-09-01T15:00:00Z'])
  expect(all).toMatchObject({ status: 0, stdout: expect.stringContaining('6 hours of 2 series') })
  const sql = await open()
  expect((await heldHours(sql, 'cart')).size).toBe(48)
  expect((await heldHours(sql, 'mail')).size).toBe(3)
  await sql.close()
})

test('what fails is told by series, and the command fails', async () => {
  const PROMETHEUS_URL = `http://127.0.0.1:${await freePort()}`
  const failed = await collect(['--from', '2024-09-01', '--to', '2024-09-02'], { PROMETHEUS_URL })
  expect(failed.status).toBe(1)
  expect(failed.stderr).toMatch(/shop\.availability\.cart in main: .*ECONNREFUSED/)
})

const SPAN = ['--from', '2024-09-01', '--to', '2024-09-02']
test.each([
  [['--from', '2024-09-01'], '--to is missing'],
  [['--from', '2024-09-31', '--to', '2024-10-02'], '--from is "2024-09-31", which is no day'],
  [['--from', '2024-09-02', '--to', '2024-09-02'], '--to must be later'],
  [[...SPAN, '--slo', 'shop.availability.car'], 'No SLO shop.availability.car'],
  [['--form', '2024-09-01'], '--form'],
])('%j is refused: %s', async (words, reason) => {
  expect(await collect(words)).toEqual({ status: 1, stdout: '', stderr: expect.stringContaining(reason) })
})

test('the process says so with its exit code', async () => {
  expect(await started(['--form'])).toMatchObject({ status: 1, stderr: expect.stringContaining('--form') })
})
