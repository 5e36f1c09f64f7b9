import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { bucketColumnsSchema } from '../../src/contract/budget-history.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { startServerProcess, type ServerProcess } from '../testing/server-process.ts'
import { storeTinyIn } from '../testing/tiny-place.ts'
import { makeDatabase, makeDataFolder } from '../testing/told-databases.ts'

const SLO = 'cart.availability.get-cart'
/** Before the hours that the organization comes with. */
const FIRST_HOUR = Date.parse('2026-01-01T00:00:00Z') / 3_600_000
const HOURS_A_REQUEST = 40
/** How many requests are answered before the process is killed in the middle of one. */
const ANSWERS = 4

const folderHost = async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'sre-ingest-crash-'))
  await makeDataFolder(dataFolder)
  return {
    place: { dataFolder },
    environment: { DATA_DIR: dataFolder },
    end: async () => rmSync(dataFolder, { recursive: true, force: true }),
  }
}
const serverHost = async () => {
  const { url, drop } = await makeDatabase()
  return { place: { databaseUrl: url }, environment: { DATABASE_URL: url }, end: drop }
}

describe.each([
  { host: 'an embedded folder', open: folderHost },
  { host: 'PostgreSQL', open: serverHost },
])('over $host', ({ open }) => {
  test('kill -9 under ingest loses no hour that was acknowledged over HTTP', async () => {
    const { place, environment, end } = await open()
    try {
      await storeTinyIn(place)
      const acknowledged: number[] = []
      const killed = await startServerProcess(environment)
      for (let answered = 0; answered < ANSWERS; answered += 1) {
        const hours = nextHours(acknowledged)
        expect(await accepted(killed, hours)).toBe(hours.length)
        acknowledged.push(...hours)
      }
      await killInTheMiddle(killed, nextHours(acknowledged))

      const server = await startServerProcess(environment)
      await expectHeld(server, acknowledged)
      await server.stop('SIGTERM')
    } finally {
      await end()
    }
  }, 480_000)
})

function nextHours(acknowledged: readonly number[]): number[] {
  const first = FIRST_HOUR + acknowledged.length
  return Array.from({ length: HOURS_A_REQUEST }, (_, index) => first + index)
}

const lineOf = (hour: number) =>
  `${JSON.stringify({ slo: SLO, deployment: 'north', hour: isoFromHour(hour), good: hour, total: hour + 1 })}\n`

function send({ url }: ServerProcess, body: BodyInit): Promise<Response> {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
    duplex: 'half',
  }
  return fetch(`${url}/api/ingest/buckets`, init)
}

async function accepted(server: ServerProcess, hours: readonly number[]): Promise<unknown> {
  const response = await send(server, hours.map(lineOf).join(''))
  const report: Readonly<Record<string, unknown>> = await response.json()
  return report['accepted']
}

/** The server is gone when half of a request has come, and more than a batch of it has been written or is being written. */
async function killInTheMiddle(server: ServerProcess, hours: readonly number[]): Promise<void> {
  const again = new TextEncoder().encode(hours.map(lineOf).join('').repeat(10))
  let pieces = 0
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      pieces += 1
      if (pieces === 10) await server.stop('SIGKILL')
      if (pieces > 20) controller.close()
      else controller.enqueue(again)
    },
  })
  await expect(send(server, body)).rejects.toThrow('fetch failed')
}

async function expectHeld({ url }: ServerProcess, hours: readonly number[]): Promise<void> {
  const span = `from=${isoFromHour(FIRST_HOUR)}&to=${isoFromHour(FIRST_HOUR + hours.length)}`
  const response = await fetch(`${url}/api/budgets/${SLO}/north/buckets?${span}`)
  const { hour, good } = bucketColumnsSchema.parse(await response.json())
  const held = new Map(hour.map((each, row) => [Date.parse(each) / 3_600_000, good[row]]))
  expect(hours.filter((each) => held.get(each) !== each)).toEqual([])
}
