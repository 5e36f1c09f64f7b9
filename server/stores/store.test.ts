import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { createOrganization } from '../../mocks/organization/organization.ts'
import type { Buckets } from '../../src/domain/buckets.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import type { ApiDeps, SeriesKey } from '../ports.ts'
import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { storeOrganization } from '../testing/stored-organization.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const NOW = Date.parse('2026-11-18T03:10:00Z')
const NOW_HOUR = NOW / 3_600_000 - 1 / 6
const TWO_YEARS = 17_520
/** What is two years there is not stored otherwise. */
const heldHoursOn = { memory: TWO_YEARS, PGlite: 2_400, PostgreSQL: TWO_YEARS }

/** The last hours of the simulated organization. */
function simulated(heldHours: number): ApiDeps {
  const organization = createOrganization({ now: () => NOW, serviceCount: 1 })
  const { buckets } = organization
  const firstHour = NOW_HOUR - heldHours
  return {
    ...organization,
    buckets: {
      ...buckets,
      fromHour: async () => firstHour,
      read: (series, fromHour, toHour) => buckets.read(series, Math.max(fromHour, firstHour), toHour),
    },
  }
}
type Opened = Pick<TestDatabases, 'stop'> & { store: ApiDeps }
const inMemory = async (source: ApiDeps): Promise<Opened> => ({
  store: source,
  stop: async () => undefined,
})
const inDatabase = (start: () => Promise<TestDatabases>) => async (source: ApiDeps) => {
  const databases = await start()
  return { store: await storeOrganization(await databases.migrated(), source), stop: databases.stop }
}
const hosts: readonly Readonly<{
  host: keyof typeof heldHoursOn
  open: (source: ApiDeps) => Promise<Opened>
}>[] = [
  { host: 'memory', open: inMemory },
  ...sqlHosts.map(({ host, start }) => ({ host, open: inDatabase(start) })),
]

