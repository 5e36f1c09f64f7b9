import { createOrganization } from '../mocks/organization/organization.ts'
import { localPerson } from '../server/access/local-person.ts'
import { createApi } from '../server/api.ts'
import { createHttpApp } from '../server/http-app.ts'
import { feedOrganization } from '../server/stores/sql/feed-organization.ts'
import { migrate } from '../server/stores/sql/migrate.ts'
import { upsertBuckets } from '../server/stores/sql/bucket-writer.ts'
import { seedOnce } from '../server/stores/sql/seed.ts'
import { createSqlStore } from '../server/stores/sql/sql-store.ts'
import type { Sql } from '../server/stores/sql/sql.ts'
import { createSummarizer } from '../server/stores/sql/summarizer.ts'
import { bucketsFromRows } from '../src/domain/buckets.ts'
import { ask, measureMixed, measurePages, timed, type PageFigures } from './first-pages.ts'

const NOW = Date.parse('2026-11-18T03:10:00Z')
const HOUR_MS = 3_600_000
/** Gives a little more than 1,000 series over two years. */
const SERVICES = 102
export type StoreFigures = Readonly<{
  seriesCount: number
  fillMs: number
  firstSummariesMs: number
  writeHourMs: number
  summarizeHourMs: number
  coldPageMs: number
  pages: readonly PageFigures[]
  mixed: Omit<PageFigures, 'changedMs'>
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
  const summarizeHourMs = await timed(() => summarizer.bringUpToDate())
  const { slos } = await organizationAt(now).catalog()
  const seriesCount = slos.reduce((sum, { deployments }) => sum + deployments.length, 0)
  console.error(
    `  filled ${Math.round(fillMs)} ms, summed up ${Math.round(firstSummariesMs)} ms, hour written ${Math.round(writeHourMs)} ms, summed up ${Math.round(summarizeHourMs)} ms`,
  )
  const coldPageMs = await timed(() => ask(serving(storeAt(now)), '/api/budgets'))
  const app = serving(storeAt(now))
  const pages = await measurePages(app, () => rewritePastHour(sql, now, summarizer))
  const mixed = await measureMixed(app)
  return { seriesCount, fillMs, firstSummariesMs, writeHourMs, summarizeHourMs, coldPageMs, pages, mixed }
}

type App = (request: Request) => Promise<Response>

function serving(store: ReturnType<typeof createSqlStore>): App {
  const api = createApi(store)
  return createHttpApp({
    api: (request) => api.fetch(request, { caller: localPerson }),
    files: () => new Response(null, { status: 404 }),
  })
}

let rewritten = 0

/** Of one series, a week ago, and sums up again. */
async function rewritePastHour(
  sql: Sql,
  now: number,
  summarizer: ReturnType<typeof createSummarizer>,
): Promise<void> {
  const nowHour = Math.floor(now / HOUR_MS)
  rewritten += 1
  const buckets = bucketsFromRows([{ hour: nowHour - 168, good: 1000, total: 1000 + rewritten }])
  await upsertBuckets(sql, [{ seriesId: 1, buckets }], nowHour)
  await summarizer.bringUpToDate()
}

function fail(error: unknown): void {
  throw error
}
