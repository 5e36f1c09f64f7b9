import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import type { Hour } from '../../src/domain/hours.ts'
import { createPrometheusClient } from '../sources/prometheus/prometheus-client.ts'
import type { Measurement } from '../sources/slo-as-code/slo-catalog.ts'
import type { Sql } from '../stores/sql/sql.ts'
import { events, heldHours, storeMeasuredSlos, type HeldHours } from '../testing/measured-slos.ts'
import { metricsEngines, type MetricsEngine } from '../testing/metrics-engine.ts'
import {
  FIRST_FAILURE_HOUR,
  happenedIn,
  LATE_FROM,
  OUTAGE,
  RESTART_HOUR,
  scrapedShop,
  SHOP_DAYS,
  SHOP_FROM,
  SHOP_TO,
} from '../testing/scraped-shop.ts'
import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { collectorStore } from './collector-store.ts'
import { collectDue } from './collector.ts'
import { MOST_HOURS } from './due-hours.ts'
import type { FindSource } from './collect-round.ts'

vi.setConfig({ testTimeout: 120_000 })

const [, postgres] = sqlHosts
const failures = 'sum(increase(shop_requests_total{code="500"}[{{.window}}]))'
const all = 'sum(increase(shop_requests_total[{{.window}}]))'
const availability: Measurement = { kind: 'bad-total', bad: events(failures), total: events(all) }

const measured = [
  { slug: 'availability', measurement: availability },
  {
    slug: 'per-second',
    measurement: {
      kind: 'bad-total',
      bad: { promql: failures.replace('increase', 'rate'), reading: 'per-second', source: null },
      total: { promql: all.replace('increase', 'rate'), reading: 'per-second', source: null },
    },
  },
  {
    slug: 'counters',
    measurement: {
      kind: 'good-total',
      good: { promql: 'sum(shop_quick_total)', reading: 'running-count', source: null },
      total: {
        promql: 'sum(shop_requests_total{job="shop"})',
        reading: 'running-count',
        source: null,
      },
    },
  },
  {
    slug: 'late',
    measurement: {
      kind: 'bad-total',
      bad: events('sum(increase(late_failures_total[{{.window}}]))'),
      total: events('sum(increase(late_requests_total[{{.window}}]))'),
    },
  },
  {
    slug: 'lag',
    measurement: {
      kind: 'threshold',
      metric: { promql: 'max(shop_lag_seconds)', reading: 'sample', source: null },
      operator: 'lte',
      value: 60,
    },
  },
  {
    slug: 'slices',
    measurement: {
      kind: 'ratio',
      of: 'good',
      ratio: { promql: 'min(shop:success:ratio)', reading: 'sample', source: null },
    },
    method: { kind: 'timeslices', sliceMinutes: 5, sliceTarget: 0.95 },
  },
] as const

/** Where something happens, or where one answer ends and the next begins. */
const eventful = [
  SHOP_FROM,
  RESTART_HOUR,
  FIRST_FAILURE_HOUR,
  OUTAGE.fromHour,
  OUTAGE.toHour,
  SHOP_FROM + MOST_HOURS,
  SHOP_TO - 1,
]

const missing = metricsEngines.filter(({ isMissing }) => isMissing)
test.skipIf(missing.length > 0)('every engine is on this machine', () => {
  expect(missing).toEqual([])
})

