import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { bucketsFromRows } from '../../../src/domain/buckets.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'
import { catalogIndex } from '../../catalog-index.ts'
import { knownSlas } from '../../slas/known-slas.ts'
import { keyOf, livesIn, loadSeries, type Member } from '../../budgets/series.ts'
import { figuresOf, hoursBehind, type FigureName } from '../../budgets/period-figures.ts'
import { periodsWithData, readMoment } from '../../moment.ts'
import { sqlHosts, type TestDatabases } from '../../testing/sql-hosts.ts'
import { storeOrganization } from '../../testing/stored-organization.ts'
import { hourlyRows, NOW_HOUR, tinyOrganization } from '../../testing/tiny-organization.ts'
import { upsertBuckets } from './bucket-writer.ts'
import { recordedOnce } from '../../testing/recorded-correction.ts'
import { upsertCorrections } from './correction-rows.ts'
import { createSqlStore, type SqlStore } from './sql-store.ts'
import type { Sql } from './sql.ts'
import { createSummarizer } from './summarizer.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 })

const FIRST_HOUR = NOW_HOUR - 24 * 7
const SERIES = [
  'cart.availability.get-cart@north',
  'cart.latency.get-cart@north',
  'search.availability.find@north',
]

describe.each(sqlHosts)('summaries on $host', ({ start }) => {
  let databases: TestDatabases
  beforeAll(async () => {
    databases = await start()
  }, 120_000)
  afterAll(() => databases.stop())

  /** A week of hours in periods of two days, and a clock that lies ahead of them. */
  async function fewDays() {
    const sql = await databases.empty()
    const rows = hourlyRows(FIRST_HOUR, NOW_HOUR, (hour) => (hour % 5 === 0 ? 1 : 0))
    const life = { rows, beganHour: FIRST_HOUR }
    await storeOrganization(
      sql,
      tinyOrganization({ series: Object.fromEntries(SERIES.map((id) => [id, life])) }),
    )
    await sql.query('update organization set period_scheme = $1::jsonb', [JSON.stringify(scheme(2))])
    await sql.script('update store_state set catalog_revision = catalog_revision + 1')
    const open = (through = sql) =>
      createSqlStore(through, { now: () => (NOW_HOUR + 500) * 3_600_000, report: fail })
    const ids = await sql.query<{ id: number }>(
      `select id from series where slo_id || '@' || deployment = any(string_to_array($1, ',')) order by id`,
      [SERIES.join()],
    )
    return { sql, open, ids: ids.map(({ id }) => id) }
  }

  test('are complete after they were brought up to date, and tell what the hours tell', async () => {
    const { sql, open } = await fewDays()
    const store = open()
    expect(await believed(store)).toBe(0)
    expect(await createSummarizer(sql, store).bringUpToDate()).toBeGreaterThan(12)
    expect(await believed(store)).toBe(await living(store))
    await expectTrue(store)
  })

  test('are not worked out twice, by the same server or by another', async () => {
    const { sql, open } = await fewDays()
    const [one, other] = [createSummarizer(sql, open()), createSummarizer(sql, open())]
    await one.bringUpToDate()
    expect(await one.bringUpToDate()).toBe(0)
    expect(await other.bringUpToDate()).toBe(0)
  })

  test('of a closed period outlive the hours that come after it; those of the open one do not', async () => {
    const { sql, open, ids } = await fewDays()
    const store = open()
    await createSummarizer(sql, store).bringUpToDate()
    const all = await believed(store)
    await write(sql, ids[0] ?? 0, NOW_HOUR, { good: 3, total: 9 })
    const left = await believed(store)
    expect(left).toBeLessThan(all)
    expect(left).toBeGreaterThan(0)
    await expectTrue(store)
  })

  test('hours that arrive while they are worked out are not taken for known', async () => {
    const { sql, open, ids } = await fewDays()
    let isLate = true
    const interrupted: Sql = {
      ...sql,
      async query<Row extends object>(text: string, values?: Parameters<Sql['query']>[1]) {
        const rows = await sql.query<Row>(text, values)
        if (isLate && /from bucket\s/.test(text)) {
          isLate = false
          await write(sql, ids[0] ?? 0, NOW_HOUR - 5, { good: 0, total: 77 })
        }
        return rows
      },
    }
    const store = open()
    await createSummarizer(interrupted, open(interrupted)).bringUpToDate()
    expect(isLate).toBe(false)
    await expectTrue(store)
    await createSummarizer(sql, store).bringUpToDate()
    expect(await believed(store)).toBe(await living(store))
    await expectTrue(store)
  })

  test('are true after anything that happened, in any order, and whoever looks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { minLength: 5, maxLength: 10 }), async (events) => {
        const { sql, open, ids } = await fewDays()
        const [store, other] = [open(), open()]
        const summarizers = [createSummarizer(sql, store), createSummarizer(sql, other)]
        await summarizers[0]?.bringUpToDate()
        for (const [step, event] of events.entries()) {
          if (event.kind === 'summarize') await summarizers[event.server]?.bringUpToDate()
          else await happen(sql, ids, event, step)
          await expectTrue(store)
        }
        await summarizers[1]?.bringUpToDate()
        await expectTrue(other)
        expect(await believed(store)).toBe(await living(store))
      }),
      { numRuns: 4 },
    )
  })
})

const scheme = (days: number) => ({ kind: 'days', days, anchorHour: FIRST_HOUR - (FIRST_HOUR % 24) })

