import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { csvPath } from '../../src/contract/csv.ts'
import { csvOperationIds, operations, type OperationId } from '../../src/contract/operations.ts'
import { bucketsFromRows } from '../../src/domain/buckets.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { apiClient } from '../testing/api-client.ts'
import { recordedOnce } from '../testing/recorded-correction.ts'
import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { storeOrganization } from '../testing/stored-organization.ts'
import { NOW_HOUR, PERIOD_START, tinyOrganization } from '../testing/tiny-organization.ts'
import { anyTold, tell } from '../testing/told-events.ts'
import { stat } from '../ingest/testing/sent-records.ts'
import { upsertBuckets } from './sql/bucket-writer.ts'
import { countChange, upsertCorrections } from './sql/correction-rows.ts'
import { createIngestStore } from './sql/ingest-store.ts'
import { createSqlStore } from './sql/sql-store.ts'
import type { Sql } from './sql/sql.ts'
import { createSummarizer } from './sql/summarizer.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 })

const HOUR_MS = 3_600_000
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

describe.each(sqlHosts)('frozen lists on $host', ({ start }) => {
  let databases: TestDatabases
  beforeAll(async () => {
    databases = await start()
  }, 120_000)
  afterAll(() => databases.stop())

  async function world() {
    const sql = await databases.empty()
    await storeOrganization(sql, tinyOrganization())
    await sql.query(
      `delete from bucket where series_id = (select id from series where slo_id || '@' || deployment = $1)`,
      [UNMEASURED],
    )
    await sql.query(
      `update series set began_hour = null, up_to_hour = null where slo_id || '@' || deployment = $1`,
      [UNMEASURED],
    )
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

  test('show what was shown then, to the byte, whatever came since and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyHour, { minLength: 3, maxLength: 6 }), async (hours) => {
        const { sql, clock, open, ids } = await world()
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
        for (const reader of [client, apiClient(open())])
          for (const [at, then] of kept) expect(await readAll(reader, at), at).toEqual(then)
      }),
      { numRuns: 2 },
    )
  })
})

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

const anyCount = fc.nat(30).chain((total) => fc.record({ total: fc.constant(total), good: fc.nat(total) }))
const anySeries = fc.nat(4)
const anyBack = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 1_000 }))
const anyEvent = fc.oneof(
  fc.record({
    kind: fc.constant('next'),
    series: anySeries,
    hours: fc.integer({ min: 1, max: 5 }),
    count: anyCount,
  }),
  fc.record({
    kind: fc.constant('hours'),
    series: anySeries,
    back: anyBack,
    hours: fc.integer({ min: 1, max: 4 }),
    count: anyCount,
  }),
  fc.record({
    kind: fc.constant('earlier'),
    series: anySeries,
    hours: fc.integer({ min: 1, max: 60 }),
    count: anyCount,
  }),
  fc.record({ kind: fc.constant('exclude'), series: anySeries, back: anyBack }),
  fc.record({ kind: fc.constant('withdraw') }),
  fc.record({ kind: fc.constant('stat'), back: anyBack, requests: fc.integer({ min: 1, max: 9 }) }),
)
const anyHour = fc.record({
  pass: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 30 })),
  events: fc.array(anyEvent, { maxLength: 5 }),
  told: fc.array(anyTold, { maxLength: 6 }),
  isSummarized: fc.boolean(),
})
type Event = typeof anyEvent extends fc.Arbitrary<infer Any> ? Any : never

async function happen(sql: Sql, ids: readonly number[], nowMs: number, event: Event): Promise<void> {
  const clockHour = Math.floor(nowMs / HOUR_MS)
  const id = 'series' in event ? (ids[event.series] ?? 0) : 0
  const write = (fromHour: Hour, toHour: Hour, count: Readonly<{ good: number; total: number }>) =>
    upsertBuckets(
      sql,
      [
        {
          seriesId: id,
          buckets: bucketsFromRows(
            Array.from({ length: Math.max(0, toHour - fromHour) }, (_, index) => ({
              hour: fromHour + index,
              ...count,
            })),
          ),
        },
      ],
      clockHour,
      nowMs,
    )
  switch (event.kind) {
    case 'next': {
      const [row] = await sql.query<{ upTo: number | null }>(
        'select up_to_hour as "upTo" from series where id = $1',
        [id],
      )
      const from = row?.upTo ?? clockHour - event.hours
      return write(from, Math.min(clockHour, from + event.hours), event.count)
    }
    case 'hours': {
      const from = clockHour - event.back
      return write(from, Math.min(clockHour, from + event.hours), event.count)
    }
    case 'earlier': {
      const [row] = await sql.query<{ began: number | null }>(
        'select began_hour as began from series where id = $1',
        [id],
      )
      const to = row?.began ?? clockHour
      return write(to - event.hours, to, event.count)
    }
    case 'exclude': {
      const fromHour = clockHour - event.back
      return sql.transaction(async (transaction) => {
        await upsertCorrections(transaction, id, [
          {
            ...recordedOnce,
            id: `${nowMs} ${id} ${event.back}`,
            kind: 'exclusion',
            fromHour,
            toHour: fromHour + 1,
            at: new Date(nowMs).toISOString(),
          },
        ])
        await countChange(transaction)
      })
    }
    case 'withdraw':
      return sql.transaction(async (transaction) => {
        await transaction.query(
          `update correction set withdrawn_at = $1::timestamptz where withdrawn_at is null`,
          [new Date(nowMs).toISOString()],
        )
        await countChange(transaction)
      })
    case 'stat':
      await createIngestStore(sql, { now: () => nowMs }).writeEndpointStats([
        {
          ...stat,
          hour: isoFromHour(clockHour - event.back),
          requests: 10 + event.requests,
          failures: event.requests,
          latencySumMs: 100 * event.requests,
          latencyMaxMs: 10 * event.requests,
          latency: { boundsMs: [50, 100], counts: [event.requests, 5, 5] },
        },
      ])
  }
}