describe.each(metricsEngines.filter(({ isMissing }) => !isMissing))(
  'a month of $engine',
  ({ start, isExact }) => {
    let engine: MetricsEngine
    let databases: TestDatabases
    let sql: Sql
    beforeAll(async () => {
      ;[engine, databases] = await Promise.all([start(scrapedShop), postgres.start()])
      sql = await databases.migrated()
      await storeMeasuredSlos(sql, measured)
      await collect()
    }, 240_000)
    afterAll(() => Promise.all([engine.stop(), databases.stop()]))

    async function collect(into: Sql = sql, findSource = sourceAt(engine.url), minutesLater = 0) {
      const now = () => SHOP_TO * 3_600_000 + (6 + minutesLater) * 60_000
      return collectDue(
        { lagMinutes: 5, backfillDays: SHOP_DAYS, repairHours: 48 },
        {
          store: collectorStore(into),
          findSource,
          renewed: () => new Set<number>(),
          gather: async () => undefined,
          now,
          signal: new AbortController().signal,
        },
      )
    }

    /** Asked hour by hour and by itself, not in the way the collector asks. */
    async function promql(query: string, hour: Hour): Promise<number | null> {
      const parameters = new URLSearchParams({
        query: query.replaceAll('{{.window}}', '1h'),
        time: String((hour + 1) * 3600),
      })
      const response = await fetch(`${engine.url}/api/v1/query?${parameters}`)
      const answer = (await response.json()) as { data: { result: { value: [number, string] }[] } }
      const [first] = answer.data.result
      return first === undefined ? null : Number(first.value[1])
    }

    async function promqlCounts(hours: readonly Hour[]): Promise<HeldHours> {
      const counts = new Map<Hour, { good: number; total: number }>()
      for (const hour of hours) {
        const [bad, total] = await Promise.all([promql(failures, hour), promql(all, hour)])
        if (total === null) continue
        counts.set(hour, { total: Math.round(total), good: Math.round(total) - Math.round(bad ?? 0) })
      }
      return counts
    }

    const everyHour = Array.from({ length: SHOP_DAYS * 24 }, (_, index) => SHOP_FROM + index)

    test('a count is what PromQL says of that hour', async () => {
      const asked = everyHour.filter(
        (hour) => hour % 7 === 0 || eventful.some((one) => Math.abs(hour - one) < 3),
      )
      const held = await heldHours(sql, 'availability')
      expect(held.size).toBeGreaterThan(everyHour.length - 10)
      const counts = await promqlCounts(asked)
      expect(asked.map((hour) => [hour, held.get(hour)])).toEqual(
        asked.map((hour) => [hour, counts.get(hour)]),
      )
    })

    test('and near to what happened, restart included', async () => {
      const held = await heldHours(sql, 'availability')
      for (const hour of everyHour) {
        const count = held.get(hour)
        // Its first and last samples are cut off by the outage; the very first hour begins in the middle of nothing.
        if (count === undefined || hour === SHOP_FROM || hour === OUTAGE.toHour) continue
        const { requests } = happenedIn(hour)
        expect(Math.abs(count.total - requests) / requests, `${hour}`).toBeLessThan(isExact ? 0.02 : 0.04)
      }
      expect(held.get(RESTART_HOUR)?.total).toBeGreaterThan(0)
    })

    test('before the first failure there are none, and from then on they are counted', async () => {
      const held = await heldHours(sql, 'availability')
      const before = [...held].filter(([hour]) => hour < FIRST_FAILURE_HOUR)
      expect(before.length).toBe(FIRST_FAILURE_HOUR - SHOP_FROM)
      expect(before.every(([, { good, total }]) => good === total && total > 0)).toBe(true)
      const after = [...held].filter(([hour]) => hour > FIRST_FAILURE_HOUR)
      expect(after.some(([, { good, total }]) => good < total)).toBe(true)
    })

    test('an outage of the scrapes is missing hours, not hours without traffic', async () => {
      const held = await heldHours(sql, 'availability')
      const lost = everyHour.filter((hour) => !held.has(hour))
      expect(lost).toContain(OUTAGE.fromHour + 1)
      expect(lost.every((hour) => hour >= OUTAGE.fromHour && hour < OUTAGE.toHour)).toBe(true)
      expect([...held.values()].every(({ total }) => total > 0)).toBe(true)
    })

    test('a series that appears late begins with its first hour', async () => {
      const held = await heldHours(sql, 'late')
      expect([...held.keys()][0]).toBe(LATE_FROM)
      expect([...held.values()].every(({ good, total }) => good === total)).toBe(true)
    })

    test('rates and bare counters give the events of the hour too', async () => {
      const [counted, rates, counters] = await Promise.all(
        ['availability', 'per-second', 'counters'].map((slug) => heldHours(sql, slug)),
      )
      for (const [hour, { good, total }] of counted ?? []) {
        const rate = rates?.get(hour)
        const counter = counters?.get(hour)
        // VictoriaMetrics' rate() looks at the window only, its increase() also at the sample before it.
        const near = isExact ? Math.ceil(total * 0.05) + 1 : 0
        expect(Math.abs((rate?.total ?? -1000) - total), `rate of ${hour}`).toBeLessThanOrEqual(near)
        expect(counter?.total, `counter of ${hour}`).toBe(total)
        if (hour > SHOP_FROM && hour < FIRST_FAILURE_HOUR)
          expect(counter?.good, `quick ones of ${hour}`).toBeLessThanOrEqual(good)
      }
    })

    test('an engine that dies in the middle and comes back has left nothing out', async () => {
      const other = await databases.migratedForTest()
      await storeMeasuredSlos(other, measured)
      // By then one of the two series that are asked for at once has all of its first answer, its edges included.
      const last = 13
      let attempts = 0
      const dying = sourceAt(engine.url, () => (attempts += 1) === last && void engine.halt())
      const { progress } = await collect(other, dying)
      const reasons = [...progress.values()].map(({ failureKind }) => failureKind)
      expect(reasons).toContain('unreachable')
      expect([...progress.values()].some(({ askedUpToHour }) => askedUpToHour !== null)).toBe(true)

      await engine.resume()
      const after = await collect(other, undefined, 20)
      expect([...after.progress.values()].map(({ failure }) => failure)).toEqual(measured.map(() => null))
      for (const { slug } of measured)
        expect([...(await heldHours(other, slug))]).toEqual([...(await heldHours(sql, slug))])
    })

    test('a gauge is compared every minute', async () => {
      const held = await heldHours(sql, 'lag')
      const hour = SHOP_FROM + 100
      const { lagging } = happenedIn(hour)
      expect(held.get(hour)?.total).toBe(60)
      expect(Math.abs(60 - (held.get(hour)?.good ?? 0) - lagging)).toBeLessThanOrEqual(1)
    })

    test('slices of five minutes are twelve events an hour', async () => {
      const held = await heldHours(sql, 'slices')
      // Half of one minute in twenty is bad: a slice in four is below 95 %.
      expect(held.get(SHOP_FROM + 100)).toEqual({ total: 12, good: 9 })
    })
  },
)

function sourceAt(url: string, onAttempt: () => void = () => undefined): FindSource {
  const client = createPrometheusClient(
    { name: 'main', url, headers: {}, timeoutMs: 60_000 },
    {
      fetch,
      onAttempt,
      retry: {
        attempts: 1,
        firstDelayMs: 0,
        longestDelayMs: 0,
        wait: async () => undefined,
        random: () => 0,
      },
    },
  )
  const source = { name: 'main', client, concurrency: 2 }
  return () => source
}
