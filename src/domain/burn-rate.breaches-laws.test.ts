import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { breaches, burnRateReadings, defaultBurnRateRules } from './burn-rate.ts'
import type { Breach } from './burn-rate.ts'
import type { Series } from './period-budget.ts'
import { anySeries, shortPeriod } from './testing/arbitraries.ts'
import { burningSeries } from './testing/burning-series.ts'
import type { HourlyBad } from './testing/burning-series.ts'

const START = 480_000
const FOUR_WEEKS = 672
const fourWeeks = () => FOUR_WEEKS

/** 1,000 events an hour at 99 %: a burn rate of r is 10 r bad events. */
const seriesOf = (bad: HourlyBad): Series => burningSeries(0.99, 1000, START, bad)

describe('breaches follow the rules hour by hour', () => {
  const hourly = fc
    .array(
      fc.oneof(
        fc.constant(0),
        fc.constant(null),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 1000 }),
      ),
      { minLength: 1, maxLength: 120 },
    )
    .map((bad) => ({ series: seriesOf(bad), fromHour: START, nowHour: START + bad.length }))
  const { startHour, endHour } = shortPeriod
  const anywhere = anySeries.map((series) => ({ series, fromHour: startHour, nowHour: endHour }))

  const endOf = (breach: Breach | undefined, otherwise: number) => breach?.endHour ?? otherwise

  it('each one begins where a rule begins to hold, and they never touch', () => {
    fc.assert(
      fc.property(fc.oneof(hourly, anywhere), ({ series, fromHour, nowHour }) => {
        const found = breaches(series, defaultBurnRateRules, fourWeeks, fromHour, nowHour)
        const rulesAfter = (hour: number) =>
          burnRateReadings(series, defaultBurnRateRules, FOUR_WEEKS, hour + 1)
            .filter(({ holds }) => holds)
            .map(({ rule: { id } }) => id)
        for (const [i, one] of found.entries()) {
          expect(rulesAfter(one.startHour)).not.toEqual([])
          expect(one.startHour - endOf(found[i - 1], Number.NEGATIVE_INFINITY)).toBeGreaterThan(1)
          expect(endOf(one, nowHour)).toBeGreaterThan(one.startHour)
        }
        for (let hour = fromHour; hour < nowHour; hour += 1) {
          const around = found.find((one) => one.startHour <= hour && hour < endOf(one, nowHour))
          expect(around?.ruleIds ?? []).toEqual(expect.arrayContaining(rulesAfter(hour)))
        }
      }),
      { numRuns: 60 },
    )
  })
})
