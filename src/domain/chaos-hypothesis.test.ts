import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { blips, chaosLeaning, isDefended, STANDS_OUT, weekBudgets } from './chaos-hypothesis.ts'
import { hourOfWeek } from './hours.ts'
import { periodBudget } from './period-budget.ts'
import { anyNow, anySeries } from './testing/arbitraries.ts'
import { goldenCase } from './testing/golden.ts'
import { fourWeekPeriod } from './testing/fixed-period.ts'
import { evenRows, exclusion, seriesOf, topUp } from './testing/series.ts'

describe('an SLO is defended', () => {
  test.each([
    ['in each of the last three', ['broken', 'fulfilled', 'fulfilled', 'fulfilled'], true],
    ['not where one of them was broken', ['fulfilled', 'fulfilled', 'broken', 'fulfilled'], false],
    ['not where one of them says nothing', ['fulfilled', 'no-traffic', 'fulfilled'], false],
    ['not where there are fewer', ['fulfilled', 'fulfilled'], false],
    ['nobody knows where none has a verdict', ['no-data', 'no-data', 'no-data'], null],
    ['nobody knows before the first has closed', [], null],
  ] as const)('%s', (_, closed, expected) => {
    expect(isDefended(closed)).toBe(expected)
  })
})

describe('a blip', () => {
  const slow = { speed: 1, isExplained: false }
  const fast = { speed: 4, isExplained: false }

  test('stands out from the average, and nobody has explained it', () => {
    expect(blips([slow, slow, fast])).toEqual([fast])
    expect(blips([slow, slow, { ...fast, isExplained: true }])).toEqual([])
    expect(blips([slow, slow, slow])).toEqual([])
  })

  test('is every unexplained one of two: there is no average to speak of', () => {
    expect(blips([slow, { ...fast, isExplained: true }])).toEqual([slow])
    expect(blips([])).toEqual([])
  })

  test('is unexplained, and never slower than what stands out', () => {
    const anyEpisode = fc.record({
      speed: fc.double({ min: 0.01, max: 500, noNaN: true }),
      isExplained: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyEpisode, { minLength: 3, maxLength: 12 }), (episodes) => {
        const average = episodes.reduce((sum, { speed }) => sum + speed, 0) / episodes.length
        const found = blips(episodes)
        for (const episode of episodes) {
          const standsOut = episode.speed >= average * STANDS_OUT
          expect(found.includes(episode)).toBe(!episode.isExplained && standsOut)
        }
      }),
    )
  })
})

test('what is not defended is not experimented on, whatever stands out', () => {
  expect([chaosLeaning(true, 2), chaosLeaning(true, 0)]).toEqual(['explain', 'confirm'])
  expect([chaosLeaning(false, 2), chaosLeaning(null, 2)]).toEqual(['not-yet', null])
})

describe('weeks', () => {
  test('GC-W7-01: a week of even traffic holds a quarter of the grant of four', () => {
    const golden = goldenCase('GC-W7-01')
    const target = golden.number('inputs', 'slo_percent') / 100
    const { startHour, endHour } = fourWeekPeriod
    const series = seriesOf(evenRows(startHour, endHour, { total: 1000, bad: 0 }), {
      targets: [{ fromHour: 0, target }],
    })
    const weeks = weekBudgets(
      series,
      endHour,
      golden.number('inputs', 'period_days') / golden.number('inputs', 'window_days'),
    )
    const period = periodBudget(series, fourWeekPeriod, endHour)
    expect(weeks).toHaveLength(4)
    for (const week of weeks) {
      expect((week.grant / week.total) * 100).toBeCloseTo(
        golden.number('expected', 'weekly_budget_percent_of_weekly_events'),
        9,
      )
      expect((week.grant / period.grant) * 100).toBeCloseTo(
        golden.number('expected', 'share_of_period_grant_percent'),
        9,
      )
    }
  })

  test('a top-up gives nothing back to a week; hours that are excluded do not count', () => {
    const { startHour } = fourWeekPeriod
    const endHour = startHour + 168
    const rows = [
      ...evenRows(startHour, startHour + 10, { total: 100, bad: 50 }),
      ...evenRows(startHour + 10, endHour, { total: 100, bad: 0 }),
    ]
    const remaining = (corrections: Parameters<typeof seriesOf>[1]) =>
      weekBudgets(seriesOf(rows, corrections), endHour, 1)[0]?.remaining
    const measured = remaining({})
    expect(measured).toBeCloseTo(1 - 500 / 1680, 9)
    expect(remaining({ corrections: [topUp(startHour + 20, 0.5)] })).toBe(measured)
    expect(remaining({ corrections: [exclusion(startHour, startHour + 10)] })).toBe(1)
  })

  test('begin on a Monday, lie one after the other, are over, and lie within the life of the series', () => {
    fc.assert(
      fc.property(anySeries, anyNow, fc.integer({ min: 1, max: 8 }), (series, now, count) => {
        const weeks = weekBudgets(series, now, count)
        expect(weeks.length).toBeLessThanOrEqual(count)
        for (const [at, { period }] of weeks.entries()) {
          expect(hourOfWeek(period.startHour)).toBe(0)
          expect(period.endHour).toBeLessThanOrEqual(now)
          expect(period.startHour).toBeGreaterThanOrEqual(series.beganHour)
          if (at > 0) expect(period.startHour).toBe(weeks[at - 1]?.period.endHour)
        }
      }),
    )
  })
})
