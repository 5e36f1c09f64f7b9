import { describe, expect, it } from 'vitest'

import type { Exclusion } from './correction.ts'
import { depletionEpisodes, depletionSpeed, depletionSpeeds } from './episode.ts'
import { burnRate } from './burn-rate.ts'
import { formatSpeed } from './format.ts'
import { periodBudget } from './period-budget.ts'
import type { Series } from './period-budget.ts'
import { badIn, burningSeries, periodOf } from './testing/burning-series.ts'
import type { HourlyBad } from './testing/burning-series.ts'
import { goldenCase } from './testing/golden.ts'

const START = 480_000
/** 100 hours of 1,000 events at 99 %: 10 bad events an hour are allowed, 1,000 are granted. */
const HOURS = 100
const period = periodOf(START, HOURS)
const closed = period.endHour

const seriesOf = (bad: HourlyBad) => burningSeries(0.99, 1000, START, bad)
const episodesOf = (badByHour: Record<number, number>) =>
  depletionEpisodes(seriesOf(badIn(HOURS, badByHour)), period, closed)

describe('speeds', () => {
  it.each(['GC-T11_3-1', 'GC-T11_3-2', 'GC-T11_4-A'])('%s', (id) => {
    const golden = goldenCase(id)
    const speed = depletionSpeed(
      golden.number('inputs', 'depleted_percent') / 100,
      golden.number('inputs', 'hours'),
    )
    expect(speed).toBeCloseTo(golden.number('expected', 'speed_percent_per_hour'), 5)
  })

  const incidentSpeeds = (id: string) =>
    [0, 1, 2].map((i) => {
      const [depleted, hours] = [0, 1].map((part) => goldenCase(id).number('inputs', 'incidents', i, part))
      return { speed: depletionSpeed((depleted ?? Number.NaN) / 100, hours ?? Number.NaN) }
    })

  it('GC-T11_3-avg: the mean is not weighted by length', () => {
    const golden = goldenCase('GC-T11_3-avg')
    const { average } = depletionSpeeds(incidentSpeeds(golden.id))
    expect(average).toBeCloseTo(golden.number('expected', 'average_speed'), 5)
    expect(formatSpeed(average ?? Number.NaN)).toBe(String(golden.number('expected', 'printed')))
  })

  it('GC-T11_3-max', () => {
    const golden = goldenCase('GC-T11_3-max')
    const { highest } = depletionSpeeds(incidentSpeeds(golden.id))
    expect(highest).toBeCloseTo(golden.number('expected', 'highest_speed'), 5)
    expect(formatSpeed(highest ?? Number.NaN)).toBe(String(golden.number('expected', 'printed')))
  })

  it('GC-W3-02: the fastest loss of a period may be of a budget that lasted', () => {
    const golden = goldenCase('GC-W3-02')
    // 500 of 1,000 in one hour, and as many as are allowed in forty others: 10 % are left, as in the case.
    const bad = badIn(HOURS, {
      90: 500,
      ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [i, 10])),
    })
    const budget = periodBudget(seriesOf(bad), period, closed)
    expect(budget.remaining).toBeCloseTo(0.1, 9)
    expect(budget.isPremature).toBe(golden.flag('expected', 'in_step2'))
    const { highest } = depletionSpeeds(depletionEpisodes(seriesOf(bad), period, closed))
    expect(highest !== null).toBe(golden.flag('expected', 'in_step3'))
    expect(highest).toBeCloseTo(golden.number('expected', 'speed'), 9)
  })

  it('GC-SPD-none: without an episode there is no speed', () => {
    const golden = goldenCase('GC-SPD-none')
    expect(golden.value('inputs', 'incidents')).toEqual([])
    expect(depletionSpeeds([])).toEqual({
      average: golden.value('expected', 'average_speed'),
      highest: golden.value('expected', 'highest_speed'),
    })
  })

  it('the three incidents of the book, found in the events', () => {
    // 70 % in 52 h, 50 % in 26 h, 25 % in 70 h of a grant of 10,000 bad events
    const bad = [
      ...spread(7000, 52),
      ...spread(0, 10),
      ...spread(5000, 26),
      ...spread(0, 10),
      ...spread(2500, 70),
    ]
    const series = burningSeries(0.99, 2000, START, [...bad, ...spread(0, 332)])
    const month = periodOf(START, 500)
    const found = depletionEpisodes(series, month, month.endHour)
    expect(found.map(({ spanHours, depletion }) => [spanHours, depletion])).toEqual([
      [52, 0.7],
      [26, 0.5],
      [70, 0.25],
    ])
    const golden = goldenCase('GC-T11_3-avg')
    expect(depletionSpeeds(found).average).toBeCloseTo(golden.number('expected', 'average_speed'), 5)
  })
})

