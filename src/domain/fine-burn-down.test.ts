import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { budgetSeries } from './budget-series.ts'
import { agreeingHours } from './fine-buckets.ts'
import { fineBurnDown } from './fine-burn-down.ts'
import { periodBudget } from './period-budget.ts'
import { badIn, burningSeries, periodOf } from './testing/burning-series.ts'
import { fineColumns, parted } from './testing/parted.ts'

const START = 480_000
const HOURS = 30
const NOW = START + HOURS
const period = periodOf(START, 672)

function drawn(bad: readonly (number | null)[], fromHour = START) {
  const series = burningSeries(0.99, 1200, START, bad)
  const nowHour = START + bad.length
  const hourly = budgetSeries(series, period, nowHour, 'hour')
  const { grant } = periodBudget(series, period, nowHour)
  const fine = agreeingHours(parted(series.buckets), series.buckets, nowHour)
  return { series, hourly, grant, down: fineBurnDown(series, hourly, fine, { fromHour, nowHour, grant }) }
}

describe('a burn-down in the finest slots', () => {
  it('falls inside an hour where its bad events were', () => {
    const { hourly, down } = drawn(badIn(HOURS, { 20: 240 }))
    const left = (minute: number) => down.remaining[down.minute.indexOf((START + 20) * 60 + minute)] ?? null
    const before = hourly.remaining[19] ?? Number.NaN
    const after = hourly.remaining[20] ?? Number.NaN
    expect(left(25)).toBeCloseTo((before + after) / 2, 9)
    expect(left(55)).toBe(after)
  })

  it('goes on inside the hour that is not over, at the grant of the period', () => {
    const { series, hourly, grant } = drawn(badIn(HOURS, {}))
    const part = { minute: NOW * 60, width: 5, good: 90, total: 100 }
    const fine = agreeingHours(fineColumns([part]), series.buckets, NOW)
    const down = fineBurnDown(series, hourly, fine, { fromHour: NOW - 3, nowHour: NOW, grant })
    expect(down.width).toEqual([60, 60, 60, 5])
    expect(down.remaining.at(-1)).toBeCloseTo((hourly.remaining.at(-1) ?? Number.NaN) - 10 / grant, 12)
  })

  it('stands at the end of each hour where the hours have it, never rises, and has every event once', () => {
    const hourly = fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 1200 })), {
      minLength: 2,
      maxLength: HOURS,
    })
    fc.assert(
      fc.property(hourly, (bad) => {
        const { hourly: hours, down } = drawn(bad)
        for (const [row, hour] of hours.hour.entries()) {
          const last = down.minute.findLastIndex((minute) => Math.floor(minute / 60) === hour)
          expect(down.remaining[last]).toBe(hours.remaining[row])
        }
        const left = down.remaining.map((value) => value ?? Number.NaN)
        for (let row = 1; row < left.length; row += 1)
          expect(left[row]).toBeLessThanOrEqual((left[row - 1] ?? 0) + 1e-12)
        const sum = (column: readonly number[]) => column.reduce((all, one) => all + one, 0)
        expect(sum(down.total)).toBe(sum(hours.total))
        expect(sum(down.good)).toBe(sum(hours.good))
      }),
      { numRuns: 60 },
    )
  })
})
