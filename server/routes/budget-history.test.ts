import { describe, expect, test } from 'vitest'

import { isoFromHour } from '../../src/domain/hours.ts'
import { scales } from '../../src/domain/budget-series.ts'
import { apiClient } from '../testing/api-client.ts'
import { NOW_HOUR, PERIOD_START, tinyOrganization } from '../testing/tiny-organization.ts'

const client = apiClient(tinyOrganization())
const availability = { slo: 'cart.availability.get-cart', deployment: 'north' }
const latency = { slo: 'cart.latency.get-cart', deployment: 'north' }
const from = isoFromHour(PERIOD_START)

describe('the burn-down', () => {
  test('is that of the current period, by hour, where nothing else is asked for', async () => {
    const history = await client.read('readBudgetHistory', {}, availability)
    expect(history).toMatchObject({
      sloId: availability.slo,
      teamName: 'Buying',
      sliName: 'Availability',
      slaTarget: 0.98,
      scale: 'hour',
      window: { from, to: '2026-11-30T00:00:00Z' },
      dataUpTo: '2026-11-18T03:00:00Z',
      sliding: null,
      gaps: [],
    })
    expect(history.versions).toHaveLength(1)
    expect(history.periods).toHaveLength(1)
    expect(history.periods[0]?.columns.hour).toHaveLength(387)
  })

  test('falls by the hour in which something was bad and stands still otherwise', async () => {
    const { periods } = await client.read('readBudgetHistory', {}, availability)
    const remaining = periods[0]?.columns.remaining ?? []
    expect(new Set(remaining.slice(0, 100))).toEqual(new Set([1]))
    expect(new Set(remaining.slice(100)).size).toBe(1)
    expect(remaining[100]).toBeCloseTo(1 - 8 / 67.2, 9)
  })

  test('ends at the same value at every scale that is offered', async () => {
    const { offeredScales } = await client.read('readBudgetHistory', {}, latency)
    expect(offeredScales.length).toBeGreaterThan(1)
    for (const scale of offeredScales) {
      const { periods } = await client.read('readBudgetHistory', { scale }, latency)
      expect(periods[0]?.columns.remaining.at(-1), scale).toBe(periods[0]?.budget.remaining)
    }
  })

  test('counts from the start of the period where the window shows only its end', async () => {
    const { periods } = await client.read('readBudgetHistory', { window: 'last-24-hours' }, availability)
    const columns = periods[0]?.columns
    expect(columns?.hour[0]).toBe(isoFromHour(NOW_HOUR - 24))
    expect(columns?.hour).toHaveLength(24)
    expect(columns?.remaining[0]).toBeCloseTo(1 - 8 / 67.2, 9)
  })

  test('holds the whole of a day that the window cuts', async () => {
    const query = { from: isoFromHour(PERIOD_START + 30), to: isoFromHour(PERIOD_START + 90), scale: 'day' }
    const columns = (await client.read('readBudgetHistory', query, availability)).periods[0]?.columns
    expect(columns?.hour).toEqual([24, 48, 72].map((hour) => isoFromHour(PERIOD_START + hour)))
    expect(columns?.total).toEqual([240, 240, 240])
  })

  test('of several periods is replenished at the start of each', async () => {
    const history = await client.read(
      'readBudgetHistory',
      { window: 'last-3-periods', scale: 'day' },
      availability,
    )
    expect(history.periods.map(({ budget }) => budget.period.id)).toEqual([
      '2026-P10',
      '2026-P11',
      '2026-P12',
    ])
    for (const { columns } of history.periods) expect(columns.remaining[0]).toBe(1)
  })

  test('by month has each calendar month once, whole, with a grant of its own', async () => {
    const query = { window: 'last-3-periods', scale: 'month' }
    const { periods } = await client.read('readBudgetHistory', query, latency)
    expect(periods.map(({ columns }) => columns.hour)).toEqual([
      ['2026-09-01T00:00:00Z'],
      ['2026-10-01T00:00:00Z'],
      ['2026-11-01T00:00:00Z'],
    ])
    // Data begin in mid-August; November has come to the 18th, 03:00.
    expect(periods.map(({ columns }) => columns.total)).toEqual([[7200], [7440], [4110]])
    // 100 bad of an estimated 5 % of 7,200
    expect(periods[2]?.columns.remaining[0]).toBeCloseTo(1 - 100 / 360, 9)
  })

  test('by month ends with the month that the window ends in', async () => {
    const query = { window: 'previous-period', scale: 'month' }
    const { periods } = await client.read('readBudgetHistory', query, latency)
    expect(periods.map(({ columns }) => columns.hour)).toEqual([
      ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'],
    ])
  })

  test('leaves out periods in which the series did not exist', async () => {
    const params = { slo: 'search.latency.find', deployment: 'north' }
    const history = await client.read('readBudgetHistory', { window: 'last-3-periods', scale: 'day' }, params)
    expect(history.periods.map(({ budget }) => budget.period.id)).toEqual(['2026-P12'])
    expect(history.gaps).toEqual([])
  })

  test('of a period in its first hour is whole, before anything of it was measured', async () => {
    const deps = tinyOrganization()
    const atStart = apiClient({ ...deps, buckets: { ...deps.buckets, nowHour: async () => PERIOD_START } })
    const { periods } = await atStart.read('readBudgetHistory', {}, availability)
    expect(periods).toMatchObject([
      {
        budget: { period: { id: '2026-P12', isOpen: true }, state: 'healthy', remaining: 1, elapsedHours: 0 },
        columns: { hour: [], remaining: [] },
      },
    ])
  })

  test('of 28 sliding days comes beside the periods where it is asked for', async () => {
    const { sliding } = await client.read('readBudgetHistory', { sliding: 'show' }, availability)
    expect(sliding?.hour).toHaveLength(387)
    expect(sliding?.remaining[99]).toBe(1)
    expect(sliding?.remaining[100]).toBeCloseTo(1 - 8 / 67.2, 9)
  })
})

