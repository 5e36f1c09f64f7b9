import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as after } from 'node:timers/promises'

import { createOrganization } from '../mocks/organization/organization.ts'
import type { StorePlace } from '../server/settings/store-settings.ts'
import { openStore } from '../server/stores/sql/open-store.ts'
import { migrate } from '../server/stores/sql/migrate.ts'
import { seedOnce } from '../server/stores/sql/seed.ts'
import { createSqlStore } from '../server/stores/sql/sql-store.ts'
import { createSummarizer } from '../server/stores/sql/summarizer.ts'
import { startPostgres } from '../server/testing/postgres-server.ts'
import { startServerProcess } from '../server/testing/server-process.ts'
import { isoFromHour } from '../src/domain/hours.ts'
import { toTable, type Line } from './table.ts'

// How long others wait while 100 MB of hours are sent, on both hosts: npm run bench:ingest
const HOUR_MS = 3_600_000
const MOST_BYTES = Number(process.argv[2] ?? 100) * 1_000_000 - 1_000
/** Gives a little more than 1,000 series. */
const SERVICES = 102
const DAYS = 60
const watched = ['/healthz', '/api/organization', '/api/indicators/slo-adherence?limit=60'] as const
const POLL_MS = 50
const AFTERWARDS_MS = 5_000
const PAGE_BYTES = 4096

type Waits = Readonly<{ longestMs: number; p95Ms: number; count: number }>
type Figures = Readonly<{
  host: string
  seconds: number
  lines: number
  megabytes: number
  waits: readonly Waits[]
}>

const figures = [await overFolder(), await overPostgres()]
const lines: Line[] = [
  ...watched.map((address, place): Line => [
    `longest wait for ${address} (95 % at most)`,
    ...bothOf(
      ({ waits }) =>
        `${Math.round(waits[place]?.longestMs ?? 0)} ms (${Math.round(waits[place]?.p95Ms ?? 0)} ms, ${waits[place]?.count} asked)`,
    ),
    '',
  ]),
  ['seconds until it was answered', ...bothOf(({ seconds }) => seconds.toFixed(0)), ''],
  ['lines kept', ...bothOf(({ lines: kept }) => String(kept)), ''],
  ['most memory of the server, MB', ...bothOf(({ megabytes }) => megabytes.toFixed(0)), ''],
]
console.log(toTable(lines).replace('| ours | floor |', '| PGlite | PostgreSQL |'))

function bothOf(tell: (one: Figures) => string): [string, string] {
  return [tell(figures[0] as Figures), tell(figures[1] as Figures)]
}

async function overFolder(): Promise<Figures> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'sre-bench-ingest-'))
  try {
    return await measure('PGlite', { dataFolder }, { DATA_DIR: dataFolder })
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function overPostgres(): Promise<Figures> {
  const { url, stop } = await startPostgres()
  try {
    return await measure('PostgreSQL', { databaseUrl: url }, { DATABASE_URL: url })
  } finally {
    await stop()
  }
}

async function measure(
  host: string,
  place: StorePlace,
  environment: Readonly<Record<string, string>>,
): Promise<Figures> {
  const nowHour = Math.floor(Date.now() / HOUR_MS)
  const series = await prepare(place, nowHour)
  console.error(`${host}: filled`)
  const server = await startServerProcess(environment)
  try {
    for (const address of watched) await fetch(server.url + address).then((response) => response.text())
    const isDone = new AbortController()
    const memory = watchMemory(server.pid, isDone.signal)
    const waits = Promise.all(watched.map((address) => watch(server.url + address, isDone.signal)))
    const startedAt = performance.now()
    const response = await fetch(`${server.url}/api/ingest/buckets`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: Readable.toWeb(Readable.from(body(series, nowHour))),
      duplex: 'half',
    } as RequestInit)
    const report: { accepted: number } = await response.json()
    const seconds = (performance.now() - startedAt) / 1000
    // What becomes of it is a wait as well.
    await after(AFTERWARDS_MS)
    isDone.abort()
    console.error(`${host}: ${response.status} after ${seconds.toFixed(0)} s`)
    return { host, seconds, lines: report.accepted, megabytes: await memory, waits: await waits }
  } finally {
    await server.stop('SIGTERM')
  }
}

type SeriesName = Readonly<{ slo: string; deployment: string }>

async function prepare(place: StorePlace, nowHour: number): Promise<readonly SeriesName[]> {
  const whole = createOrganization({ now: () => nowHour * HOUR_MS, serviceCount: SERVICES })
  const sql = await openStore(place, () => undefined)
  try {
    await migrate(sql)
    const source = { ...whole, buckets: { ...whole.buckets, fromHour: async () => nowHour - DAYS * 24 } }
    await seedOnce(sql, { source, onProgress: () => undefined })
    const store = createSqlStore(sql, { now: Date.now, report: (error) => console.error(error) })
    await createSummarizer(sql, store).bringUpToDate()
  } finally {
    await sql.close()
  }
  const { slos } = await whole.catalog()
  return slos.flatMap(({ id, deployments }) => deployments.map((deployment) => ({ slo: id, deployment })))
}

/** Hours that are held already, with other counts, hour by hour of all series: the most that can become untrue. */
function* body(series: readonly SeriesName[], nowHour: number): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  let bytes = 0
  let part = ''
  for (let hour = nowHour - 1; ; hour -= 1) {
    for (const one of series) {
      const line = `${JSON.stringify({ ...one, hour: isoFromHour(hour), good: 990, total: 1000 })}\n`
      bytes += line.length
      if (bytes > MOST_BYTES) {
        yield encoder.encode(part)
        return
      }
      part += line
    }
    yield encoder.encode(part)
    part = ''
  }
}

/** One request after the other, as somebody who looks. */
async function watch(url: string, signal: AbortSignal): Promise<Waits> {
  const waits: number[] = []
  while (!signal.aborted) {
    const startedAt = performance.now()
    await fetch(url).then((response) => response.text())
    waits.push(performance.now() - startedAt)
    await after(POLL_MS)
  }
  const sorted = waits.toSorted((a, b) => a - b)
  const p95Ms = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
  return { longestMs: sorted.at(-1) ?? Number.NaN, p95Ms, count: waits.length }
}

async function watchMemory(pid: number, signal: AbortSignal): Promise<number> {
  let most = 0
  while (!signal.aborted) {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    most = Math.max(most, (pages * PAGE_BYTES) / 1_000_000)
    await after(POLL_MS)
  }
  return most
}
