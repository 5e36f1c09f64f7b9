import { describe, expect, test } from 'vitest'

import { isoFromHour } from '../../src/domain/hours.ts'
import type { RecordedCorrection } from '../correction-ports.ts'
import { recordedOnce } from '../testing/recorded-correction.ts'
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
    const corrections: RecordedCorrection[] = [
      {
        ...recordedOnce,
        id: 'a',
        kind: 'exclusion',
        fromHour: PERIOD_START + 100,
        toHour: PERIOD_START + 101,
        withdrawnAt: null,
      },
      {
        ...recordedOnce,
        id: 'b',
        kind: 'top-up',
        atHour: PERIOD_START + 200,
        share: 0.1,
        dependency: 'search',
        withdrawnAt: '2026-11-11T00:00:00Z',
      },
      {
        ...recordedOnce,
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
