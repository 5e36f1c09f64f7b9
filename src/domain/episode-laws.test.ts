import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { depletionEpisodes } from './episode.ts'
import { periodBudget } from './period-budget.ts'
import { anyCorrections, anySeries, shortPeriod } from './testing/arbitraries.ts'
import { burningSeries, periodOf } from './testing/burning-series.ts'
import type { HourlyBad } from './testing/burning-series.ts'

const START = 480_000
/** 100 hours of 1,000 events at 99 %: 10 bad events an hour are allowed, 1,000 are granted. */
const HOURS = 100
const period = periodOf(START, HOURS)
const closed = period.endHour

const seriesOf = (bad: HourlyBad) => burningSeries(0.99, 1000, START, bad)

describe('laws of episodes', () => {
  const bad = fc.array(fc.oneof(fc.constant(0), fc.constant(null), fc.integer({ min: 0, max: 60 })), {
    minLength: 1,
    maxLength: HOURS,
  })

  it('episodes never deplete more than the period did', () => {
    fc.assert(
      fc.property(bad, fc.integer({ min: 0, max: HOURS }), (hourly, elapsed) => {
        const series = seriesOf(hourly)
        const nowHour = START + elapsed
        const found = depletionEpisodes(series, period, nowHour)
        const total = periodBudget(series, period, nowHour)
        expect(found.reduce((sum, episode) => sum + episode.bad, 0)).toBeLessThanOrEqual(total.bad)
      }),
    )
  })

  it('whatever the traffic, the targets and the corrections', () => {
    fc.assert(
      fc.property(
        anySeries,
        anyCorrections,
        fc.integer({ min: 0, max: 96 }),
        (given, corrections, elapsed) => {
          const series = { ...given, corrections }
          const nowHour = shortPeriod.startHour + elapsed
          const found = depletionEpisodes(series, shortPeriod, nowHour)
          const total = periodBudget(series, shortPeriod, nowHour)
          expect(found.reduce((sum, episode) => sum + episode.bad, 0)).toBeLessThanOrEqual(total.bad)
          for (const { depletion, peakBurnRate, peakHour, startHour, endHour } of found) {
            expect(depletion).toBeGreaterThanOrEqual(0.01 - 1e-9)
            expect(peakBurnRate).toBeGreaterThan(1)
            expect(peakHour >= startHour && peakHour < endHour).toBe(true)
          }
        },
      ),
    )
  })

  it('episodes are in order, apart by more than three hours, and begin and end with a burning hour', () => {
    fc.assert(
      fc.property(bad, (hourly) => {
        const found = depletionEpisodes(seriesOf(hourly), period, closed)
        for (const [
          i,
          { startHour, endHour, spanHours, speed, depletion, peakHour, peakBurnRate },
        ] of found.entries()) {
          expect(endHour - startHour).toBe(spanHours)
          expect(hourly[startHour - START]).toBeGreaterThan(10)
          expect(hourly[endHour - 1 - START]).toBeGreaterThan(10)
          expect(speed * spanHours).toBeCloseTo(depletion * 100, 9)
          expect(peakBurnRate).toBeCloseTo((hourly[peakHour - START] ?? 0) / 10, 9)
          expect(startHour - (found[i - 1]?.endHour ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(3)
        }
      }),
    )
  })
})
