import { describe, expect, it } from 'vitest'

import { periodBudget } from './period-budget.ts'
import { projections } from './projection.ts'
import { fourWeekPeriod as period } from './testing/fixed-period.ts'
import { evenRows, exclusion, seriesOf } from './testing/series.ts'

const { startHour, endHour } = period
const nowHour = startHour + 336
const GRANT = 6720

/** 100 events in each hour since four weeks before; `bad` of them in the hours from `fromHour` on. */
function burning(bad: number, fromHour: number, overrides: Parameters<typeof seriesOf>[1] = {}) {
  const quiet = evenRows(startHour - 672, fromHour, { total: 100, bad: 0 })
  return seriesOf([...quiet, ...evenRows(fromHour, nowHour, { total: 100, bad })], overrides)
}

describe('projections', () => {
  it('divide what is left by the rates of the last 24 hours and the last 7 days', () => {
    const [day, week] = projections(burning(20, nowHour - 24), period, nowHour)
    const left = GRANT - 480
    expect(day).toEqual({ windowHours: 24, badPerHour: 20, exhaustedAtHour: nowHour + left / 20 })
    expect(week?.badPerHour).toBeCloseTo(480 / 168, 12)
    expect(week?.exhaustedAtHour).toBeCloseTo(nowHour + left / (480 / 168), 6)
  })

  it('see no exhaustion without a bad event', () => {
    const found = projections(burning(0, nowHour), period, nowHour)
    expect(found.map((one) => [one.badPerHour, one.exhaustedAtHour])).toEqual([
      [0, null],
      [0, null],
    ])
    expect(periodBudget(burning(0, nowHour), period, nowHour).projectedExhaustionAtHour).toBeNull()
  })

  it('take the earlier of the two as the instant of exhaustion, where it lies before the end', () => {
    const budget = periodBudget(burning(24, nowHour - 24), period, nowHour)
    expect(budget.projectedExhaustionAtHour).toBe(nowHour + (GRANT - 576) / 24)
    expect(budget.state).toBe('at-risk')
    expect(periodBudget(burning(11, nowHour - 24), period, nowHour).projectedExhaustionAtHour).toBeNull()
  })

  it('do not call a burn at exactly the even pace early', () => {
    const budget = periodBudget(burning(10, startHour), period, nowHour)
    expect(budget).toMatchObject({ state: 'healthy', remaining: 0.5, projectedExhaustionAtHour: null })
  })

  it('divide by the hours that the series lived and that count', () => {
    const young = seriesOf(evenRows(nowHour - 10, nowHour, { total: 100, bad: 3 }))
    expect(projections(young, period, nowHour).map((one) => one.badPerHour)).toEqual([3, 3])
    const corrections = [exclusion(nowHour - 24, nowHour - 12)]
    const excluded = burning(3, nowHour - 24, { corrections })
    expect(projections(excluded, period, nowHour)[0]?.badPerHour).toBe(3)
  })

  it('see nothing in a window that is excluded as a whole, and nothing of hours after now', () => {
    const corrections = [exclusion(nowHour - 24, nowHour)]
    const [day] = projections(burning(3, nowHour - 48, { corrections }), period, nowHour)
    expect(day).toEqual({ windowHours: 24, badPerHour: 0, exhaustedAtHour: null })
    const earlier = burning(5, nowHour - 24)
    expect(projections(earlier, period, nowHour - 24)[0]?.badPerHour).toBe(0)
  })

  it('are none for a closed period, an exhausted budget, none at all, or a series that ended', () => {
    expect(projections(burning(1, startHour), period, endHour)).toEqual([])
    expect(projections(burning(100, nowHour - 80), period, nowHour)).toEqual([])
    expect(
      projections(burning(0, nowHour, { targets: [{ fromHour: 0, target: 1 }] }), period, nowHour),
    ).toEqual([])
    expect(projections(burning(1, startHour, { endedHour: nowHour - 1 }), period, nowHour)).toEqual([])
  })
})
