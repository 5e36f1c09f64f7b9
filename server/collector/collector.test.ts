import { beforeEach, describe, expect, test, vi } from 'vitest'

import { SourceError } from '../sources/prometheus/source-error.ts'
import { readFeedProgress, readSeriesFeeds } from '../stores/sql/feed-rows.ts'
import type { Sql } from '../stores/sql/sql.ts'
import { countedEngine } from '../testing/counted-engine.ts'
import { events, heldHours, storeMeasuredSlos } from '../testing/measured-slos.ts'
import { databasesOf, sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { collectorStore } from './collector-store.ts'
import { collectDue, collectPast } from './collector.ts'

vi.setConfig({ testTimeout: 60_000 })

const [, server] = sqlHosts

const START = Date.parse('2025-03-10T00:06:00Z')
const FIRST_HOUR = Math.floor(START / 3_600_000)
const timing = { lagMinutes: 5, backfillDays: 2, repairHours: 48 }
const slo = (slug: string, source: string | null = null) => ({
  slug,
  measurement: {
    kind: 'bad-total',
    bad: events(`${slug}_bad[{{.window}}]`, source),
    total: events(`${slug}_all[{{.window}}]`, source),
  } as const,
})
const steady = (promql: string) => (promql.includes('_all') ? 100 : 1)

let sql: Sql
let now: number

function storedIn(start: () => Promise<TestDatabases>): void {
  const databases = databasesOf(start)
  beforeEach(async () => {
    sql = await databases.migratedForTest()
    now = START
  })
}

function collecting(
  engine: ReturnType<typeof countedEngine>,
  store = collectorStore(sql),
  renewed: readonly number[] = [],
) {
  const deps = {
    store,
    findSource: engine.findSource,
    renewed: () => new Set(renewed),
    gather: async () => undefined,
    now: () => now,
    signal: new AbortController().signal,
  }
  return {
    due: () => collectDue(timing, deps),
    past: (fromHour: number, toHour: number, id: string | null = null) =>
      collectPast({ fromHour, toHour }, id, deps),
  }
}
async function feeds() {
  return [...(await readFeedProgress(sql)).values()].toSorted((a, b) => a.seriesId - b.seriesId)
}
const hoursOf = async (slug: string) => [...(await heldHours(sql, slug)).keys()]

describe.each(sqlHosts)('the collector over $host', ({ start }) => {
  storedIn(start)

  test('fills a new series with its past once, then hour by hour, and again after standing still', async () => {
    await storeMeasuredSlos(sql, [slo('cart')])
    const engine = countedEngine(steady)
    const { due } = collecting(engine)
    await due()
    expect(await hoursOf('cart')).toEqual(Array.from({ length: 48 }, (_, i) => FIRST_HOUR - 48 + i))
    expect((await heldHours(sql, 'cart')).get(FIRST_HOUR - 1)).toEqual({ good: 99, total: 100 })

    engine.asked.length = 0
    await due()
    expect(engine.asked).toEqual([])
    now += 3_600_000
    await due()
    expect(engine.asked.map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds])).toEqual(
      Array.from({ length: 2 }, () => [(FIRST_HOUR + 1) * 3600, (FIRST_HOUR + 1) * 3600]),
    )
    now += 100 * 3_600_000
    await due()
    expect((await hoursOf('cart')).length).toBe(48 + 101)
    expect(await feeds()).toMatchObject([
      { source: 'main', fedUpToHour: FIRST_HOUR + 101, fedAt: now, failure: null, nextTryAt: null },
    ])
  })
})

