import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Buckets, bucketsBetween, bucketsFromRows } from './buckets.ts'
import { anyCount } from './testing/arbitraries.ts'

const anyRow = fc
  .tuple(fc.integer({ min: -20, max: 20 }), anyCount)
  .map(([hour, count]) => ({ hour, ...count }))

function rowsOf({ hour, good, total }: Buckets) {
  return Array.from(hour, (value, row) => ({ hour: value, good: good[row], total: total[row] }))
}

describe('buckets', () => {
  it('do not depend on the order in which rows of different hours arrive', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRow, { selector: (row) => row.hour }), fc.nat(), (rows, turn) => {
        const split = rows.length === 0 ? 0 : turn % rows.length
        const reordered = [...rows.slice(split), ...rows.slice(0, split)].reverse()
        expect(bucketsFromRows(reordered)).toEqual(bucketsFromRows(rows))
      }),
    )
  })

  it('keep the last row of a repeated hour and every hour once, ascending', () => {
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const hours = [...new Set(rows.map((row) => row.hour))].sort((a, b) => a - b)
        const expected = hours.map((hour) => rows.findLast((row) => row.hour === hour))
        expect(rowsOf(bucketsFromRows(rows))).toEqual(expected)
      }),
    )
  })

  it('cut to a range hold the hours of the range, whatever kind of columns they came in', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow),
        fc.integer({ min: -25, max: 25 }),
        fc.integer({ min: -25, max: 25 }),
        (rows, from, to) => {
          const buckets = bucketsFromRows(rows)
          const plain = {
            hour: [...rowsOf(buckets)].map((row) => row.hour),
            good: Array.from(buckets.good),
            total: Array.from(buckets.total),
          }
          const expected = rowsOf(buckets).filter((row) => row.hour >= from && row.hour < to)
          expect(rowsOf(bucketsBetween(buckets, from, to))).toEqual(expected)
          expect(rowsOf(bucketsBetween(plain, from, to))).toEqual(expected)
        },
      ),
    )
  })
})
