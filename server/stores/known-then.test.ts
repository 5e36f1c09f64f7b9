import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { csvPath } from '../../src/contract/csv.ts'
import { csvOperationIds, operations, type OperationId } from '../../src/contract/operations.ts'
import { bucketsFromRows } from '../../src/domain/buckets.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { apiClient } from '../testing/api-client.ts'
import {
  application,
  applyTinyFiles,
  tinyCatalogAsCode,
  tinyFiles,
  type TinyFiles,
} from '../testing/tiny-catalog-as-code.ts'
import { anyEvent, happen } from '../testing/later-events.ts'
import { databasesOf, sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { storeOrganization } from '../testing/stored-organization.ts'
import { NOW_HOUR, PERIOD_START, tinyOrganization } from '../testing/tiny-organization.ts'
import { anyTold, tell } from '../testing/told-events.ts'
import { upsertBuckets } from './sql/bucket-writer.ts'
import { applyCatalog } from './sql/catalog-apply.ts'
import { planCatalog } from './sql/catalog-plan.ts'
import { readCodedCatalog } from './sql/coded-catalog-rows.ts'
import { createSqlStore } from './sql/sql-store.ts'
import type { Sql } from './sql/sql.ts'
import { createSummarizer } from './sql/summarizer.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 })

const HOUR_MS = 3_600_000
const CART = 'cart.availability.get-cart'
const UNMEASURED = 'search.availability.find@north'

const window = {
  from: isoFromHour(PERIOD_START - 2 * 672),
  to: isoFromHour(PERIOD_START + 672),
  limit: '500',
}
const lists: readonly (readonly [OperationId, Readonly<Record<string, string>>])[] = [
  ['listAdherence', window],
  ['listDepletion', { ...window, sort: '-highest-speed' }],
  ['listBudgetCurves', window],
  ['listKeptOverview', window],
  ['listBudgets', { period: '2026-P12', sort: 'remaining' }],
  ['listBudgets', { period: '2026-P11' }],
  ['readMatrix', { period: '2026-P12', limit: '500' }],
  ['readRollUp', { period: '2026-P12' }],
  ['readBudgetFacets', { period: '2026-P12' }],
  ['listSlaAdherence', window],
  ['listSlaDepletion', window],
  ['listSlaCurves', window],
  ['listSlas', window],
  ['listEndpointRanking', window],
  ['listEndpointRanking', { ...window, by: 'latency' }],
  ['listRecoveryTrend', window],
  ['listTicketTrend', { ...window, tickets: 'all' }],
  ['listOnCallRotations', window],
  ['listDelivery', { ...window, group: 'service' }],
  ['listBottlenecks', window],
]
/** The present counts what was told of the time after the last hour of data, and hours of endpoints from there. */
const isOfOtherTools = /^list(EndpointRanking|RecoveryTrend|TicketTrend|OnCallRotations|Delivery|Bottlenecks)/
const ofData = lists.filter(([id]) => !isOfOtherTools.test(id))

/** On one host: both are asked the same in the same words, and a run is thousands of questions. */
describe('frozen lists, whatever happened,', () => {
  let databases: TestDatabases
  beforeAll(async () => {
    databases = await sqlHosts[1].start()
  }, 120_000)
  afterAll(() => databases.stop())

  test('show what was shown then, to the byte, whatever came since and in whatever order', async () => {
    const database = await databases.migratedForTest()
    await fc.assert(
      fc.asyncProperty(fc.array(anyHour, { minLength: 3, maxLength: 6 }), async (hours) => {
        await databases.emptied(database)
        const { sql, clock, open, ids } = await world(database)
        const store = open()
        const client = apiClient(store)
        const kept = new Map<string, ReadonlyMap<string, string>>()
        for (const { pass, events, told, isSummarized } of hours) {
          for (const event of events) await happen(sql, ids, clock.ms, event)
          for (const one of told) await tell(sql, clock.ms, one)
          if (isSummarized) await createSummarizer(sql, store).bringUpToDate()
          const at = isoFromHour(await store.buckets.nowHour())
          // While data stand still an hour may have been told differently: what was told first is meant.
          if (!kept.has(at)) {
            const live = await readAll(client, null, ofData)
            const then = await readAll(client, at)
            kept.set(at, then)
            expect(plain(then), at).toEqual(plain(live))
          }
          clock.ms += pass * HOUR_MS
        }
        // At last everything is gone, and budgets are granted for other periods.
        await applyCatalog(
          sql,
          planCatalog(await readCodedCatalog(sql), {
            ...tinyCatalogAsCode({ ...tinyFiles, slos: [] }),
            organization: { slug: 'tiny', name: 'Renamed' },
            periodScheme: { kind: 'calendar-month' },
            services: [],
            teams: [],
          }),
          application(clock.ms),
        )
        for (const reader of [client, apiClient(open())])
          for (const [at, then] of kept) expect(await readAll(reader, at), at).toEqual(then)
      }),
      { numRuns: 2 },
    )
  })
})

describe.each(sqlHosts)('frozen lists on $host', ({ start }) => {
  const databases = databasesOf(start)

  test('have an SLO while it was agreed, and neither before nor between', async () => {
    const { sql, clock, open } = await world(await databases.migratedForTest())
    const without = { ...tinyFiles, slos: tinyFiles.slos.filter((id) => id !== CART) }
    const hours: readonly (readonly [TinyFiles, boolean])[] = [
      [tinyFiles, true],
      [without, false],
      [{ ...tinyFiles, target: 0.9 }, true],
      [{ ...without, teamName: 'Selling' }, false],
    ]
    const client = apiClient(open())
    const told = new Map<string, boolean>()
    for (const [files, isThere] of hours) {
      await applyTinyFiles(sql, files, clock.ms)
      told.set(isoFromHour(await open().buckets.nowHour()), isThere)
      await goOn(sql, clock)
    }
    const seen = async (at: string) => {
      const { items, answer } = await client.read('listBudgets', { at, period: '2026-P12', service: 'cart' })
      const { facets } = await client.read('listAdherence', { ...window, at })
      return { items, answer, sloCount: facets.sloCount }
    }
    for (const [at, isThere] of told) {
      const { items, sloCount, answer } = await seen(at)
      const isListed = items.some(({ sloId }) => sloId === CART)
      expect([isListed, sloCount], at).toEqual([isThere, isThere ? 4 : 3])
      expect(answer, at).toContain(isThere ? '2 SLOs' : '1 SLO')
    }
    const [first = '', , third = ''] = told.keys()
    const whatWasSaid = async (at: string) => (await seen(at)).items.find(({ sloId }) => sloId === CART)
    expect(await whatWasSaid(first)).toMatchObject({ target: 0.99, teamName: 'Buying' })
    expect(await whatWasSaid(third)).toMatchObject({ target: 0.9, teamName: 'Buying' })
    const { items } = await client.read('listBudgets', { period: '2026-P12', team: 'buying' })
    expect(items.map(({ teamName }) => teamName)).toEqual(['Selling'])
    expect(await client.problem(`/api/slos/${CART}`)).toMatchObject({
      status: 404,
      archived: { at: '2026-11-18T06:10:00Z', by: 'Ada', reason: 'Agreed anew' },
    })
  })
})

async function world(sql: Sql) {
  await storeOrganization(sql, tinyOrganization())
  await sql.query(
    `delete from bucket where series_id = (select id from series where slo_id || '@' || deployment = $1)`,
    [UNMEASURED],
  )
  await sql.query(
    `update series set began_hour = null, up_to_hour = null where slo_id || '@' || deployment = $1`,
    [UNMEASURED],
  )
  // As files say it, and not simulated: so it can change.
  await sql.script('update organization set is_simulated = false')
  await applyTinyFiles(sql, tinyFiles, (PERIOD_START - 2 * 672) * HOUR_MS)
  const rows = await sql.query<{ id: number }>('select id from series order by id')
  const clock = { ms: NOW_HOUR * HOUR_MS + 600_000 }
  const open = () =>
    createSqlStore(sql, {
      now: () => clock.ms,
      report: (error) => {
        throw error
      },
    })
  return { sql, clock, open, ids: rows.map(({ id }) => id) }
}

/** An hour passes, and is measured. */
async function goOn(sql: Sql, clock: { ms: number }): Promise<void> {
  clock.ms += HOUR_MS
  const rows = await sql.query<{ id: number }>(`select id from series where deployment = 'north'`)
  const hour = Math.floor(clock.ms / HOUR_MS) - 1
  const buckets = bucketsFromRows([{ hour, good: 9, total: 10 }])
  await upsertBuckets(
    sql,
    rows.map(({ id }) => ({ seriesId: id, buckets })),
    hour + 1,
    clock.ms,
  )
}

type Client = ReturnType<typeof apiClient>

/** Every list as it is sent, and as a file where it is one. */
async function readAll(
  { api }: Client,
  at: string | null,
  which = lists,
): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>()
  for (const [id, query] of which) {
    const search = new URLSearchParams({ ...query, ...(at !== null && { at }) })
    all.set(
      `${id} ${query['by'] ?? query['period'] ?? ''}`,
      await textOf(api, `${operations[id].path}?${search}`),
    )
    const csvId = csvOperationIds.find((one) => one === id)
    if (csvId === undefined) continue
    search.delete('limit')
    all.set(
      `${id} ${query['by'] ?? query['period'] ?? ''} csv`,
      await textOf(api, `${csvPath(operations[csvId])}?${search}`),
    )
  }
  return all
}

async function textOf(api: Client['api'], address: string): Promise<string> {
  const response = await api.request(address)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}: ${text}`)
  return text
}

/** Without what names the question, and without what the present tells of otherwise. */
function plain(all: ReadonlyMap<string, string>) {
  return [...all]
    .filter(([name]) => !isOfOtherTools.test(name))
    .map(([name, text]) => [name, text.replace(/"nextCursor":[^,}]*|"costs":\[[^\]]*\]/g, '')])
}

const anyHour = fc.record({
  pass: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 30 })),
  events: fc.array(anyEvent, { maxLength: 5 }),
  told: fc.array(anyTold, { maxLength: 6 }),
  isSummarized: fc.boolean(),
})
