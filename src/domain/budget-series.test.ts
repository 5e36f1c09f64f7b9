import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { budgetSeries, scales } from './budget-series.ts'
import { hourFromIso, type Hour } from './hours.ts'
import { periodBudget } from './period-budget.ts'
import { monthAt, type Period, periodAt } from './period.ts'
import { anyCorrections, anyNow, anySeries, shortPeriod } from './testing/arbitraries.ts'
import { fourWeekPeriod } from './testing/fixed-period.ts'
import { evenRows, exclusion, seriesLosing, seriesOf, topUp } from './testing/series.ts'

function at(iso: string): Hour {
  const hour = hourFromIso(iso)
  if (hour === null) throw new Error(`${iso} is no instant`)
  return hour
}

const quarter: Period = periodAt({ kind: 'calendar-quarter' }, at('2026-11-18T00:00:00Z'))
const quiet = { total: 100, bad: 0 }

describe('burn-down of a period', () => {
  it('cuts weeks on Mondays and the first and last slot at the period', () => {
    const series = seriesOf(evenRows(quarter.startHour, quarter.endHour, quiet))
    const weeks = budgetSeries(series, quarter, quarter.endHour, 'week').hour
    // 1 October 2026 is a Thursday.
    expect(weeks.slice(0, 2)).toEqual([quarter.startHour, at('2026-10-05T00:00:00Z')])
    expect(weeks).toHaveLength(14)
    expect(budgetSeries(series, quarter, quarter.endHour, 'day').hour).toHaveLength(92)
    expect(budgetSeries(series, quarter, quarter.endHour, 'period').hour).toEqual([quarter.startHour])
  })

  it('leaves slots without a bucket out instead of drawing them as zero', () => {
    const { startHour } = fourWeekPeriod
    const rows = [
      ...evenRows(startHour, startHour + 24, quiet),
      ...evenRows(startHour + 72, startHour + 80, quiet),
    ]
    const days = budgetSeries(seriesOf(rows), fourWeekPeriod, startHour + 100, 'day')
    expect(days.hour).toEqual([startHour, startHour + 72])
    expect(days.total).toEqual([2400, 800])
  })

  it('keeps excluded hours as rows in which nothing counted', () => {
    const { startHour } = fourWeekPeriod
    const series = seriesOf(evenRows(startHour, startHour + 4, { total: 100, bad: 50 }), {
      corrections: [exclusion(startHour + 1, startHour + 3)],
    })
    const hours = budgetSeries(series, fourWeekPeriod, fourWeekPeriod.endHour, 'hour')
    expect(hours.total).toEqual([100, 0, 0, 100])
    expect(hours.good).toEqual([50, 0, 0, 50])
    expect(hours.remaining).toEqual([-1.5, -1.5, -1.5, -4])
    expect(hours.rawRemaining).toEqual([-0.25, -1.5, -2.75, -4])
  })

  it('steps up at the start of the hour of a top-up', () => {
    const { startHour, endHour } = fourWeekPeriod
    const losing = seriesLosing(fourWeekPeriod, [{ fromHour: 0, toHour: 10, percent: 50 }])
    const series = { ...losing, corrections: [topUp(startHour + 20, 0.2)] }
    const { remaining } = budgetSeries(series, fourWeekPeriod, endHour, 'hour')
    expect(remaining[19]).toBeCloseTo(0.5, 9)
    expect(remaining[20]).toBeCloseTo(0.7, 9)
  })

  it('says null on every row where there is no budget', () => {
    const { startHour } = fourWeekPeriod
    const series = seriesOf(evenRows(startHour, startHour + 3, { total: 10, bad: 1 }), {
      targets: [{ fromHour: 0, target: 1 }],
    })
    expect(budgetSeries(series, fourWeekPeriod, startHour + 3, 'hour').remaining).toEqual([null, null, null])
  })

  it('adds up to the counts of the period on every scale', () => {
    fc.assert(
      fc.property(
        anySeries,
        anyCorrections,
        anyNow,
        fc.constantFrom(...scales),
        (given, corrections, nowHour, scale) => {
          const series = { ...given, corrections }
          const { good, total } = periodBudget(series, shortPeriod, nowHour)
          const columns = budgetSeries(series, shortPeriod, nowHour, scale)
          expect(columns.good.reduce((sum, count) => sum + count, 0)).toBe(good)
          expect(columns.total.reduce((sum, count) => sum + count, 0)).toBe(total)
          expect(columns.hour).toEqual([...new Set(columns.hour)].sort((a, b) => a - b))
        },
      ),
    )
  })
})

describe('month scale', () => {
  const october = monthAt(quarter.startHour)
  const december = monthAt(quarter.endHour - 1)
  const rows = [
    ...evenRows(october.startHour, october.endHour, { total: 100, bad: 5 }),
    ...evenRows(december.startHour, december.endHour, { total: 10, bad: 2 }),
  ]
  const series = seriesOf(rows)

  it('grants each month from its own events', () => {
    const months = budgetSeries(series, quarter, quarter.endHour, 'month')
    expect(months.hour).toEqual([october.startHour, december.startHour])
    expect(months.remaining).toEqual([0.5, -1])
  })

  it('keeps what was measured beside what counts after corrections', () => {
    const corrections = [
      exclusion(october.startHour, october.startHour + 24),
      topUp(december.startHour + 24, 0.5),
    ]
    const months = budgetSeries(seriesOf(rows, { corrections }), quarter, quarter.endHour, 'month')
    expect(months.rawRemaining).toEqual([0.5, -1])
    expect(months.remaining[0]).toBe(0.5)
    expect(months.remaining[1]).toBeGreaterThan(-1)
  })

  it('takes months whole, where they reach beyond the period', () => {
    // 5 % bad from 1 October on; the period begins on Monday the 5th and ends on Sunday 1 November.
    const november = monthAt(october.endHour)
    const whole = seriesOf(evenRows(october.startHour, november.endHour, { total: 100, bad: 5 }))
    const period = periodAt({ kind: 'four-weeks' }, october.startHour + 20 * 24)
    const months = budgetSeries(whole, period, november.endHour, 'month')
    expect(months.hour).toEqual([october.startHour, november.startHour])
    expect(months.total).toEqual([31 * 2400, 30 * 2400])
    expect(months.remaining).toEqual([0.5, 0.5])
  })

  it('gives a month what it would have as a period of its own', () => {
    fc.assert(
      fc.property(anySeries, anyCorrections, anyNow, (given, corrections, nowHour) => {
        const corrected = { ...given, corrections }
        const { hour, remaining, rawRemaining } = budgetSeries(corrected, shortPeriod, nowHour, 'month')
        expect(hour.length).toBeLessThanOrEqual(1)
        for (const start of hour) {
          const asPeriod = periodBudget(corrected, monthAt(start), nowHour)
          expect(remaining).toEqual([asPeriod.remaining])
          expect(rawRemaining).toEqual([asPeriod.rawRemaining])
        }
      }),
    )
  })
})