// What it does does not depend on where it keeps it.
describe('the collector', () => {
  storedIn(server.start)

  test('a failing SLO does not hold up the others, says why, and is tried again less and less often', async () => {
    await storeMeasuredSlos(sql, [slo('cart'), slo('broken'), slo('mail')])
    const wrong = (promql: string) =>
      promql.startsWith('broken') ? new SourceError('query', 'HTTP 400: parse error') : steady(promql)
    const engine = countedEngine(wrong)
    const { due } = collecting(engine)
    await due()
    expect((await hoursOf('cart')).length + (await hoursOf('mail')).length).toBe(96)
    const told = await readSeriesFeeds(sql, ['shop.availability.broken'])
    expect(told).toMatchObject([
      {
        sloId: 'shop.availability.broken',
        isMeasured: true,
        progress: { source: 'main', fedUpToHour: null, failure: { kind: 'query', sinceMs: START } },
      },
    ])
    const failure = { failureKind: 'query', failure: 'HTTP 400: parse error', failingSince: START }
    expect(await feeds()).toMatchObject([
      { failure: null },
      { ...failure, fedUpToHour: null, nextTryAt: START + 60_000 },
      { failure: null },
    ])

    engine.asked.length = 0
    now += 59_000
    await due()
    expect(engine.asked).toEqual([])
    now += 1000
    await due()
    expect(engine.asked).toHaveLength(1)
    expect((await feeds())[1]).toMatchObject({ ...failure, nextTryAt: now + 120_000 })

    engine.answerWith(steady)
    now += 120_000
    await due()
    expect(await hoursOf('broken')).toHaveLength(48)
    expect((await feeds())[1]).toMatchObject({ failure: null, failingSince: null, failureCount: 0 })
  })

  test('what is asked in another way, or by another server, is tried again without waiting', async () => {
    await storeMeasuredSlos(sql, [slo('cart'), slo('mail')])
    const engine = countedEngine(() => null)
    await collecting(engine).due()
    const [cart] = await feeds()
    expect(cart).toMatchObject({ failureKind: 'no-data', nextTryAt: START + 60_000 })
    engine.answerWith(steady)
    await collecting(engine, undefined, [cart?.seriesId ?? 0]).due()
    expect(await hoursOf('cart')).toHaveLength(48)
    expect(await hoursOf('mail')).toEqual([])
  })

  test('an engine that goes away in the middle leaves what was answered, and is not asked for each series', async () => {
    const slugs = Array.from({ length: 40 }, (_, index) => `s${index}`)
    await storeMeasuredSlos(
      sql,
      slugs.map((slug) => slo(slug)),
    )
    const gone = new SourceError('unreachable', 'connect ECONNREFUSED')
    const engine = countedEngine((promql) => (engine.asked.length > 20 ? gone : steady(promql)))
    const { due } = collecting(engine)
    await due()
    expect(engine.asked.length).toBeLessThan(25)
    const after = await feeds()
    const fed = after.filter(({ failure }) => failure === null)
    expect(fed).toHaveLength(10)
    expect(after.filter(({ failure }) => failure === 'connect ECONNREFUSED')).toHaveLength(30)

    engine.answerWith(steady)
    engine.asked.length = 0
    now += 15 * 60_000
    await due()
    expect(engine.asked).toHaveLength(60)
    for (const slug of slugs) expect(await hoursOf(slug)).toHaveLength(48)
    expect((await feeds()).every(({ failure }) => failure === null)).toBe(true)
  })

  test('an engine that hangs is given up for this round, one slow query is not', async () => {
    const slugs = Array.from({ length: 12 }, (_, index) => `s${index}`)
    await storeMeasuredSlos(
      sql,
      slugs.map((slug) => slo(slug)),
    )
    const slow = new SourceError('timeout', 'No answer within 30 s')
    const engine = countedEngine((promql) => (promql.startsWith('s3_') ? slow : steady(promql)))
    await collecting(engine).due()
    expect((await feeds()).filter(({ failure }) => failure !== null)).toHaveLength(1)

    now += 3_600_000
    engine.asked.length = 0
    engine.answerWith(() => slow)
    await collecting(engine).due()
    expect(engine.asked.length).toBeLessThanOrEqual(4)
    expect((await feeds()).every(({ failureKind }) => failureKind === 'timeout')).toBe(true)
  })

  test('an hour that comes late is filled in, and one that never comes is told', async () => {
    await storeMeasuredSlos(sql, [slo('cart')])
    const late = FIRST_HOUR - 10
    const engine = countedEngine((promql, hour) =>
      hour === late || hour === FIRST_HOUR ? null : steady(promql),
    )
    const { due } = collecting(engine)
    await due()
    expect(await hoursOf('cart')).not.toContain(late)
    expect(await feeds()).toMatchObject([{ failure: null }])

    now += 3_600_000
    await due()
    expect(await feeds()).toMatchObject([
      { failureKind: 'no-data', fedUpToHour: FIRST_HOUR, failingSince: now, nextTryAt: now + 60_000 },
    ])
    engine.answerWith(steady)
    now += 60_000
    await due()
    expect(await hoursOf('cart')).toEqual(expect.arrayContaining([late, FIRST_HOUR]))
    expect(await feeds()).toMatchObject([{ failure: null }])
  })

  test('an hour that cannot be counted is left out, with the reason, and its neighbours are kept', async () => {
    await storeMeasuredSlos(sql, [slo('cart')])
    const engine = countedEngine((promql, hour) =>
      promql.includes('_bad') && hour === FIRST_HOUR - 1 ? 500 : steady(promql),
    )
    await collecting(engine).due()
    expect(await hoursOf('cart')).toHaveLength(47)
    expect(await feeds()).toMatchObject([
      { failureKind: 'uncountable', failure: '500 events are bad, but there were only 100' },
    ])
  })

  test('a query for an engine that nobody named says so', async () => {
    await storeMeasuredSlos(sql, [slo('cart', 'elsewhere'), slo('mail')])
    await collecting(countedEngine(steady)).due()
    expect(await hoursOf('mail')).toHaveLength(48)
    expect(await feeds()).toMatchObject([
      { failureKind: 'no-source', failure: 'There is no elsewhere' },
      { failure: null },
    ])
  })

  test('a store that fails ends the round, and nothing is taken for fed', async () => {
    await storeMeasuredSlos(sql, [slo('cart'), slo('mail')])
    const store = { ...collectorStore(sql), write: () => Promise.reject(new Error('disk full')) }
    await expect(collecting(countedEngine(steady), store).due()).rejects.toThrow('disk full')
    expect(await feeds()).toEqual([])
    await collecting(countedEngine(steady)).due()
    expect(await hoursOf('cart')).toHaveLength(48)
  })

  test('a given past span is filled, of one SLO or of all, and the present goes on as it was', async () => {
    await storeMeasuredSlos(sql, [slo('cart'), slo('mail')])
    const engine = countedEngine(steady)
    const { due, past } = collecting(engine)
    await due()
    const before = await feeds()
    const long = FIRST_HOUR - 1000
    await past(long, long + 5, 'shop.availability.cart')
    expect((await hoursOf('cart')).slice(0, 6)).toEqual([0, 1, 2, 3, 4, 952].map((hour) => long + hour))
    expect(await hoursOf('mail')).toHaveLength(48)
    expect(await feeds()).toEqual(before)
    engine.asked.length = 0
    await due()
    expect(engine.asked).toEqual([])

    engine.answerWith((promql) => (promql.includes('_all') ? 200 : 0))
    await past(FIRST_HOUR - 2, FIRST_HOUR)
    for (const slug of ['cart', 'mail'])
      expect((await heldHours(sql, slug)).get(FIRST_HOUR - 1)).toEqual({ good: 200, total: 200 })
  })
})
