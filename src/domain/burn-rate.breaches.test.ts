import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { breaches, defaultBurnRateRules } from './burn-rate.ts'
import type { BurnRateRule } from './burn-rate.ts'
import type { Series } from './period-budget.ts'
import { badIn, burningSeries } from './testing/burning-series.ts'
import type { HourlyBad } from './testing/burning-series.ts'
import { goldenCase } from './testing/golden.ts'

const START = 480_000
const FOUR_WEEKS = 672
const fourWeeks = () => FOUR_WEEKS

/** 1,000 events an hour at 99 %: a burn rate of r is 10 r bad events. */
const seriesOf = (bad: HourlyBad): Series => burningSeries(0.99, 1000, START, bad)

const rule = (
  change: Partial<Omit<BurnRateRule, 'rate' | 'budgetShare'>> & { budgetShare?: number } = {},
): BurnRateRule => ({
  id: 'own',
  severity: 'page',
  longHours: 1,
  shortMinutes: 60,
  budgetShare: 2 / FOUR_WEEKS,
  ...change,
})

/** Burns at twice the even pace: more than 20 bad events of 1,000 in an hour. */
const TWICE = rule()
/** More than 60 bad events in three hours, and more than 20 in the last. */
const TWICE_IN_THREE_HOURS = rule({
  id: 'three-hours',
  severity: 'ticket',
  longHours: 3,
  budgetShare: 6 / FOUR_WEEKS,
})

/** One bad event in each hour of [fromHour, toHour). */
const oneBad = (fromHour: number, toHour: number) =>
  Object.fromEntries(Array.from({ length: toHour - fromHour }, (_, i) => [fromHour + i, 1]))

const breachesOf = (bad: HourlyBad, rules: readonly BurnRateRule[] = [TWICE]) =>
  breaches(seriesOf(bad), rules, fourWeeks, START, START + bad.length)

