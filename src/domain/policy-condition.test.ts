import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { periodBudget } from './period-budget.ts'
import { conditionStanding, heldConditions } from './policy-condition.ts'
import { depletedWithin } from './premature-depletion.ts'
import { anyCorrections, anyNow, anySeries, shortPeriod } from './testing/arbitraries.ts'
import { badIn, burningSeries, periodOf } from './testing/burning-series.ts'
import { exclusion, topUp } from './testing/series.ts'

const START = 480_000
/** 200 hours of 1,000 events at 99 % grant 2,000 bad events. */
const period = periodOf(START, 200)
const closed = period.endHour
const losing = (bad: Readonly<Record<number, number>>) => burningSeries(0.99, 1000, START, badIn(200, bad))
const exhausted = { share: 1, withinHours: null }
const fast = { share: 0.3, withinHours: 24 }

describe('a share of the period', () => {
  const series = losing({ 0: 400, 100: 1000, 150: 700 })

  it('is met from the end of the hour that took it until the period ends', () => {
    expect(heldConditions(series, period, closed, { share: 0.7, withinHours: null })).toEqual([
      { metHour: START + 101, endHour: closed, depletedAtMet: 0.7, depletedAtMost: 1.05 },
    ])
  })

  it('goes on where the period does', () => {
    const [held] = heldConditions(series, period, START + 120, { share: 0.5, withinHours: null })
    expect(held).toMatchObject({ metHour: START + 101, endHour: null })
  })

  it('binds nobody before the day it is in force', () => {
    const [held] = heldConditions(series, period, closed, { share: 0.7, withinHours: null }, START + 120)
    expect(held).toMatchObject({ metHour: START + 120, depletedAtMet: 0.7 })
  })

  it('binds nobody where it is met with the last hour', () => {
    expect(heldConditions(losing({ 199: 2000 }), period, closed, exhausted)).toEqual([])
  })

  it('ends with a top-up that gives back enough, and is the same enactment where it is met again within a day', () => {
    const given = { ...series, corrections: [topUp(START + 120, 0.2)] }
    expect(heldConditions(given, period, closed, { share: 0.7, withinHours: null })).toEqual([
      { metHour: START + 101, endHour: START + 121, depletedAtMet: 0.7, depletedAtMost: 0.7 },
      { metHour: START + 151, endHour: closed, depletedAtMet: 0.85, depletedAtMost: 0.85 },
    ])
    const late = { ...series, corrections: [topUp(START + 140, 0.2)] }
    expect(heldConditions(late, period, closed, { share: 0.7, withinHours: null })).toEqual([
      { metHour: START + 101, endHour: closed, depletedAtMet: 0.7, depletedAtMost: 0.85 },
    ])
  })

  it('counts no excluded hour', () => {
    const maintained = { ...series, corrections: [exclusion(START + 100, START + 101)] }
    const [held] = heldConditions(maintained, period, closed, { share: 0.5, withinHours: null })
    expect(held).toMatchObject({ metHour: START + 151 })
  })
})

describe('a share within a span', () => {
  it('is over once what was lost has slid out of it', () => {
    expect(heldConditions(losing({ 50: 400, 52: 300 }), period, closed, fast)).toEqual([
      { metHour: START + 53, endHour: START + 75, depletedAtMet: 0.35, depletedAtMost: 0.35 },
    ])
  })

  it('is two enactments where more than a day lies between', () => {
    const held = heldConditions(losing({ 50: 600, 110: 600 }), period, closed, fast)
    expect(held.map(({ metHour }) => metHour - START)).toEqual([51, 111])
  })

  it('does not reach into the period before', () => {
    const series = burningSeries(0.99, 1000, START - 200, badIn(400, { 195: 600 }))
    expect(heldConditions(series, period, closed, fast)).toEqual([])
  })
})

