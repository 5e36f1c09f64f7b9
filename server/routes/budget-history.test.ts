import { describe, expect, test } from 'vitest'

import type { Correction } from '../../src/domain/correction.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { scales } from '../../src/domain/budget-series.ts'
import { apiClient } from '../testing/api-client.ts'
import {
  DATA_FROM,
  hourlyRows,
  NOW_HOUR,
  PERIOD_START,
  tinyOrganization,
} from '../testing/tiny-organization.ts'

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

describe('what is marked on it', () => {
  test('an episode names the last release in the day before it, to that deployment', async () => {
    const { episodes } = await client.read('readBudgetHistory', {}, latency)
    expect(episodes).toHaveLength(1)
    expect(episodes[0]).toMatchObject({
      periodId: '2026-P12',
      start: isoFromHour(PERIOD_START + 50),
      end: isoFromHour(PERIOD_START + 60),
      spanHours: 10,
      bad: 100,
      releaseBefore: { version: '1.0.0', at: '2026-11-03T20:00:00Z' },
    })
    // 100 of an estimated 5 % of 6,720, in ten hours
    expect(episodes[0]?.depletion).toBeCloseTo(100 / 336, 9)
    expect(episodes[0]?.speed).toBeCloseTo(1000 / 336, 9)
    expect(
      (await client.read('readBudgetHistory', {}, availability)).episodes[0]?.releaseBefore?.version,
    ).toBe('2.0.0')
  })

  test('the speeds of a period are those of its episodes, absent where there is none', async () => {
    const { periods, episodes } = await client.read(
      'readBudgetHistory',
      { window: 'last-3-periods', scale: 'day' },
      latency,
    )
    const speed = episodes[0]?.speed
    expect(periods.map(({ averageSpeed, highestSpeed }) => [averageSpeed, highestSpeed])).toEqual([
      [null, null],
      [null, null],
      [speed, speed],
    ])
  })

  test('a breach is judged by the length of the period it lay in, not of the current one', async () => {
    // Burns 3.05 times as fast as allowed for six days of November: a ticket at 3 in 30 days, none at 3.1 in 31.
    const november = Date.parse('2026-11-01T00:00:00Z') / 3_600_000
    const rows = hourlyRows(
      DATA_FROM,
      NOW_HOUR + 672,
      (hour) => (hour >= november && hour < november + 144 ? 61 : 0),
      2000,
    )
    const deps = tinyOrganization({ series: { 'cart.availability.get-cart@north': { rows } } })
    const breachesAt = async (nowHour: number) => {
      const client = apiClient({
        ...deps,
        catalog: async () => ({ ...(await deps.catalog()), periodScheme: { kind: 'calendar-month' } }),
        buckets: { ...deps.buckets, nowHour: async () => nowHour },
      })
      const query = { from: isoFromHour(november), to: isoFromHour(november + 300) }
      return (await client.read('readBudgetHistory', query, availability)).breaches
    }
    const inNovember = await breachesAt(november + 400)
    expect(inNovember).toHaveLength(1)
    expect(await breachesAt(november + 31 * 24)).toEqual(inNovember)
  })

  test('a breach that has ended says when', async () => {
    const { breaches } = await client.read('readBudgetHistory', {}, latency)
    expect(breaches).toHaveLength(1)
    expect(breaches[0]).toMatchObject({
      start: isoFromHour(PERIOD_START + 50),
      severity: 'page',
      peakLongHours: 1,
    })
    expect(breaches[0]?.peakRate).toBeCloseTo(20, 9)
    expect(breaches[0]?.end).not.toBeNull()
  })

  test('releases are those of the window, newest first', async () => {
    const { releases } = await client.read('readBudgetHistory', {}, availability)
    expect(releases.map(({ version }) => version)).toEqual(['2.0.0', '1.0.0'])
  })

  test('hours that were not measured are gaps, the ones to come are not', async () => {
    const rows = hourlyRows(DATA_FROM, NOW_HOUR).filter(
      ({ hour }) => hour < PERIOD_START + 20 || hour >= PERIOD_START + 25,
    )
    const measured = rows.filter(({ hour }) => hour < NOW_HOUR - 2)
    const { read } = apiClient(
      tinyOrganization({ series: { 'cart.availability.get-cart@north': { rows: measured } } }),
    )
    const history = await read('readBudgetHistory', {}, availability)
    expect(history.gaps).toEqual([
      { start: isoFromHour(PERIOD_START + 20), end: isoFromHour(PERIOD_START + 25) },
      { start: isoFromHour(NOW_HOUR - 2), end: isoFromHour(NOW_HOUR) },
    ])
    expect(history.periods[0]?.budget).toMatchObject({ missingHours: 7, coverage: 380 / 387 })
  })

  test('the rate of the last day projects an exhaustion, none in sight is null', async () => {
    const rows = hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour >= NOW_HOUR - 24 ? 1 : 0))
    const { read } = apiClient(tinyOrganization({ series: { 'cart.availability.get-cart@north': { rows } } }))
    const [day, week] = (await read('readBudgetHistory', {}, availability)).projections
    // 67.2 granted, 24 used, one an hour
    expect(Date.parse(day?.exhaustedAt ?? '')).toBeCloseTo((NOW_HOUR + 43.2) * 3_600_000, -4)
    expect(week).toMatchObject({ windowHours: 168 })
    const quiet = await read('readBudgetHistory', {}, { ...availability, deployment: 'lab' })
    expect(quiet.projections.map(({ exhaustedAt }) => exhaustedAt)).toEqual([null, null])
  })

  test('corrections are told with their author, withdrawn ones too', async () => {
    const signed = { author: 'ada', reason: 'Agreed', at: '2026-11-10T00:00:00Z' }
    const corrections: Correction[] = [
      {
        ...signed,
        id: 'a',
        kind: 'exclusion',
        fromHour: PERIOD_START + 100,
        toHour: PERIOD_START + 101,
        withdrawnAt: null,
      },
      {
        ...signed,
        id: 'b',
        kind: 'top-up',
        atHour: PERIOD_START + 200,
        share: 0.1,
        dependency: 'search',
        withdrawnAt: '2026-11-11T00:00:00Z',
      },
      {
        ...signed,
        id: 'c',
        kind: 'exclusion',
        fromHour: DATA_FROM,
        toHour: DATA_FROM + 1,
        withdrawnAt: null,
      },
    ]
    const rows = hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour === PERIOD_START + 100 ? 8 : 0))
    const { read } = apiClient(
      tinyOrganization({ series: { 'cart.availability.get-cart@north': { rows, corrections } } }),
    )
    const history = await read('readBudgetHistory', {}, availability)
    const [exclusion, topUp] = history.corrections
    expect(history.corrections).toHaveLength(2)
    expect(exclusion).toMatchObject({
      id: 'a',
      end: isoFromHour(PERIOD_START + 101),
      share: null,
      dependency: null,
      withdrawnAt: null,
    })
    expect(topUp).toMatchObject({
      id: 'b',
      share: 0.1,
      dependency: 'search',
      withdrawnAt: '2026-11-11T00:00:00Z',
    })
    expect(topUp?.start).toBe(topUp?.end)
    expect(history.periods[0]?.budget).toMatchObject({ isCorrected: true, remaining: 1 })
    expect(history.periods[0]?.budget.rawRemaining).toBeLessThan(0.9)
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
