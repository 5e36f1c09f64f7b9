import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bucketsFromRows } from './buckets.ts'
import { exclusionSpans, isExcluded } from './correction.ts'
import { expectedByHour, expectedTotal } from './expected-traffic.ts'
import { anyExclusion, anyRows, shortPeriod } from './testing/arbitraries.ts'
import { evenRows, exclusion } from './testing/series.ts'

describe('expected traffic', () => {
  it('is, hour by hour, the mean of the same hours of the four weeks before, or the fallback', () => {
    const anyComing = fc.record({ start: fc.integer({ min: -90, max: 0 }), length: fc.nat(400) })
    fc.assert(
      fc.property(
        anyRows,
        fc.array(anyExclusion, { maxLength: 2 }),
        anyComing,
        (rows, corrections, { start, length }) => {
          const nowHour = shortPeriod.endHour + start
          const excluded = exclusionSpans(corrections)
          let expected = 0
          for (let hour = nowHour; hour < nowHour + length; hour += 1) {
            const values = rows.filter(
              (row) =>
                row.hour < nowHour &&
                row.hour >= nowHour - 672 &&
                (hour - row.hour) % 168 === 0 &&
                !isExcluded(excluded, row.hour),
            )
            const mean = values.reduce((sum, row) => sum + row.total, 0) / values.length
            if (!isExcluded(excluded, hour)) expected += values.length === 0 ? 7 : mean
          }
          const coming = { fromHour: nowHour, toHour: nowHour + length }
          const found = expectedTotal(bucketsFromRows(rows), excluded, nowHour, coming, 7)
          expect(Math.abs(found - expected)).toBeLessThanOrEqual(expected * 1e-9)
          const byHour = expectedByHour(bucketsFromRows(rows), excluded, nowHour, coming, 7)
          expect(byHour).toHaveLength(length)
          const sum = byHour.reduce((whole, hour) => whole + hour, 0)
          expect(Math.abs(sum - expected)).toBeLessThanOrEqual(expected * 1e-9)
          for (const [offset, hour] of byHour.entries())
            if (isExcluded(excluded, nowHour + offset)) expect(hour).toBe(0)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('forgets what lies further back than 28 days', () => {
    const buckets = bucketsFromRows([
      { hour: 0, good: 900, total: 900 },
      ...evenRows(168, 169, { total: 100, bad: 0 }),
    ])
    expect(expectedTotal(buckets, [], 672, { fromHour: 672, toHour: 673 }, 0)).toBe(500)
    expect(expectedTotal(buckets, [], 673, { fromHour: 840, toHour: 841 }, 0)).toBe(100)
  })

  it('is nothing for a span of excluded hours or of none', () => {
    const buckets = bucketsFromRows(evenRows(0, 672, { total: 100, bad: 0 }))
    expect(
      expectedTotal(buckets, exclusionSpans([exclusion(672, 700)]), 672, { fromHour: 672, toHour: 700 }, 5),
    ).toBe(0)
    expect(expectedTotal(buckets, [], 672, { fromHour: 672, toHour: 672 }, 5)).toBe(0)
  })
})
