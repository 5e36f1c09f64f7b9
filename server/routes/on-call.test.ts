import { describe, expect, test } from 'vitest'

import type { ApiDeps } from '../ports.ts'
import { apiClient } from '../testing/api-client.ts'
import {
  DATA_FROM,
  hourlyRows,
  NOW_HOUR,
  PERIOD_START,
  tinyCatalog,
  tinyOrganization,
} from '../testing/tiny-organization.ts'
import { untold } from '../testing/untold.ts'

const cart = 'cart.availability.get-cart'
const find = 'search.latency.find'

/** The cart burns for five hours, and so may what it calls. */
const burning = (from: number, total = 100) => ({
  rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour >= from ? total / 2 : 0), total),
})

function client(change: Parameters<typeof tinyOrganization>[0] = {}) {
  return apiClient(tinyOrganization(change))
}

const released = (service: string, at: string, deployment = 'north') => ({
  id: `${service}-${at}`,
  service,
  deployment,
  version: '3.0.0',
  ...untold,
  at,
})

const releases = (...all: ReturnType<typeof released>[]) => ({
  releases: {
    list: async ({ services }: Readonly<{ services?: readonly string[] }>) =>
      all.filter(({ service }) => services?.includes(service) ?? true),
  },
})

describe('the list', () => {
  test('has what burns first, each budget once, production only, and counts every group', async () => {
    const { read } = client({ series: { [`${cart}@north`]: burning(NOW_HOUR - 5) } })
    const list = await read('listOnCall')
    expect(list.items[0]).toMatchObject({ sloId: cart, group: 'burning' })
    expect(list.items.map(({ deployment }) => deployment)).not.toContain('lab')
    expect(new Set(list.items.map(({ sloId }) => sloId)).size).toBe(list.items.length)
    expect(list.groups[0]).toEqual({ group: 'burning', count: 1 })
    expect(list.groups.reduce((sum, { count }) => sum + count, 0)).toBe(list.totalCount)
  })

  test('lists the chosen groups and still counts the others; pages join without a gap', async () => {
    const { read } = client({ series: { [`${cart}@north`]: burning(NOW_HOUR - 5) } })
    const one = await read('listOnCall', { shown: 'burning' })
    expect(one.items).toHaveLength(1)
    const all = await read('listOnCall')
    expect(one.groups).toEqual(all.groups)
    const first = await read('listOnCall', { limit: 2 })
    const second = await read('listOnCall', { limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map(({ sloId }) => sloId)).toEqual(
      all.items.slice(0, 4).map(({ sloId }) => sloId),
    )
  })

  test('is narrowed by team, words and rotation; a rotation nobody has is refused with those there are', async () => {
    const rotation = {
      team: 'finding',
      id: 'night',
      name: null,
      services: ['search'],
      deployments: ['north'],
      timeZone: 'UTC',
      shifts: [],
      primaryPeople: 2,
      backupPeople: 0,
      sharedPeople: null,
      since: '2026-01-01T00:00:00Z',
      until: null,
      url: null,
    }
    const records = {
      ...tinyOrganization().records,
      rotations: async () => ({ items: [rotation], totalCount: 1 }),
    }
    const { read, refused } = client({ deps: { records } })
    expect((await read('listOnCall', { team: 'buying' })).items.map(({ team }) => team)).not.toContain(
      'finding',
    )
    expect((await read('listOnCall', { search: 'latency cart' })).totalCount).toBe(1)
    const mine = await read('listOnCall', { rotation: 'finding:night' })
    expect(mine.rotations).toEqual([{ key: 'finding:night', team: 'finding', name: 'night' }])
    expect(new Set(mine.items.map(({ service }) => service))).toEqual(new Set(['search']))
    expect(await refused('listOnCall', { rotation: 'finding:day' })).toMatchObject({
      field: 'rotation',
      value: 'finding:day',
      allowed: ['finding:night'],
    })
  })
})

describe('the situation', () => {
  const params = { slo: cart, deployment: 'north' }

  test('names the release that came just before the burn', async () => {
    const { read } = client({
      series: { [`${cart}@north`]: burning(NOW_HOUR - 5) },
      deps: releases(released('cart', '2026-11-17T21:50:00Z'), released('search', '2026-11-17T12:00:00Z')),
    })
    const { burn, changes } = await read('readSituation', {}, params)
    expect(burn).toMatchObject({
      since: '2026-11-17T22:00:00Z',
      badShare: 0.5,
      cause: { kind: 'release', release: { version: '3.0.0', at: '2026-11-17T21:50:00Z' } },
    })
    expect(changes.map(({ service, isSuspect }) => [service, isSuspect])).toEqual([
      ['cart', true],
      ['search', false],
    ])
  })

  test('says where the same version runs without burning', async () => {
    const { read } = client({
      series: { [`${cart}@north`]: burning(NOW_HOUR - 5) },
      deps: releases(
        released('cart', '2026-11-17T21:50:00Z'),
        released('cart', '2026-11-17T16:20:00Z', 'lab'),
      ),
    })
    const { quietElsewhere, changes } = await read('readSituation', {}, params)
    expect(quietElsewhere).toEqual([{ deployment: 'lab', since: '2026-11-17T16:20:00Z' }])
    expect(changes.find(({ deployment }) => deployment === 'lab')).toMatchObject({ isQuiet: true })
  })

  test('names the dependency that began to burn first, and who calls it from its own side', async () => {
    const series = {
      [`${cart}@north`]: burning(NOW_HOUR - 5),
      [`${find}@north`]: burning(NOW_HOUR - 6),
    }
    const { read } = client({ series, deps: releases(released('search', '2026-11-17T20:40:00Z')) })
    const { burn, dependencies } = await read('readSituation', {}, params)
    expect(burn?.cause).toMatchObject({
      kind: 'dependency',
      service: 'search',
      since: '2026-11-17T21:00:00Z',
      release: { at: '2026-11-17T20:40:00Z' },
    })
    expect(dependencies).toMatchObject([{ service: 'search', relation: 'calls', burning: { sloId: find } }])

    const other = await read('readSituation', {}, { slo: find, deployment: 'north' })
    expect(other.burn?.cause.kind).toBe('release')
    expect(other.dependencies).toMatchObject([{ service: 'cart', relation: 'called-by' }])
  })

  test('says since when nothing has come, and from which source it should', async () => {
    const stopped = NOW_HOUR - 40
    const progress = {
      source: 'shop metrics',
      fedUpToHour: stopped,
      fedAtMs: 0,
      triedAtMs: 0,
      failure: { kind: 'unreachable', reason: 'connect ECONNREFUSED', sinceMs: 0 },
      nextTryAtMs: null,
    }
    const { read } = client({
      series: { [`${cart}@north`]: { rows: hourlyRows(DATA_FROM, stopped) } },
      deps: { feeds: async () => [{ sloId: cart, deployment: 'north', isMeasured: true, progress }] },
    })
    const { silence, burn } = await read('readSituation', {}, params)
    expect(burn).toBeNull()
    expect(silence).toEqual({
      since: '2026-11-16T11:00:00Z',
      source: 'shop metrics',
      reason: 'connect ECONNREFUSED',
    })
  })

  test('draws the last day in the finest slots held, up to the minute', async () => {
    const rows = hourlyRows(DATA_FROM, NOW_HOUR)
    const readFine: ApiDeps['buckets']['readFine'] = async (_series, fromMinute, toMinute) => {
      const minute = Array.from({ length: (toMinute - fromMinute) / 5 }, (_, part) => fromMinute + part * 5)
      // Ten events an hour: one every five minutes, none in the last two.
      const total = minute.map((one) => (one % 60 < 50 ? 1 : 0))
      return { minute, width: minute.map(() => 5), good: total, total }
    }
    const deps = tinyOrganization({ series: { [`${cart}@north`]: { rows } } })
    const { read } = apiClient({ ...deps, buckets: { ...deps.buckets, readFine } })
    const { lastDay } = await read('readSituation', {}, params)
    expect(lastDay?.upTo).toBe('2026-11-18T03:10:00Z')
    expect(lastDay?.columns.hour.at(-1)).toBe('2026-11-18T03:05:00Z')
    expect(new Set(lastDay?.columns.minutes)).toEqual(new Set([5]))
    const { readings } = await read('readBudgetHistory', {}, params)
    expect(readings.map(({ shortMinutes, upTo }) => [shortMinutes, upTo])).toEqual(
      [5, 30, 120, 360].map((minutes) => [minutes, '2026-11-18T03:10:00Z']),
    )
  })

  test('has no day in finer slots where only hours are held', async () => {
    const { read } = client({})
    expect((await read('readSituation', {}, params)).lastDay).toBeNull()
    const { readings } = await read('readBudgetHistory', {}, params)
    expect(readings[0]).toMatchObject({ isCoarse: true, shortMinutes: 60, upTo: '2026-11-18T03:00:00Z' })
  })

  test('fills this budget into the runbook and into links', async () => {
    const runbook = {
      url: 'https://runbooks.example/cart',
      firstMoves: ['Roll back: `ship {service} {deployment}`'],
    }
    const slos = tinyCatalog.slos.map((slo) => (slo.id === cart ? { ...slo, runbook } : slo))
    const { read } = client({
      deps: {
        catalog: async () => ({ ...tinyCatalog, slos }),
        links: {
          links: [
            { name: 'Dashboard', url: 'https://grafana.example/d/{service}?in={deployment}&x={unknown}' },
          ],
          incident: null,
        },
      },
    })
    const situation = await read('readSituation', {}, params)
    expect(situation.runbook?.firstMoves).toEqual(['Roll back: `ship cart north`'])
    expect(situation.links).toEqual([
      { name: 'Dashboard', url: 'https://grafana.example/d/cart?in=north&x={unknown}' },
    ])
    expect(PERIOD_START).toBeLessThan(NOW_HOUR)
  })
})
