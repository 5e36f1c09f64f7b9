import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import type { StorePlace } from '../../settings/store-settings.ts'
import type { PostgresServer } from '../../testing/postgres-server.ts'
import { SHORT_WEBASSEMBLY } from '../../testing/server-process.ts'
import { makeDataFolder, startOwnPostgres } from '../../testing/told-databases.ts'
import { openStore } from './open-store.ts'

// Recovery forces every file to disk, and a busy disk takes its time.
vi.setConfig({ testTimeout: 180_000 })

const WRITER = resolve(import.meta.dirname, '../../testing/upsert-forever.ts')
const FIRST_HOUR = 490_000
const LATER_HOUR = FIRST_HOUR + 1_000
/** Odd numbers, so that something dies at another point of its work each time. */
const kills = [1, 30]

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sre-crash-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The hours a process said it had stored; `onHours` is told how many those are by now. */
async function store(
  place: string,
  fromHour: number,
  onHours: (count: number, writer: ChildProcess) => void,
): Promise<number[]> {
  const writer = spawn(process.execPath, [SHORT_WEBASSEMBLY, WRITER, place, String(fromHour)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged: number[] = []
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged.push(Number(line))
    onHours(acknowledged.length, writer)
  }
  if (writer.signalCode === null) await once(writer, 'exit')
  expect(writer.signalCode).toBe('SIGKILL')
  return acknowledged
}

async function storeUntilKilled(place: string, fromHour: number, afterHours: number): Promise<number[]> {
  return store(place, fromHour, (count, writer) => {
    if (count === afterHours) writer.kill('SIGKILL')
  })
}

/** Hours that were acknowledged and are not there, and such that are there in part. */
async function damages(place: StorePlace, acknowledged: readonly number[]): Promise<readonly number[]> {
  const sql = await openStore(place, () => undefined)
  const rows = await sql.query<{ hour: number; series: number; isRight: boolean }>(
    `select hour, count(*)::int as series, bool_and(good = hour and total = hour + series_id) as "isRight"
    from bucket group by hour order by hour`,
  )
  await sql.close()
  const held = new Set(rows.map(({ hour }) => hour))
  const torn = rows.filter(({ series, isRight }) => series !== 3 || !isRight).map(({ hour }) => hour)
  return [...acknowledged.filter((hour) => !held.has(hour)), ...torn]
}

async function storeThroughKills(place: string): Promise<number[]> {
  let acknowledged: number[] = []
  for (const afterHours of kills) {
    const next = (acknowledged.at(-1) ?? FIRST_HOUR - 1) + 1
    acknowledged = [...acknowledged, ...(await storeUntilKilled(place, next, afterHours))]
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills.reduce((sum, count) => sum + count))
  return acknowledged
}

test('kill -9 of a server on PGlite loses no hour that was acknowledged, and tears none', async () => {
  await makeDataFolder(folder)
  expect(await damages({ dataFolder: folder }, await storeThroughKills(folder))).toEqual([])
})

describe('on PostgreSQL', () => {
  let postgres: PostgresServer
  beforeAll(async () => {
    postgres = await startOwnPostgres()
  }, 120_000)
  afterAll(() => postgres.stop())

  test('kill -9 of a server loses no hour that was acknowledged, and tears none', async () => {
    const acknowledged = await storeThroughKills(postgres.url)
    expect(await damages({ databaseUrl: postgres.url }, acknowledged)).toEqual([])
  })

  test('kill -9 of the database under a server that goes on writing loses none either', async () => {
    let crashed = Promise.resolve(0)
    const moreHours = 20
    const acknowledged = await store(postgres.url, LATER_HOUR, (count, writer) => {
      // The writer may tell of the next hours before the database tells that it is back.
      if (kills.includes(count))
        crashed = crashed.then(async (times) => {
          await postgres.crash()
          return times + 1
        })
      if (count === Math.max(...kills) + moreHours) writer.kill('SIGKILL')
    })
    expect(await crashed).toBe(kills.length)
    expect(await damages({ databaseUrl: postgres.url }, acknowledged)).toEqual([])
  })
})