/** What the API may rely on, whatever holds the data. */
describe.each(hosts)('an organization in $host', ({ host, open }) => {
  const heldHours = heldHoursOn[host]
  const source = simulated(heldHours)
  let store: ApiDeps
  let stop: () => Promise<void>
  let series: readonly SeriesKey[]
  beforeAll(async () => {
    const opened = await open(simulated(heldHours))
    store = opened.store
    stop = opened.stop
    series = (await store.catalog()).slos.flatMap(({ id, deployments }) =>
      deployments.map((deployment) => ({ sloId: id, deployment })),
    )
  }, 120_000)
  afterAll(() => stop())

  const first = (): SeriesKey => {
    const [one] = series
    if (one === undefined) throw new Error('The catalog has no SLO')
    return one
  }

  test('has the catalog that was agreed, in its order', async () => {
    expect(await store.catalog()).toEqual(await source.catalog())
    expect(series.length).toBe(20)
  })

  test('gives the same catalog object until something changes, so that what is derived from it can be kept', async () => {
    expect(await store.catalog()).toBe(await store.catalog())
  })

  test(`holds ${heldHours} hours up to the last complete one`, async () => {
    expect(await store.buckets.nowHour()).toBe(NOW_HOUR)
    expect(await store.buckets.fromHour()).toBe(NOW_HOUR - heldHours)
  })

  test('gives the hours of the span: ascending, no others, each at most once', async () => {
    const fromHour = NOW_HOUR - 100
    const { hour, good, total } = await store.buckets.read(first(), fromHour, NOW_HOUR - 40)
    expect(Array.from(hour)).toEqual(Array.from({ length: 60 }, (_, index) => fromHour + index))
    expect(good.length).toBe(60)
    for (let row = 0; row < 60; row += 1) {
      expect(total[row]).toBeGreaterThanOrEqual(good[row] ?? Number.NaN)
      expect(good[row]).toBeGreaterThanOrEqual(0)
    }
  })

  test('adjacent spans add up to the whole', async () => {
    const [from, middle] = [NOW_HOUR - 900, NOW_HOUR - 333]
    const parts = await Promise.all([
      store.buckets.read(first(), from, middle),
      store.buckets.read(first(), middle, NOW_HOUR),
    ])
    const whole = plain(await store.buckets.read(first(), from, NOW_HOUR))
    expect(parts.map(plain).flatMap(({ total }) => total)).toEqual(whole.total)
    expect(parts.map(plain).flatMap(({ hour }) => hour)).toEqual(whole.hour)
  })

  test('every series has all the hours that were measured, exactly', async () => {
    const [held, measured] = await Promise.all([hoursOf(store), hoursOf(source)])
    for (const [index, one] of series.entries()) {
      // As text: a difference in a million figures is not to be printed.
      expect(held[index] === measured[index], `${one.sloId} in ${one.deployment}`).toBe(true)
      expect(await store.buckets.lifetime(one)).toEqual(await source.buckets.lifetime(one))
    }
  }, 60_000)

  test('a missing hour is no row, and an empty span is none at all', async () => {
    const nothing = { hour: [], good: [], total: [] }
    expect(plain(await store.buckets.read(first(), NOW_HOUR, NOW_HOUR + 24))).toEqual(nothing)
    expect(plain(await store.buckets.read(first(), 0, 1000))).toEqual(nothing)
    expect(plain(await store.buckets.read(first(), NOW_HOUR - 5, NOW_HOUR - 5))).toEqual(nothing)
  })

  test('a series that nobody agreed is refused, not answered with an empty life', async () => {
    const unknown = { sloId: 'nobody.availability.nothing', deployment: 'nowhere' }
    await expect(store.buckets.lifetime(unknown)).rejects.toThrow('nobody.availability.nothing')
    expect(plain(await store.buckets.read(unknown, NOW_HOUR - 9, NOW_HOUR)).hour).toEqual([])
  })

  test('releases come newest first, those of the services, deployments and span asked for', async () => {
    const span = { fromHour: NOW_HOUR - 2000, toHour: NOW_HOUR }
    const all = await store.releases.list(span)
    expect(all).toEqual(await source.releases.list(span))
    const times = all.map(({ at }) => at)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(times.every((at) => at >= isoFromHour(span.fromHour) && at < isoFromHour(span.toHour))).toBe(true)

    const { service, deployment } = all[0] ?? { service: '', deployment: '' }
    const some = await store.releases.list({ ...span, services: [service], deployments: [deployment] })
    expect(some).toEqual(all.filter((one) => one.service === service && one.deployment === deployment))
    expect(some.length).toBeGreaterThan(0)
    expect(await store.releases.list({ ...span, services: [] })).toEqual([])
  })

  test('builds come newest first, those of the services and the span asked for', async () => {
    const span = { fromHour: NOW_HOUR - 2000, toHour: NOW_HOUR + 1 }
    const all = await store.builds.list(span)
    expect(all).toEqual(await source.builds.list(span))
    const times = all.map(({ startedAt }) => startedAt)
    expect(times).toEqual(times.toSorted().toReversed())
    const { service } = all[0] ?? { service: '' }
    const some = await store.builds.list({ ...span, services: [service] })
    expect(some).toEqual(all.filter((one) => one.service === service))
    expect(some.length).toBeGreaterThan(0)
    expect(await store.builds.list({ ...span, services: [] })).toEqual([])
  })

  test('corrections come with their series and no other', async () => {
    for (const one of series)
      expect(await store.corrections.list(one), one.sloId).toEqual(await source.corrections.list(one))
  })
})

function plain({ hour, good, total }: Buckets) {
  return { hour: Array.from(hour), good: Array.from(good), total: Array.from(total) }
}

async function hoursOf({ catalog, buckets }: ApiDeps): Promise<readonly string[]> {
  const { slos } = await catalog()
  const series = slos.flatMap(({ id, deployments }) =>
    deployments.map((deployment) => ({ sloId: id, deployment })),
  )
  return Promise.all(series.map((one) => buckets.read(one, 0, NOW_HOUR + 10).then(asText)))
}

function asText({ hour, good, total }: Buckets): string {
  return [hour, good, total].map((column) => Array.from(column).join()).join(';')
}
