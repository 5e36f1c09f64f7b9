import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { slidingSeries } from './sliding-series.ts'
import { allowancePpb, PPB, targetAt } from './target.ts'
import { anyExclusion, anySeries, shortPeriod } from './testing/arbitraries.ts'
import { evenRows, exclusion, seriesOf, topUp } from './testing/series.ts'

const WINDOW = 672

describe('28-day sliding view', () => {
  it('at each hour is the budget of the 672 hours that end with it, taken anew', () => {
    fc.assert(
      fc.property(anySeries, fc.array(anyExclusion, { maxLength: 2 }), (given, corrections) => {
        const series = { ...given, corrections }
        const { hour, good, total } = series.buckets
        const columns = slidingSeries(series, shortPeriod.startHour, shortPeriod.endHour)
        for (const [i, shown] of columns.hour.entries()) {
          let [bad, events, granted] = [0, 0, 0n]
          for (let row = 0; row < hour.length; row += 1) {
            const at = hour[row] ?? 0
            const isOut = corrections.some((one) => at >= one.fromHour && at < one.toHour)
            if (at <= shown - WINDOW || at > shown || isOut) continue
            bad += (total[row] ?? 0) - (good[row] ?? 0)
            events += total[row] ?? 0
            granted += BigInt(total[row] ?? 0) * BigInt(allowancePpb(targetAt(series.targets, at)))
          }
          const left = columns.remaining[i]
          if (granted > 0n) expect(left).toBeCloseTo(1 - bad / (Number(granted) / PPB), 6)
          else if (events > 0) expect(left).toBeNull()
          else expect(left).toBe(targetAt(series.targets, shown) < 1 ? 1 : null)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('lets old failures fall out of the window, so it rises again', () => {
    const rows = evenRows(0, 1000, { total: 100, bad: 0 }).map((row) =>
      row.hour === 100 ? { ...row, good: 0 } : row,
    )
    const { remaining } = slidingSeries(seriesOf(rows), 0, 1000)
    expect(remaining[99]).toBe(1)
    expect(remaining[100 + WINDOW - 1]).toBeCloseTo(1 - 100 / 6720, 9)
    expect(remaining[100 + WINDOW]).toBe(1)
  })

  it('drops excluded hours, keeps the raw view and knows no top-ups', () => {
    const rows = evenRows(0, 10, { total: 100, bad: 10 })
    const corrections = [exclusion(0, 5), topUp(3, 1)]
    const { remaining, rawRemaining, total } = slidingSeries(seriesOf(rows, { corrections }), 0, 10)
    expect(total).toEqual([0, 0, 0, 0, 0, 100, 100, 100, 100, 100])
    expect(remaining).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
    expect(rawRemaining).toEqual(Array.from({ length: 10 }, () => 0))
  })

  it('has exactly nothing left where a target is exactly met, however long it slides', () => {
    // 3.3, 6.9 and 10.8 bad events are allowed in turn: only sums of whole numbers come out whole every third hour.
    const turns = [
      { total: 1100, bad: 3 },
      { total: 2300, bad: 7 },
      { total: 3600, bad: 11 },
    ]
    const rows = Array.from({ length: 500 }, () => turns)
      .flat()
      .map(({ total, bad }, hour) => ({ hour, good: total - bad, total }))
    const { remaining } = slidingSeries(
      seriesOf(rows, { targets: [{ fromHour: 0, target: 0.997 }] }),
      0,
      1500,
    )
    expect(remaining.filter((left, hour) => hour % 3 === 2 && left !== 0)).toEqual([])
  })

  it('has a budget again once the hours that promised 100 % have left the window', () => {
    const rows = [...evenRows(0, 10, { total: 100, bad: 0 }), ...evenRows(10, 800, { total: 0, bad: 0 })]
    const targets = [
      { fromHour: 0, target: 1 },
      { fromHour: 10, target: 0.9 },
    ] as const
    const { remaining } = slidingSeries(seriesOf(rows, { targets }), 0, 800)
    const firstFree = 9 + WINDOW
    expect(remaining.slice(0, firstFree).every((left) => left === null)).toBe(true)
    expect(remaining.slice(firstFree).every((left) => left === 1)).toBe(true)
  })

  it('shows the hours asked for only', () => {
    const series = seriesOf(evenRows(0, 1000, { total: 100, bad: 1 }))
    const shown = slidingSeries(series, 900, 905)
    expect(shown.hour).toEqual([900, 901, 902, 903, 904])
    expect(shown.remaining).toHaveLength(5)
    expect(shown.rawRemaining).toHaveLength(5)
    expect(slidingSeries(series, 2000, 2010).hour).toEqual([])
  })
})