describe('breaches', () => {
  it('an hour above the rate is a breach of that hour', () => {
    expect(breachesOf(badIn(24, { 5: 50 }))).toEqual([
      {
        startHour: START + 5,
        endHour: START + 6,
        severity: 'page',
        ruleIds: ['own'],
        peakRate: 5,
        peakLongHours: 1,
      },
    ])
  })

  it('GC-ALERT-03: exactly at the rate does not fire, one bad event more does', () => {
    const golden = goldenCase('GC-ALERT-03')
    const target = golden.number('inputs', 'slo_percent') / 100
    const share = golden.number('inputs', 'limit') / 100 / FOUR_WEEKS
    const bad = golden.number('inputs', 'bad_rate_percent') * 100
    const fires = (count: number) =>
      breaches(
        burningSeries(target, 10_000, START, [count]),
        [rule({ budgetShare: share })],
        fourWeeks,
        START,
        START + 1,
      ).length > 0
    expect(fires(bad)).toBe(golden.flag('expected', 'fires'))
    expect(fires(bad + 1)).toBe(true)
  })

  it('exactly at a rate with decimals does not fire, at any target and traffic', () => {
    const page = defaultBurnRateRules.slice(0, 1)
    fc.assert(
      fc.property(
        fc.constantFrom(0.9, 0.97, 0.99, 0.995, 0.999, 0.9995, 0.9999),
        fc.integer({ min: 1, max: 50 }),
        (target, scale) => {
          // 13.44 times an allowance of whole ten-thousandths, of so many events that it comes out whole
          const perHour = 1_000_000 * scale
          const atRate = Math.round((1 - target) * 10_000) * 1344 * scale
          fc.pre(atRate < perHour)
          const at = (bad: number) =>
            breaches(burningSeries(target, perHour, START, [bad]), page, fourWeeks, START, START + 1)
          expect(at(atRate)).toEqual([])
          expect(at(atRate + 1)).toHaveLength(1)
        },
      ),
    )
  })

  it('exactly at the rate does not fire however many events came before', () => {
    // Billions of events an hour, whose billionths would leave noise in the sums when they fall out of the window.
    const [hours, busyHours] = [300, 150]
    const total = Float64Array.from({ length: hours }, (_, hour) =>
      hour < busyHours ? 9_000_000_007 : 11_000,
    )
    const good = total.map((events, hour) => (hour < busyHours ? events : events - 165))
    const hour = Float64Array.from(total, (_, i) => START + i)
    const series: Series = { ...burningSeries(0.985, 0, START, []), buckets: { hour, good, total } }
    const even = rule({ longHours: 72, budgetShare: 72 / FOUR_WEEKS })
    expect(breaches(series, [even], fourWeeks, START, START + hours)).toEqual([])
    const tighter = rule({ longHours: 72, budgetShare: 71.999 / FOUR_WEEKS })
    expect(breaches(series, [tighter], fourWeeks, START, START + hours)).toMatchObject([
      { startHour: START + busyHours + 71, peakRate: 1 },
    ])
  })

  it('begins only when both windows burn', () => {
    // Hour 2 alone is not enough for three hours; hour 3 is; hour 4 has a quiet short window.
    expect(breachesOf(badIn(12, { 2: 40, 3: 40 }), [TWICE_IN_THREE_HOURS])).toMatchObject([
      { startHour: START + 3, endHour: START + 4, severity: 'ticket', peakLongHours: 3 },
    ])
    expect(breachesOf(badIn(12, { 2: 100 }), [TWICE_IN_THREE_HOURS])).toMatchObject([
      { startHour: START + 2, endHour: START + 3 },
    ])
    expect(breachesOf(badIn(12, { 2: 60 }), [TWICE_IN_THREE_HOURS])).toEqual([])
  })

  it('goes on while its short window burns, even when the long one no longer does', () => {
    // After hour 5 the long window holds 42 of the 60 bad events it would take to begin.
    expect(breachesOf(badIn(12, { 2: 50, 4: 21, 5: 21 }), [TWICE_IN_THREE_HOURS])).toMatchObject([
      { startHour: START + 4, endHour: START + 6 },
    ])
  })

  it('ends with its short window, even when the long one still burns', () => {
    expect(breachesOf(badIn(12, { 2: 100, 3: 19 }), [TWICE_IN_THREE_HOURS])).toMatchObject([
      { startHour: START + 2, endHour: START + 3 },
    ])
  })

  it('goes on at exactly the rate, and ends below it', () => {
    expect(breachesOf(badIn(6, { 1: 50, 2: 20, 3: 19 }))).toMatchObject([
      { startHour: START + 1, endHour: START + 3 },
    ])
  })

  it('goes on at exactly a rate that no decimals write out', () => {
    // In periods of ten days a ticket of three days goes on at 5/14: at 99 % one bad event of 280 an hour.
    const threeDays = defaultBurnRateRules.filter(({ id }) => id === 'ticket-3d')
    const series = burningSeries(0.99, 280, START, badIn(40, { 1: 100, ...oneBad(2, 20) }))
    expect(breaches(series, threeDays, () => 240, START, START + 40)).toMatchObject([
      { startHour: START + 1, endHour: START + 20 },
    ])
  })

  it('still holding now, it has no end', () => {
    expect(breachesOf([0, 0, 50])).toMatchObject([{ startHour: START + 2, endHour: null }])
    expect(breachesOf([0, 0, 50, 0])).toMatchObject([{ startHour: START + 2, endHour: START + 3 }])
  })

  it('within an hour of each other, two are one; two hours apart, they are two', () => {
    expect(breachesOf(badIn(12, { 2: 50, 4: 90 }))).toMatchObject([
      { startHour: START + 2, endHour: START + 5, peakRate: 9 },
    ])
    expect(breachesOf(badIn(12, { 2: 50, 5: 90 }))).toMatchObject([
      { startHour: START + 2, endHour: START + 3, peakRate: 5 },
      { startHour: START + 5, endHour: START + 6, peakRate: 9 },
    ])
  })

  it('of several rules is as severe as the most severe, and names them in that order', () => {
    const rules = [TWICE_IN_THREE_HOURS, TWICE]
    expect(breachesOf(badIn(12, { 2: 100, 3: 30 }), rules)).toEqual([
      {
        startHour: START + 2,
        endHour: START + 4,
        severity: 'page',
        ruleIds: ['own', 'three-hours'],
        peakRate: 10,
        peakLongHours: 1,
      },
    ])
    expect(breachesOf(badIn(12, { 2: 100, 3: 30 }), [TWICE_IN_THREE_HOURS])).toMatchObject([
      { severity: 'ticket', ruleIds: ['three-hours'], peakRate: 130 / 30, peakLongHours: 3 },
    ])
  })

  it('names only the rules that held: a slow burn is a ticket', () => {
    const slow = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [100 + i, 40]))
    expect(breachesOf(badIn(200, slow), defaultBurnRateRules)).toMatchObject([
      { severity: 'ticket', ruleIds: ['ticket-1d', 'ticket-3d'], peakRate: 80 / 24, peakLongHours: 24 },
    ])
  })

  it('of two windows that burn equally fast names the one that showed it first', () => {
    const bad = badIn(12, { 2: 100, 3: 100, 4: 100 })
    expect(breachesOf(bad, [TWICE, TWICE_IN_THREE_HOURS])).toMatchObject([{ peakRate: 10, peakLongHours: 1 }])
  })

  it('one that a longer rule prolongs lasts as long as that rule', () => {
    const day = rule({
      id: 'day',
      severity: 'ticket',
      longHours: 6,
      shortMinutes: 240,
      budgetShare: 6 / FOUR_WEEKS,
    })
    expect(breachesOf(badIn(24, { 2: 300 }), [TWICE, day])).toMatchObject([
      { startHour: START + 2, endHour: START + 6, ruleIds: ['own', 'day'], severity: 'page' },
    ])
    // The order in which rules are given changes nothing but the order of equals.
    expect(breachesOf(badIn(24, { 2: 300 }), [day, TWICE])).toEqual(
      breachesOf(badIn(24, { 2: 300 }), [TWICE, day]),
    )
    // One is over within the other, which still goes on.
    expect(breachesOf(badIn(5, { 2: 300 }), [TWICE, day])).toMatchObject([
      { startHour: START + 2, endHour: null },
    ])
    expect(breachesOf([...badIn(4, { 0: 300 }), 50], [day, TWICE])).toMatchObject([
      { startHour: START, endHour: null },
    ])
  })

  it('needs ten events in the long window', () => {
    const lonely = (events: number) =>
      breaches(burningSeries(0.99, events, START, [events]), [TWICE], fourWeeks, START, START + 1)
    expect(lonely(9)).toEqual([])
    expect(lonely(10)).toHaveLength(1)
  })

  it('a missing hour adds nothing, and ends a breach whose short window it is', () => {
    expect(breachesOf([0, 50, null, null, null, 0])).toMatchObject([
      { startHour: START + 1, endHour: START + 2 },
    ])
    expect(breachesOf([0, 50, null, 50, 0])).toMatchObject([{ startHour: START + 1, endHour: START + 4 }])
    expect(breachesOf([null, null])).toEqual([])
  })

  it('looks back before the first hour, but judges none of those hours', () => {
    const series = seriesOf(badIn(24, { 9: 100, 10: 30 }))
    const from = (hour: number) =>
      breaches(series, [TWICE_IN_THREE_HOURS], fourWeeks, START + hour, START + 24)
    expect(from(10)).toMatchObject([{ startHour: START + 10, endHour: START + 11, peakRate: 130 / 30 }])
    expect(from(0)).toMatchObject([{ startHour: START + 9 }])
    expect(from(11)).toEqual([])
  })

  it('is never seen after now', () => {
    const series = seriesOf(badIn(24, { 9: 100 }))
    expect(breaches(series, [TWICE], fourWeeks, START, START + 9)).toEqual([])
    expect(breaches(series, [TWICE], fourWeeks, START + 10, START + 10)).toEqual([])
  })

  it('there are none without rules, without a budget, or without traffic', () => {
    expect(breachesOf(badIn(24, { 9: 100 }), [])).toEqual([])
    expect(breaches(burningSeries(1, 1000, START, [100]), [TWICE], fourWeeks, START, START + 1)).toEqual([])
    expect(breaches(burningSeries(0.99, 0, START, [0]), [TWICE], fourWeeks, START, START + 1)).toEqual([])
  })

  it('each hour is judged by the target in force', () => {
    const series: Series = {
      ...seriesOf(badIn(10, { 2: 50, 7: 50 })),
      targets: [
        { fromHour: 0, target: 0.95 },
        { fromHour: START + 5, target: 0.99 },
      ],
    }
    expect(breaches(series, [TWICE], fourWeeks, START, START + 10)).toMatchObject([
      { startHour: START + 7, peakRate: 5 },
    ])
  })

  it('hours before a series began or after it ended are not its own', () => {
    const series = {
      ...seriesOf(badIn(24, { 2: 50, 10: 50, 20: 50 })),
      beganHour: START + 3,
      endedHour: START + 20,
    }
    expect(breaches(series, [TWICE], fourWeeks, START, START + 24)).toMatchObject([{ startHour: START + 10 }])
  })

  it('the four default rules see a fast burn first and go on to its end', () => {
    // Three hours in which half of all calls fail, in weeks of quiet.
    const bad = badIn(400, { 200: 500, 201: 500, 202: 500 })
    expect(breachesOf(bad, defaultBurnRateRules)).toMatchObject([
      {
        startHour: START + 200,
        endHour: START + 208,
        severity: 'page',
        ruleIds: ['page-1h', 'page-6h', 'ticket-1d', 'ticket-3d'],
        peakRate: 50,
        peakLongHours: 1,
      },
    ])
  })
})
