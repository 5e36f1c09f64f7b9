import { describe, expect, it } from 'vitest'

import type { Correction } from './correction.ts'
import { periodBudget } from './period-budget.ts'
import { fourWeekPeriod as period } from './testing/fixed-period.ts'
import { evenRows, exclusion, seriesLosing, seriesOf, topUp } from './testing/series.ts'

const { startHour, endHour } = period
const HOURS = endHour - startHour
const quiet = { total: 100, bad: 0 }

describe('closed period', () => {
  const withCorrections = (percent: number, corrections: readonly Correction[]) => ({
    ...seriesLosing(period, [{ fromHour: 10, toHour: 20, percent }]),
    corrections,
  })

  it('meets a decimal target exactly with the last bad event it allows, and breaks it with the next', () => {
    const budgetWith = (bad: number, total: number, target: number) =>
      periodBudget(
        seriesOf([{ hour: startHour, good: total - bad, total }], { targets: [{ fromHour: 0, target }] }),
        period,
        endHour,
      )
    expect(budgetWith(1, 10, 0.9)).toMatchObject({ state: 'fulfilled', remaining: 0 })
    expect(budgetWith(100, 10_000, 0.99)).toMatchObject({ state: 'fulfilled', remaining: 0 })
    expect(budgetWith(3, 1000, 0.997)).toMatchObject({ state: 'fulfilled', remaining: 0 })
    expect(budgetWith(2, 10, 0.9)).toMatchObject({ state: 'broken', remaining: -1 })
  })

  it('has no data without a bucket, and no verdict without traffic', () => {
    expect(periodBudget(seriesOf([], { beganHour: 0 }), period, endHour)).toMatchObject({
      state: 'no-data',
      coverage: 0,
    })
    const idle = seriesOf(evenRows(startHour, endHour, { total: 0, bad: 0 }))
    expect(periodBudget(idle, period, endHour)).toMatchObject({ state: 'no-traffic', remaining: 1, grant: 0 })
  })

  it('leaves excluded hours out of good, total and missing hours, and keeps the raw figure', () => {
    const budget = periodBudget(
      withCorrections(120, [exclusion(startHour + 10, startHour + 20)]),
      period,
      endHour,
    )
    expect(budget).toMatchObject({
      state: 'fulfilled',
      remaining: 1,
      bad: 0,
      missingHours: 0,
      isCorrected: true,
    })
    expect(budget.rawRemaining).toBeCloseTo(-0.2, 9)
    expect(budget.total).toBe((HOURS - 10) * 10_000)
    expect(budget.exhaustedAtHour).toBeNull()
  })

  it('is fulfilled when top-ups gave back what was overspent, though it was exhausted on the way', () => {
    const budget = periodBudget(withCorrections(120, [topUp(startHour + 30, 0.3)]), period, endHour)
    expect(budget).toMatchObject({ state: 'fulfilled', isPremature: true, exhaustedAtHour: startHour + 19 })
    expect(budget.remaining).toBeCloseTo(0.1, 9)
    expect(budget.timeToExhaustionHours).toBe(19)
  })

  it('adds up what several top-ups give back', () => {
    const corrections = [topUp(startHour + 40, 0.2), topUp(startHour + 30, 0.3), topUp(startHour + 30, 0.1)]
    expect(periodBudget(withCorrections(120, corrections), period, endHour).remaining).toBeCloseTo(0.4, 9)
  })

  it('lets a top-up before the loss give back nothing', () => {
    const budget = periodBudget(withCorrections(120, [topUp(startHour + 5, 0.3)]), period, endHour)
    expect(budget.state).toBe('broken')
    expect(budget.remaining).toBeCloseTo(-0.2, 9)
  })

  it('is untouched by the corrections of another period', () => {
    const corrections = [topUp(endHour, 0.5), exclusion(endHour, endHour + 5), topUp(startHour - 1, 0.5)]
    const plain = periodBudget(withCorrections(120, []), period, endHour)
    expect(periodBudget(withCorrections(120, corrections), period, endHour)).toEqual(plain)
  })

  it('counts the hours of a series that began or ended inside it, and no others', () => {
    const lived = seriesOf(evenRows(startHour + 100, startHour + 300, quiet), { endedHour: startHour + 300 })
    const budget = periodBudget(lived, period, endHour)
    expect(budget).toMatchObject({
      elapsedHours: 200,
      missingHours: 0,
      coverage: 1,
      elapsedShare: 1,
      grant: 2000,
    })
  })

  it('has no budget where events came only in the hours that promised 100 %', () => {
    const targets = [
      { fromHour: 0, target: 1 },
      { fromHour: startHour + 1, target: 0.9 },
    ] as const
    const withBad = (bad: number) =>
      periodBudget(seriesOf([{ hour: startHour, good: 10 - bad, total: 10 }], { targets }), period, endHour)
    expect(withBad(0)).toMatchObject({ state: 'fulfilled', remaining: null, exhaustedAtHour: null })
    expect(withBad(1)).toMatchObject({ state: 'broken', remaining: null, exhaustedAtHour: startHour + 1 })
  })
})
