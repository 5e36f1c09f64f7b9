import { describe, expect, it } from 'vitest'

import { budgetSeries } from './budget-series.ts'
import { periodBudget } from './period-budget.ts'
import { fourWeekPeriod } from './testing/fixed-period.ts'
import { goldenCase } from './testing/golden.ts'
import { type Loss, seriesLosing } from './testing/series.ts'

const { startHour, endHour } = fourWeekPeriod
const HOURS = endHour - startHour

const budgetLosing = (losses: readonly Loss[]) =>
  periodBudget(seriesLosing(fourWeekPeriod, losses), fourWeekPeriod, endHour)
const percentLeft = ({ remaining }: Readonly<{ remaining: number | null }>) => (remaining ?? Number.NaN) * 100

describe('the figures of the book', () => {
  it('GC-G01: three units, two of them exhausted before the end', () => {
    const golden = goldenCase('GC-G01')
    const budgets = [0, 1, 2].map((unit) => {
      const points = [0, 1, 2, 3, 4].flatMap((i) => pointAt(golden, unit, i))
      return budgetLosing(lossesBetween(points))
    })
    for (const [unit, budget] of budgets.entries()) {
      expect(percentLeft(budget)).toBeCloseTo(golden.number('expected', 'end_percent', unit), 2)
      expect(budget.isPremature).toBe(golden.flag('expected', 'prematurely_exhausted', unit))
      expect(budget.state === 'fulfilled').toBe(golden.flag('expected', 'fulfilled', unit))
    }
    const exhaustedAfter = (budgets[0]?.timeToExhaustionHours ?? Number.NaN) / HOURS
    expect(
      Math.abs(exhaustedAfter - golden.number('expected', 'exhaustion_fraction_unit1')),
    ).toBeLessThanOrEqual(golden.tolerance)
  })

  it('GC-G03: a day by the hour falls where it fell and is flat elsewhere', () => {
    const golden = goldenCase('GC-G03')
    const start = golden.number('inputs', 'hour0_percent')
    const dips = golden.numbers('expected', 'dips_near_hours')
    const dayStart = 240
    const losses = [
      { fromHour: 0, toHour: dayStart, percent: 100 - start },
      ...dips.map((hour) => ({ fromHour: dayStart + hour, toHour: dayStart + hour + 1, percent: 2 })),
    ]
    const nowHour = startHour + dayStart + 24
    const columns = budgetSeries(seriesLosing(fourWeekPeriod, losses), fourWeekPeriod, nowHour, 'hour')
    const day = columns.remaining.slice(dayStart).map((share) => (share ?? Number.NaN) * 100)
    expect(day).toHaveLength(24)
    expect(day[0]).toBeCloseTo(golden.number('expected', 'start_percent'), 0)
    const fallingHours = day.flatMap((percent, hour) => (percent < (day[hour - 1] ?? percent) ? [hour] : []))
    expect(fallingHours).toEqual(dips)
    expect(new Set(day.slice(golden.number('expected', 'flat_after_hour'))).size).toBe(1)
  })

  it('GC-G04: only the prematurely exhausted periods are drawn', () => {
    const golden = goldenCase('GC-G04')
    const [fast, faster] = golden.numbers('inputs', 'periods', 0, 'losses_points')
    const lossesByPeriod: Loss[][] = [
      [
        { fromHour: 48, toHour: 60, percent: fast ?? 0 },
        { fromHour: 400, toHour: 420, percent: faster ?? 0 },
      ],
      [{ fromHour: 0, toHour: HOURS, percent: 60 }],
      [
        { fromHour: 0, toHour: 480, percent: 15 },
        { fromHour: 480, toHour: 504, percent: 100 },
      ],
      [{ fromHour: 100, toHour: 200, percent: 40 }],
    ]
    const budgets = lossesByPeriod.map((losses) => budgetLosing(losses))
    const numbersWhere = (isPremature: boolean) =>
      budgets.flatMap((budget, i) => (budget.isPremature === isPremature ? [i + 1] : []))
    expect(numbersWhere(true)).toEqual(golden.numbers('expected', 'drawn_periods'))
    expect(numbersWhere(false)).toEqual(golden.numbers('expected', 'hatched_periods'))
    expect(budgets[0] && percentLeft(budgets[0])).toBeCloseTo(
      golden.number('expected', 'end_percent_period1'),
      6,
    )
  })

  it('GC-G05: one budget per deployment, none exhausted, and a steady weekly loss in the last period', () => {
    const golden = goldenCase('GC-G05')
    const [from, to] = golden.numbers('inputs', 'P4_from_to')
    const firstLoss = golden.number('inputs', 'depleted_in_P1_points')
    const lastLosses = lossesBetween([
      { fraction: 0, percent: 100 },
      { fraction: 0.25, percent: from ?? 0 },
      { fraction: 1, percent: to ?? 0 },
    ])
    const lossesByPeriod: Loss[][] = [
      [{ fromHour: 0, toHour: HOURS, percent: firstLoss }],
      [],
      [],
      lastLosses,
    ]
    const periods = golden
      .numbers('inputs', 'deployments_per_period')
      .map((deployments, i) => Array.from({ length: deployments }, () => lossesByPeriod[i] ?? []))
    const exhausted = periods.map((group) => group.some((losses) => budgetLosing(losses).isPremature))
    expect(exhausted).toEqual(golden.value('expected', 'prematurely_exhausted'))

    const weekly = budgetSeries(
      seriesLosing(fourWeekPeriod, lastLosses),
      fourWeekPeriod,
      endHour,
      'week',
    ).remaining
    const drops = weekly.slice(1).map((left, i) => ((weekly[i] ?? Number.NaN) - (left ?? Number.NaN)) * 100)
    expect(drops).toHaveLength(3)
    for (const drop of drops) expect(drop).toBeCloseTo(golden.number('expected', 'P4_weekly_loss_points'), 2)
  })
})

type Point = Readonly<{ fraction: number; percent: number }>

function pointAt(golden: ReturnType<typeof goldenCase>, unit: number, i: number): readonly Point[] {
  const points = golden.value('inputs', 'series', unit, 'points')
  if (!Array.isArray(points) || i >= points.length) return []
  const [fraction, percent] = golden.numbers('inputs', 'series', unit, 'points', i)
  return [{ fraction: fraction ?? 0, percent: percent ?? 0 }]
}

/** The losses that draw a line through the points, on whole hours. */
function lossesBetween(points: readonly Point[]): Loss[] {
  return points.slice(1).map((point, i) => {
    const before = points[i] ?? point
    return {
      fromHour: Math.round(before.fraction * HOURS),
      toHour: Math.round(point.fraction * HOURS),
      percent: before.percent - point.percent,
    }
  })
}