/** So many bad events over so many hours, as evenly as whole numbers allow. */
function spread(count: number, hours: number): number[] {
  return Array.from(
    { length: hours },
    (_, i) => Math.floor((count * (i + 1)) / hours) - Math.floor((count * i) / hours),
  )
}

describe('episodes', () => {
  it('one hour is an episode of one hour', () => {
    expect(episodesOf({ 40: 500 })).toEqual([
      {
        startHour: START + 40,
        endHour: START + 41,
        spanHours: 1,
        bad: 500,
        depletion: 0.5,
        speed: 50,
        peakBurnRate: 50,
        peakHour: START + 40,
      },
    ])
  })

  it('an hour exactly at its allowance does not burn, one bad event more does', () => {
    expect(episodesOf(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i, 10])))).toEqual([])
    expect(episodesOf({ 5: 11 })).toMatchObject([{ startHour: START + 5, bad: 11 }])
  })

  it('GC-EB-16: an hour within its target is no episode, but depletes all the same', () => {
    const golden = goldenCase('GC-EB-16')
    const target = golden.number('inputs', 'slo_percent') / 100
    const badPerHour = golden.number('inputs', 'hour_bad_rate_percent') * 100
    const series = burningSeries(target, 10_000, START, badIn(HOURS, { 7: badPerHour }))

    const breached = depletionEpisodes(series, period, closed).reduce(
      (sum, { depletion }) => sum + depletion,
      0,
    )
    expect(breached).toBe(golden.number('expected', 'breach_method_depletion'))
    const rate = burnRate({ good: 10_000 - badPerHour, total: 10_000 }, target)
    expect((rate ?? Number.NaN) * 100).toBeCloseTo(
      golden.number('expected', 'event_method_depletion_percent_of_hour_share'),
      5,
    )
    expect(periodBudget(series, period, closed).remaining).toBeLessThan(1)
  })

  it('three quiet hours join two runs, and their bad events count', () => {
    expect(episodesOf({ 10: 100, 11: 4, 13: 5, 14: 100 })).toMatchObject([
      { startHour: START + 10, endHour: START + 15, spanHours: 5, bad: 209 },
    ])
  })

  it('four quiet hours separate them, and bad events between them belong to neither', () => {
    expect(episodesOf({ 10: 100, 12: 9, 15: 200 })).toMatchObject([
      { startHour: START + 10, endHour: START + 11, bad: 100 },
      { startHour: START + 15, endHour: START + 16, bad: 200 },
    ])
  })

  it('joins one after the other: only neighbours are compared', () => {
    expect(episodesOf({ 0: 50, 4: 50, 8: 50, 12: 50 })).toMatchObject([{ spanHours: 13, bad: 200 }])
  })

  it('missing hours are quiet hours', () => {
    const bad: (number | null)[] = [...badIn(HOURS, { 20: 60, 24: 60 })]
    for (const missing of [21, 22, 23]) bad[missing] = null
    expect(depletionEpisodes(seriesOf(bad), period, closed)).toMatchObject([{ spanHours: 5, bad: 120 }])
    bad[25] = null
    expect(depletionEpisodes(seriesOf(bad), period, closed)).toMatchObject([{ spanHours: 5, bad: 120 }])
  })

  it.each([
    [200, [{ depletion: 0.01 }]],
    [201, []],
  ])('2 bad events deplete a grant of %i by 1 % or by less, which is no episode', (grant, expected) => {
    const long = periodOf(START, grant)
    const series = burningSeries(0.99, 100, START, badIn(grant, { 3: 2 }))
    const found = depletionEpisodes(series, long, long.endHour)
    expect(found).toHaveLength(expected.length)
    expect(found).toMatchObject(expected)
  })

  it('the peak is the hour that burnt fastest, not the one with most bad events; the first of equals', () => {
    const quiet = burningSeries(0.99, 1000, START, badIn(HOURS, { 30: 100, 32: 100 }))
    expect(depletionEpisodes(quiet, period, closed)).toMatchObject([
      { peakHour: START + 30, peakBurnRate: 10 },
    ])
    const hour = Float64Array.from({ length: HOURS }, (_, i) => START + i)
    const total = Float64Array.from({ length: HOURS }, (_, i) => (i === 31 ? 100 : 1000))
    const good = Float64Array.from(total, (events, i) => events - (i === 30 ? 100 : i === 31 ? 50 : 0))
    const uneven: Series = { ...quiet, buckets: { hour, good, total } }
    expect(depletionEpisodes(uneven, period, closed)).toMatchObject([
      { startHour: START + 30, peakHour: START + 31, peakBurnRate: 50 },
    ])
  })

  it('a quiet hour in the middle is never the peak, and a missing one neither', () => {
    expect(episodesOf({ 10: 60, 12: 80 })).toMatchObject([{ peakHour: START + 12, peakBurnRate: 8 }])
  })
})

