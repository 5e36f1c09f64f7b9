import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  activeTopUps,
  countedBuckets,
  exclusionSpans,
  excludedHours,
  isExcluded,
  spansOutside,
} from './correction.ts'
import { anyCorrections, anyRows, shortPeriod } from './testing/arbitraries.ts'
import { bucketsFromRows } from './buckets.ts'
import { exclusion, topUp } from './testing/series.ts'

const { startHour, endHour } = shortPeriod
const periodHours = Array.from({ length: endHour - startHour }, (_, offset) => startHour + offset)

describe('corrections', () => {
  it('leave the buckets outside every exclusion', () => {
    fc.assert(
      fc.property(anyRows, anyCorrections, (rows, corrections) => {
        const covers = (hour: number) =>
          corrections.some((one) => one.kind === 'exclusion' && hour >= one.fromHour && hour < one.toHour)
        const expected = bucketsFromRows(rows.filter((row) => !covers(row.hour)))
        expect(countedBuckets(bucketsFromRows(rows), corrections)).toEqual(expected)
      }),
    )
  })

  it('cut a range into hours that count and hours that do not, each hour once', () => {
    fc.assert(
      fc.property(anyCorrections, (corrections) => {
        const spans = exclusionSpans(corrections)
        const outside = spansOutside(spans, { fromHour: startHour, toHour: endHour })
        for (const hour of periodHours) expect(isExcluded(spans, hour)).toBe(!isExcluded(outside, hour))
        const excluded = periodHours.filter((hour) => isExcluded(spans, hour)).length
        expect(excludedHours(spans, startHour, endHour)).toBe(excluded)
      }),
    )
  })

  it('that were withdrawn do nothing', () => {
    const withdrawnAt = '2026-11-18T03:00:00Z'
    expect(exclusionSpans([exclusion(10, 20, withdrawnAt)])).toEqual([])
    expect(activeTopUps([topUp(10, 0.5, withdrawnAt)], 0, 100)).toEqual([])
  })

  it('exclude an hour once where spans overlap, and none where a span is empty', () => {
    expect(exclusionSpans([exclusion(15, 30), exclusion(10, 20), exclusion(40, 40)])).toEqual([
      { fromHour: 10, toHour: 30 },
    ])
  })

  it('give top-ups in the order of time, from the hours asked for only', () => {
    const given = activeTopUps([topUp(30, 0.1), topUp(10, 0.2), topUp(9, 0.3), topUp(40, 0.4)], 10, 40)
    expect(given.map((one) => one.atHour)).toEqual([10, 30])
  })
})
