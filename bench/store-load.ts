import { createOrganization } from '../mocks/organization/organization.ts'
import { localPerson } from '../server/access/local-person.ts'
import { createApi } from '../server/api.ts'
import { createHttpApp } from '../server/http-app.ts'
import { feedOrganization } from '../server/stores/sql/feed-organization.ts'
import { migrate } from '../server/stores/sql/migrate.ts'
import { seedOnce } from '../server/stores/sql/seed.ts'
import { createSqlStore } from '../server/stores/sql/sql-store.ts'
import type { Sql } from '../server/stores/sql/sql.ts'
import { createSummarizer } from '../server/stores/sql/summarizer.ts'

const NOW = Date.parse('2026-11-18T03:10:00Z')
const HOUR_MS = 3_600_000
/** Gives a little more than 1,000 series over two years. */
const SERVICES = 102
const CONCURRENCY = 20
const REQUESTS_A_PAGE = 100

/** The first page of every list and table that is read from hours, and the lists around them. */
const firstPages = [
  '/api/budgets',
  '/api/kept-budgets',
  '/api/indicators/slo-adherence',
  '/api/indicators/budget-depletion',
  '/api/slos',
  '/api/services',
  '/api/feeds',
  '/api/incidents',
  '/api/indicators/endpoints',
]

export type StoreFigures = Readonly<{
  seriesCount: number
  fillMs: number
  firstSummariesMs: number
  writeHourMs: number
  summarizeHourMs: number
  coldPageMs: number
  /** The slowest address and its 95th percentile. */
  slowest: Readonly<{ address: string; p95Ms: number }>
}>

/** One store from its first fill to the pages that are read from it, over an empty database. */
export async function measureStore(sql: Sql, days: number): Promise<StoreFigures> {
  const organizationAt = (now: number) => {
    const anchorHour = Math.floor(NOW / HOUR_MS)
    const whole = createOrganization({ now: () => now, anchorHour, serviceCount: SERVICES })
    return { ...whole, buckets: { ...whole.buckets, fromHour: async () => anchorHour - days * 24 } }
  }
  const storeAt = (now: number) => createSqlStore(sql, { now: () => now, report: fail })
  await migrate(sql)
  const fillMs = await timed(() =>
    seedOnce(sql, { source: organizationAt(NOW), onProgress: () => undefined }),
  )

  let now = NOW
  const summarizer = createSummarizer(sql, createSqlStore(sql, { now: () => now, report: fail }))
  const firstSummariesMs = await timed(() => summarizer.bringUpToDate())
  now += HOUR_MS
  const quiet = { onProgress: () => undefined, isStopping: () => false }
  const writeHourMs = await timed(() => feedOrganization(sql, organizationAt(now), quiet))
  let seriesCount = 0
  const summarizeHourMs = await timed(async () => {
    seriesCount = await summarizer.bringUpToDate()
  })
  console.error(
    `  filled ${Math.round(fillMs)} ms, summed up ${Math.round(firstSummariesMs)} ms, hour written ${Math.round(writeHourMs)} ms, summed up ${Math.round(summarizeHourMs)} ms`,
  )
  const coldPageMs = await timed(() => ask(serving(storeAt(now)), '/api/budgets'))
  const slowest = await slowestPage(serving(storeAt(now)))
  return { seriesCount, fillMs, firstSummariesMs, writeHourMs, summarizeHourMs, coldPageMs, slowest }
}

type App = (request: Request) => Promise<Response>

function serving(store: ReturnType<typeof createSqlStore>): App {
  const api = createApi(store)
  return createHttpApp({
    api: (request) => api.fetch(request, { caller: localPerson }),
    files: () => new Response(null, { status: 404 }),
  })
}

/** Each page by itself, asked by as many at a time as the target says, once it has been seen. */
async function slowestPage(app: App): Promise<StoreFigures['slowest']> {
  let slowest = { address: '', p95Ms: 0 }
  for (const address of firstPages) {
    await ask(app, address)
    const latencies: number[] = []
    const viewer = async () => {
      for (let count = 0; count < REQUESTS_A_PAGE / CONCURRENCY; count += 1)
        latencies.push(await timed(() => ask(app, address)))
    }
    await Promise.all(Array.from({ length: CONCURRENCY }, viewer))
    const p95Ms = latencies.toSorted((a, b) => a - b)[Math.floor(latencies.length * 0.95)] ?? Number.NaN
    console.error(`    ${address}: p95 ${Math.round(p95Ms)} ms`)
    if (p95Ms > slowest.p95Ms) slowest = { address, p95Ms }
  }
  return slowest
}

async function ask(app: App, address: string): Promise<void> {
  const request = new Request(`http://127.0.0.1${address}`, { headers: { 'accept-encoding': 'gzip' } })
  const response = await app(request)
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function fail(error: unknown): void {
  throw error
}
