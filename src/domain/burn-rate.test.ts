import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { burnRate, burnRateReadings, defaultBurnRateRules, ruleRate } from './burn-rate.ts'
import type { BurnRateRule } from './burn-rate.ts'
import type { Series } from './period-budget.ts'
import { badIn, burningSeries } from './testing/burning-series.ts'
import type { HourlyBad } from './testing/burning-series.ts'
import { goldenCase } from './testing/golden.ts'

const START = 480_000
const FOUR_WEEKS = 672

describe('burn rate', () => {
  it('GC-ALERT-02: broken by 500 % is five times the allowed bad rate', () => {
    const golden = goldenCase('GC-ALERT-02')
    const bad = golden.number('inputs', 'bad_rate_percent') * 100
    const rate = burnRate({ good: 10_000 - bad, total: 10_000 }, golden.number('inputs', 'slo_percent') / 100)
    expect((rate ?? Number.NaN) * 100).toBeCloseTo(golden.number('expected', 'broken_by_percent'), 6)
  })

  it.each([
    ['no bad event', 1000, 1000, 0.999, 0],
    ['exactly on course', 999, 1000, 0.999, 1],
    ['everything bad', 0, 1000, 0.999, 1000],
    ['no events', 0, 0, 0.999, null],
    ['no budget', 999, 1000, 1, null],
  ])('%s', (_name, good, total, target, rate) => {
    expect(burnRate({ good, total }, target)).toBe(rate)
  })

  it('is 1 for every target that is just met', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 100_000 }),
        (allowed, events) => {
          const total = events * 10_000
          expect(burnRate({ good: total - allowed * events, total }, 1 - allowed / 10_000)).toBe(1)
        },
      ),
    )
  })
})

describe('default rules', () => {
  it.each([
    ['page-1h', 'page', 13.44],
    ['page-6h', 'page', 5.6],
    ['ticket-1d', 'ticket', 2.8],
    ['ticket-3d', 'ticket', 1],
  ])('%s is a %s above %d in four weeks', (id, severity, rate) => {
    const rule = defaultBurnRateRules.find((candidate) => candidate.id === id)
    expect(rule?.severity).toBe(severity)
    expect(rule && ruleRate(rule, FOUR_WEEKS)).toBe(rate)
  })

  it('scale with the period: in half the time the same share may burn half as fast', () => {
    for (const rule of defaultBurnRateRules) {
      expect(ruleRate(rule, FOUR_WEEKS / 2)).toBeCloseTo(ruleRate(rule, FOUR_WEEKS) / 2, 6)
    }
  })

  it('the windows are those of the workbook, and a short one is a twelfth of its long one', () => {
    expect(defaultBurnRateRules.map(({ longHours }) => longHours)).toEqual([1, 6, 24, 72])
    for (const { longHours, shortMinutes } of defaultBurnRateRules)
      expect(shortMinutes * 12).toBe(longHours * 60)
  })
})

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
describe('readings', () => {
  it('say how fast each long window burns now', () => {
    const readings = burnRateReadings(
      seriesOf(badIn(72, { 71: 300 })),
      defaultBurnRateRules,
      FOUR_WEEKS,
      START + 72,
    )
    expect(readings.map(({ rule: { id }, threshold, rate, holds }) => [id, threshold, rate, holds])).toEqual([
      ['page-1h', 13.44, 30, true],
      ['page-6h', 5.6, 5, false],
      ['ticket-1d', 2.8, 1.25, false],
      ['ticket-3d', 1, 30 / 72, false],
    ])
  })

  it('say where the short window is finer than the buckets', () => {
    const coarse = (shortMinutes: number) =>
      burnRateReadings(seriesOf([0]), [rule({ shortMinutes })], FOUR_WEEKS, START + 1)[0]?.isCoarse
    expect([5, 30, 60, 90, 120].map(coarse)).toEqual([true, true, false, true, false])
  })

  it('a short window of parts of an hour takes whole hours', () => {
    const holds = (shortMinutes: number) =>
      burnRateReadings(seriesOf([100, 0]), [rule({ longHours: 3, shortMinutes })], FOUR_WEEKS, START + 2)[0]
        ?.holds
    expect([5, 60, 61, 120].map(holds)).toEqual([false, false, true, true])
  })

  it('are absent without events and without a budget', () => {
    const rates = (series: Series) => burnRateReadings(series, [TWICE], FOUR_WEEKS, START + 3)
    expect(rates(seriesOf([50, 50, null]))).toMatchObject([{ rate: null, holds: false }])
    expect(rates(burningSeries(1, 1000, START, [50, 50, 50]))).toMatchObject([{ rate: null, holds: false }])
  })

  it('show the rate of too few events, but the rule does not hold', () => {
    const readings = burnRateReadings(burningSeries(0.99, 9, START, [9]), [TWICE], FOUR_WEEKS, START + 1)
    expect(readings).toMatchObject([{ rate: 100, holds: false }])
  })

  it('a rule whose short window is the longer one needs both as well', () => {
    const odd = rule({ longHours: 1, shortMinutes: 180 })
    const read = (bad: HourlyBad) => burnRateReadings(seriesOf(bad), [odd], FOUR_WEEKS, START + bad.length)
    expect(read([0, 0, 61])).toMatchObject([{ rate: 6.1, holds: true }])
    expect(read([0, 0, 60])).toMatchObject([{ rate: 6, holds: false }])
  })
})