describe('borders', () => {
  it('are cut at the ends of the period', () => {
    const bad = [...spread(300, 3), ...badIn(HOURS, { 0: 100, 98: 50, 99: 50 }), ...spread(300, 3)]
    const series = burningSeries(0.99, 1000, START - 3, bad)
    expect(depletionEpisodes(series, period, period.endHour + 10)).toMatchObject([
      { startHour: START, endHour: START + 1, bad: 100 },
      { startHour: START + 98, endHour: START + HOURS, bad: 100 },
    ])
  })

  it('an open period ends with the last complete hour, and its grant is the estimate', () => {
    const series = seriesOf(badIn(50, { 48: 100, 49: 200 }))
    const nowHour = START + 49
    const { grant } = periodBudget(series, period, nowHour)
    const found = depletionEpisodes(series, period, nowHour)
    expect(found).toMatchObject([{ endHour: nowHour, bad: 100, depletion: 100 / grant }])
    expect(grant).toBeGreaterThan(490)
  })

  it('excluded hours are quiet ones', () => {
    const exclusion: Exclusion = {
      kind: 'exclusion',
      id: 'c1',
      author: 'Ada',
      reason: 'Agreed maintenance',
      at: '2026-11-18T03:00:00Z',
      withdrawnAt: null,
      fromHour: START + 10,
      toHour: START + 12,
    }
    const series = { ...seriesOf(badIn(HOURS, { 10: 400, 11: 400, 13: 100 })), corrections: [exclusion] }
    expect(depletionEpisodes(series, period, closed)).toMatchObject([{ startHour: START + 13, bad: 100 }])
    const withdrawn = { ...series, corrections: [{ ...exclusion, withdrawnAt: '2026-11-19T03:00:00Z' }] }
    expect(depletionEpisodes(withdrawn, period, closed)).toMatchObject([{ startHour: START + 10, bad: 900 }])
  })

  it('hours before a series began or after it ended are not its own', () => {
    const series = {
      ...seriesOf(badIn(HOURS, { 10: 400, 50: 100, 90: 400 })),
      beganHour: START + 20,
      endedHour: START + 80,
    }
    expect(depletionEpisodes(series, period, closed)).toMatchObject([{ startHour: START + 50 }])
  })

  it('each hour is judged by the target in force', () => {
    const series: Series = {
      ...seriesOf(badIn(HOURS, { 20: 50, 70: 50 })),
      targets: [
        { fromHour: 0, target: 0.9 },
        { fromHour: START + 50, target: 0.99 },
      ],
    }
    expect(depletionEpisodes({ ...series, targets: [{ fromHour: 0, target: 0.9 }] }, period, closed)).toEqual(
      [],
    )
    const strict: Series = { ...series, buckets: seriesOf(badIn(HOURS, { 20: 99, 70: 99 })).buckets }
    expect(depletionEpisodes(strict, period, closed)).toMatchObject([
      { startHour: START + 70, peakBurnRate: 9.9 },
    ])
  })

  it('under a target raised to 100 % in mid-period any bad event burns', () => {
    const series: Series = {
      ...seriesOf(badIn(HOURS, { 70: 5 })),
      targets: [
        { fromHour: 0, target: 0.99 },
        { fromHour: START + 50, target: 1 },
      ],
    }
    const found = depletionEpisodes(series, period, closed)
    expect(found).toMatchObject([{ startHour: START + 70, bad: 5, depletion: 0.01 }])
    expect(found[0]?.peakBurnRate).toBe(5_000_000)
  })

  it.each([
    ['a 100 % target', burningSeries(1, 1000, START, badIn(HOURS, { 5: 100 }))],
    ['no traffic', burningSeries(0.99, 0, START, badIn(HOURS, {}))],
    ['no data', burningSeries(0.99, 1000, START, [])],
  ])('there are none with %s: nothing was granted', (_name, series) => {
    expect(depletionEpisodes(series, period, closed)).toEqual([])
  })
})
