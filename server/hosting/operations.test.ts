import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { startServerProcess, type ServerProcess } from '../testing/server-process.ts'
import { storeTinyIn } from '../testing/tiny-place.ts'
import { makeDataFolder, startOwnPostgres } from '../testing/told-databases.ts'

vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'sre-operations-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hasPromtool = spawnSync('promtool', ['--version']).status === 0

const metricNames = (text: string) => [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)

describe('a server over an embedded store', () => {
  let server: ServerProcess
  beforeAll(async () => {
    await makeDataFolder(folder)
    await storeTinyIn({ dataFolder: folder })
    server = await startServerProcess({ DATA_DIR: folder })
  }, 120_000)
  afterAll(() => server.stop('SIGKILL'))

  test('is alive, ready, and tells its figures', async () => {
    const ask = (path: string) => fetch(server.url + path)
    expect((await ask('/healthz')).status).toBe(200)
    const ready = await ask('/readyz')
    expect(ready.status).toBe(200)
    expect(await ready.json()).toEqual({
      isReady: true,
      parts: [
        { part: 'server', isReady: true },
        { part: 'store', isReady: true },
      ],
    })

    const { dataUpTo } = await (await ask('/api/organization')).json()
    const text = await (await ask('/metrics')).text()
    const newest = /^sre_indicators_store_newest_hour_end_timestamp_seconds (\d+)$/m.exec(text)?.[1]
    expect(new Date(Number(newest) * 1000).toISOString()).toBe(new Date(dataUpTo).toISOString())
    const bytes = /^sre_indicators_store_size_bytes\{table="bucket"\} (\d+)$/m.exec(text)?.[1]
    expect(Number(bytes)).toBeGreaterThan(100_000)
    expect(text).toContain('{method="GET",route="/api/organization",status="200"} 1')
    expect(metricNames(text)).toContain('process_resident_memory_bytes')
  })

  test.runIf(hasPromtool)('Prometheus finds nothing to complain about (needs promtool)', async () => {
    await fetch(`${server.url}/api/slos`)
    await fetch(`${server.url}/api/slos?nonsense=1`)
    const answer = await fetch(`${server.url}/metrics`)
    const input = await answer.text()
    expect(answer.headers.get('content-type')).toContain('version=0.0.4')
    expect(metricNames(input).length).toBeGreaterThan(10)
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input,
      encoding: 'utf8',
    })
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' })
  })

  test('ends well', async () => {
    expect(await server.stop('SIGTERM')).toBe(0)
  })
})

test('a database that goes away makes the server unready, not dead, and its address stays untold', async () => {
  const postgres = await startOwnPostgres()
  const server = await startServerProcess({ DATABASE_URL: postgres.url }, ['--empty'])
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  const port = new URL(postgres.url).port
  await postgres.stop()

  const readiness = async () => (await fetch(`${server.url}/readyz`)).text()
  await expect.poll(readiness, { timeout: 30_000 }).toContain('"part":"store","isReady":false')
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${server.url}/api/slos`)).status).toBe(503)
  const figures = await fetch(`${server.url}/metrics`)
  expect(figures.status).toBe(200)
  expect(await figures.text()).toContain('status="503"')

  const told = JSON.stringify(server.lines) + (await readiness())
  expect(server.lines.some(({ event }) => event === 'not-ready')).toBe(true)
  expect(told).not.toContain(port)
  expect(await server.stop('SIGTERM')).toBe(0)
})