describe('without a budget', () => {
  const series = burningSeries(1, 1000, START, badIn(200, { 20: 1 }))

  it('the first bad event exhausts, and no share of nothing can be gone', () => {
    expect(heldConditions(series, period, closed, exhausted)).toEqual([
      { metHour: START + 21, endHour: closed, depletedAtMet: null, depletedAtMost: null },
    ])
    expect(heldConditions(series, period, closed, fast)).toEqual([])
    expect(conditionStanding(series, period, START + 30, exhausted)).toEqual({ depleted: null, isMet: true })
  })

  it('nothing is met without traffic', () => {
    const silent = burningSeries(0.99, 0, START, badIn(200, {}))
    expect(heldConditions(silent, period, closed, exhausted)).toEqual([])
    expect(conditionStanding(silent, period, START + 30, exhausted)).toEqual({ depleted: null, isMet: false })
  })
})

const anyLimit = fc.record({
  share: fc.constantFrom(0.1, 0.3, 0.5, 0.7, 1, 1.5),
  withinHours: fc.constantFrom(null, 1, 24, 48, 168),
})
const correctedSeries = fc
  .tuple(anySeries, anyCorrections)
  .map(([series, corrections]) => ({ ...series, corrections }))

describe('laws', () => {
  it('exhausted is when the budget says it was', () => {
    fc.assert(
      fc.property(correctedSeries, anyNow, (series, now) => {
        const { exhaustedAtHour } = periodBudget(series, shortPeriod, now)
        const [held] = heldConditions(series, shortPeriod, now, exhausted)
        const lastHour = Math.min(shortPeriod.endHour, series.endedHour ?? shortPeriod.endHour)
        const isPremature = exhaustedAtHour !== null && exhaustedAtHour < lastHour
        // The reading is a share, so that the last bits of the grant are forgiven; top-ups of the hour under way count at once.
        fc.pre(series.corrections.every(({ kind }) => kind === 'exclusion'))
        if (isPremature) expect(held?.metHour).toBe(exhaustedAtHour)
        else expect(held).toBeUndefined()
      }),
    )
  })

  it('goes on exactly while it is met', () => {
    fc.assert(
      fc.property(correctedSeries, anyNow, anyLimit, (series, now, limit) => {
        const standing = conditionStanding(series, shortPeriod, now, limit)
        const held = heldConditions(series, shortPeriod, now, limit)
        const lastHour = Math.min(shortPeriod.endHour, series.endedHour ?? shortPeriod.endHour)
        fc.pre(now < lastHour && now > Math.max(series.beganHour, shortPeriod.startHour))
        expect(held.some(({ endHour }) => endHour === null)).toBe(standing.isMet)
      }),
    )
  })

  it('times are apart, in order, inside', () => {
    fc.assert(
      fc.property(correctedSeries, anyNow, anyLimit, (series, now, limit) => {
        const held = heldConditions(series, shortPeriod, now, limit)
        for (const [place, { metHour, endHour, depletedAtMet, depletedAtMost }] of held.entries()) {
          expect(metHour).toBeGreaterThan(shortPeriod.startHour)
          expect(metHour).toBeLessThanOrEqual(now)
          expect(endHour ?? Infinity).toBeGreaterThan(metHour)
          expect(endHour ?? 0).toBeLessThanOrEqual(shortPeriod.endHour)
          expect(depletedAtMost ?? 0).toBeGreaterThanOrEqual(depletedAtMet ?? 0)
          const next = held[place + 1]
          if (next !== undefined) expect(next.metHour - (endHour ?? Infinity)).toBeGreaterThan(24)
        }
      }),
    )
  })

  it('a span is what premature depletion says', () => {
    fc.assert(
      fc.property(anySeries, anyNow, anyLimit, (series, now, limit) => {
        fc.pre(now > Math.max(series.beganHour, shortPeriod.startHour) && series.endedHour === null)
        const { depleted } = conditionStanding(series, shortPeriod, now, limit)
        const told = depletedWithin(series, shortPeriod, now, limit.withinHours)
        if (told === null) expect(depleted).toBeNull()
        else expect(depleted).toBeCloseTo(told, 9)
      }),
    )
  })

  it('a lower limit is met no later', () => {
    fc.assert(
      fc.property(correctedSeries, anyNow, anyLimit, (series, now, limit) => {
        const [higher] = heldConditions(series, shortPeriod, now, limit)
        const [lower] = heldConditions(series, shortPeriod, now, { ...limit, share: limit.share / 2 })
        fc.pre(higher?.depletedAtMet != null)
        expect(lower?.metHour).toBeLessThanOrEqual(higher?.metHour ?? 0)
      }),
    )
  })
})