test.each([
  [{ window: 'current-period', from }, 'window', 'Give either'],
  [{ from }, 'to', 'both'],
  [{ to: from }, 'from', 'both'],
  [{ from, to: from }, 'from', '"to" is'],
  [{ from: '2026-11-02T00:00:30Z', to: '2026-11-03T00:00:00Z' }, 'from', 'begins at 2026-11-02T00:00:00Z'],
  [{ from: '2020-01-01T00:00:00Z', to: from }, 'from', 'There are data from'],
  [{ from, to: '2026-12-24T00:00:00Z' }, 'to', 'current period ends at'],
] as const)('a window of %o is refused by %s', async (query, field, hint) => {
  const problem = await client.refused('readBudgetHistory', query, availability)
  expect(problem).toMatchObject({ type: '/problems/invalid-parameter', status: 400, field })
  expect(problem.hint).toContain(hint)
})

test('a window or a scale that does not exist is refused with those that do', async () => {
  expect(
    (await client.refused('readBudgetHistory', { window: 'last-week' }, availability)).allowed,
  ).toContain('last-7-days')
  expect((await client.refused('readBudgetHistory', { scale: 'minute' }, availability)).allowed).toEqual([
    ...scales,
  ])
})

test('a scale of too many points for the window is refused with the offered ones', async () => {
  const problem = await client.refused(
    'readBudgetHistory',
    { window: 'current-year', scale: 'hour' },
    availability,
  )
  expect(problem).toMatchObject({ field: 'scale', value: 'hour' })
  const { offeredScales } = await client.read('readBudgetHistory', { window: 'current-year' }, availability)
  expect(problem.allowed).toEqual(offeredScales)
})

describe('verdicts', () => {
  test('are those of the current year, the open period last, and the same as in the history', async () => {
    const { items } = await client.read('listVerdicts', {}, latency)
    expect(items.map(({ period, state }) => [period.id, state])).toEqual([
      ['2026-P09', 'fulfilled'],
      ['2026-P10', 'fulfilled'],
      ['2026-P11', 'fulfilled'],
      ['2026-P12', 'healthy'],
    ])
    expect(items.at(-1)).toEqual((await client.read('readBudgetHistory', {}, latency)).periods[0]?.budget)
  })

  test('can be asked for over another window', async () => {
    const { items } = await client.read('listVerdicts', { window: 'previous-period' }, latency)
    expect(items.map(({ period }) => period.id)).toEqual(['2026-P11'])
  })
})

describe('buckets', () => {
  test('come as they were measured, without rows for hours to come', async () => {
    const query = { from: isoFromHour(PERIOD_START + 99), to: isoFromHour(PERIOD_START + 102) }
    expect(await client.read('readBuckets', query, availability)).toEqual({
      hour: [99, 100, 101].map((hour) => isoFromHour(PERIOD_START + hour)),
      good: [10, 2, 10],
      total: [10, 10, 10],
    })
    const open = await client.read('readBuckets', { from, to: '2026-11-30T00:00:00Z' }, availability)
    expect(open.hour).toHaveLength(387)
  })

  test('need both ends', async () => {
    expect(await client.refused('readBuckets', { from }, availability)).toMatchObject({
      status: 400,
      field: 'to',
    })
    expect(await client.refused('readBuckets', {}, availability)).toMatchObject({
      status: 400,
      field: 'from',
    })
  })

  test('come for at most two years at once', async () => {
    const deps = tinyOrganization()
    const old = apiClient({ ...deps, buckets: { ...deps.buckets, fromHour: async () => 0 } })
    const problem = await old.refused(
      'readBuckets',
      { from: '2020-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' },
      availability,
    )
    expect(problem).toMatchObject({ field: 'from', value: '2020-01-01T00:00:00Z' })
    expect(problem.hint).toContain('2024-01-01T00:00:00Z')
  })
})