const anyCount = fc.nat(30).chain((total) => fc.record({ total: fc.constant(total), good: fc.nat(total) }))
const anySeries = fc.nat(SERIES.length - 1)
const pastHour = fc.integer({ min: FIRST_HOUR, max: NOW_HOUR - 1 })
const anyEvent = fc.oneof(
  fc.record({ kind: fc.constant('summarize'), server: fc.nat(1) }),
  fc.record({ kind: fc.constant('late'), series: anySeries, hour: pastHour, count: anyCount }),
  fc.record({
    kind: fc.constant('earlier'),
    series: anySeries,
    hours: fc.integer({ min: 1, max: 60 }),
    count: anyCount,
  }),
  fc.record({
    kind: fc.constant('next'),
    series: anySeries,
    hours: fc.integer({ min: 1, max: 40 }),
    count: anyCount,
  }),
  fc.record({
    kind: fc.constant('exclude'),
    series: anySeries,
    hour: pastHour,
    hours: fc.integer({ min: 1, max: 30 }),
  }),
  fc.record({ kind: fc.constant('top-up'), series: anySeries, hour: pastHour }),
  fc.record({ kind: fc.constant('withdraw') }),
  fc.record({ kind: fc.constant('target'), hour: pastHour, target: fc.constantFrom(0.5, 0.9, 0.999, 1) }),
  fc.record({ kind: fc.constant('end'), series: anySeries, hour: pastHour }),
  fc.record({ kind: fc.constant('scheme'), days: fc.integer({ min: 1, max: 3 }) }),
)
type Event = Exclude<typeof anyEvent extends fc.Arbitrary<infer Any> ? Any : never, { server: number }>

async function happen(sql: Sql, ids: readonly number[], event: Event, step: number): Promise<void> {
  const id = 'series' in event ? (ids[event.series] ?? 0) : 0
  switch (event.kind) {
    case 'late':
      return write(sql, id, event.hour, event.count)
    case 'earlier':
      return write(sql, id, FIRST_HOUR - event.hours, event.count)
    case 'next':
      return write(sql, id, NOW_HOUR + event.hours, event.count)
    case 'exclude':
      return upsertCorrections(sql, id, [
        {
          ...recordedOnce,
          id: `c${step}`,
          kind: 'exclusion',
          fromHour: event.hour,
          toHour: event.hour + event.hours,
        },
      ])
    case 'top-up':
      return upsertCorrections(sql, id, [
        {
          ...recordedOnce,
          id: `c${step}`,
          kind: 'top-up',
          atHour: event.hour,
          share: 0.4,
          dependency: 'dns',
        },
      ])
    case 'withdraw':
      return changeCatalog(sql, 'update correction set withdrawn_at = now()')
    case 'target':
      return changeCatalog(
        sql,
        `insert into slo_version select id, (select max(version) + 1 from slo_version where slo_id = slo.id),
          ${event.target}, '${isoFromHour(event.hour)}', 'ada', 'tried' from slo`,
      )
    case 'end':
      return changeCatalog(sql, `update series set ended_hour = ${event.hour} where id = ${id}`)
    case 'scheme':
      return changeCatalog(
        sql,
        `update organization set period_scheme = '${JSON.stringify(scheme(event.days))}'`,
      )
  }
}

function write(sql: Sql, seriesId: number, hour: Hour, count: Readonly<{ good: number; total: number }>) {
  return upsertBuckets(sql, [{ seriesId, buckets: bucketsFromRows([{ hour, ...count }]) }], hour + 1)
}

async function changeCatalog(sql: Sql, script: string): Promise<void> {
  await sql.transaction(async (transaction) => {
    await transaction.script(script)
    await transaction.script(
      'update store_state set catalog_revision = catalog_revision + 1, revision = revision + 1',
    )
  })
}

async function asked(store: SqlStore) {
  const catalog = await store.catalog()
  const moment = await readMoment(store, catalog.periodScheme)
  const ofSlos = catalog.slos.flatMap((slo) => slo.deployments.map((deployment) => ({ slo, deployment })))
  const promised = knownSlas(catalogIndex(catalog)).endpoints.map(({ member }) => member)
  const members: readonly Member[] = [...ofSlos, ...promised]
  return { members, moment, periods: periodsWithData(moment) }
}

const figureNames: readonly FigureName[] = ['standing', 'daily', 'speeds']

/** Nothing that is read from summaries differs from what is worked out of the hours. */
async function expectTrue(store: SqlStore): Promise<void> {
  const { members, moment, periods } = await asked(store)
  for (const period of periods) {
    const { fromHour, toHour } = hoursBehind(period, moment.nowHour)
    const all = await Promise.all(members.map((member) => loadSeries(store, member, fromHour, toHour)))
    for (const name of figureNames) {
      const held = await store.summaries.read(name, members, period, moment.nowHour)
      for (const [position, series] of all.entries()) {
        if (held[position] === undefined) continue
        expect(livesIn(series, period)).toBe(true)
        expect(held[position]).toEqual(figuresOf[name](series, period, moment.nowHour))
      }
    }
  }
}

async function believed(store: SqlStore): Promise<number> {
  const { members, moment, periods } = await asked(store)
  const found = await Promise.all(
    periods.map((period) => store.summaries.read('standing', members, period, moment.nowHour)),
  )
  return found.flat().filter((standing) => standing !== undefined).length
}

async function living(store: SqlStore): Promise<number> {
  const { members, periods } = await asked(store)
  const lives = await Promise.all(members.map((member) => store.buckets.lifetime(keyOf(member))))
  return periods.flatMap((period) => lives.filter((life) => livesIn(life, period))).length
}

function fail(error: unknown): void {
  throw error
}
