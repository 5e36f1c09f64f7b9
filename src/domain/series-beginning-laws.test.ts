import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type BucketRow, bucketsFromRows } from './buckets.ts'
import { periodBudget, type Series } from './period-budget.ts'
import { projections } from './projection.ts'
import { anyCorrected, shortPeriod } from './testing/arbitraries.ts'
import { rowsOf } from './testing/series.ts'

const { startHour, endHour } = shortPeriod
describe('what was before a series began, as before a contract that judges it', () => {
  /** Of a series that has hours on either side of it. */
  const anyBegun = fc
    .record({ series: anyCorrected, share: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ series, share }): Series => {
      const { hour } = series.buckets
      return {
        ...series,
        beganHour: hour[Math.floor(share * (hour.length - 1))] ?? startHour,
        endedHour: null,
      }
    })
  const changed = (series: Series, change: (row: BucketRow) => readonly BucketRow[]): Series => ({
    ...series,
    buckets: bucketsFromRows(
      rowsOf(series).flatMap((row) => (row.hour < series.beganHour ? change(row) : [row])),
    ),
  })

  it('changes nothing of a closed period', () => {
    fc.assert(
      fc.property(anyBegun, (series) => {
        const without = changed(series, () => [])
        expect(periodBudget(series, shortPeriod, endHour)).toEqual(
          periodBudget(without, shortPeriod, endHour),
        )
      }),
    )
  })

  it('tells an open one what traffic to expect, and no failure more', () => {
    fc.assert(
      fc.property(anyBegun, fc.nat(20), (series, hoursSince) => {
        const nowHour = Math.max(startHour, Math.min(series.beganHour + hoursSince, endHour - 1))
        const spotless = changed(series, (row) => [{ ...row, good: row.total }])
        const said = [series, spotless].map((one) => ({
          budget: periodBudget(one, shortPeriod, nowHour),
          projections: projections(one, shortPeriod, nowHour),
        }))
        expect(said[0]).toEqual(said[1])
      }),
    )
  })
})
