import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bucketsBetween, bucketsFromRows, type BucketRow } from './buckets.ts'
import { hoursKnownThen, type Restatement } from './hours-known-then.ts'
import { isoFromHour } from './hours.ts'

const rows = [
  { hour: 1, good: 1, total: 2 },
  { hour: 2, good: 3, total: 4 },
  { hour: 4, good: 5, total: 6 },
]
const AT = isoFromHour(50)
const came = (fromHour: number, toHour: number): Restatement => ({ fromHour, toHour, before: null, at: AT })
const recounted = (hour: number, good: number, total: number): Restatement => ({
  fromHour: hour,
  toHour: hour + 1,
  before: { good, total },
  at: AT,
})
const toRows = ({ hour, good, total }: ReturnType<typeof bucketsFromRows>): readonly BucketRow[] =>
  Array.from(hour, (value, row) => ({ hour: value, good: good[row] ?? -1, total: total[row] ?? -1 }))

describe('hours as they were known then', () => {
  const known = (...later: readonly Restatement[]) => toRows(hoursKnownThen(bucketsFromRows(rows), later))

  it('are those of now where nothing came later', () => {
    expect(known()).toEqual(rows)
    expect(known(came(7, 9), recounted(0, 1, 1))).toEqual(rows)
  })

  it('are without what had not come, and have what had been counted', () => {
    expect(known(came(2, 4))).toEqual([rows[0], rows[2]])
    expect(known(recounted(2, 0, 0))).toEqual([rows[0], { hour: 2, good: 0, total: 0 }, rows[2]])
  })

  it('are what they were before the first of several changes', () => {
    expect(known(came(2, 3), recounted(2, 0, 9))).toEqual([rows[0], rows[2]])
    expect(known(recounted(2, 0, 9), recounted(2, 1, 9))[1]).toEqual({ hour: 2, good: 0, total: 9 })
  })
})

it('for any order of arrivals, what is known then is what was held then', () => {
  const row = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.nat(3), fc.nat(3))
    .map(([hour, a, b]) => ({ hour, good: Math.min(a, b), total: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.nat(12), fc.nat(12), (arrivals, a, b) => {
      const held: (readonly BucketRow[])[] = [[]]
      const noted: Restatement[] = []
      for (const [step, arrived] of arrivals.entries()) {
        const last = held.at(-1) ?? []
        const old = last.findLast(({ hour }) => hour === arrived.hour)
        noted.push({
          fromHour: arrived.hour,
          toHour: arrived.hour + 1,
          before: old === undefined ? null : { good: old.good, total: old.total },
          at: isoFromHour(step),
        })
        held.push([...last, arrived])
      }
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const now = bucketsBetween(bucketsFromRows(held.at(-1) ?? []), from, to)
      for (const [step, then] of held.entries())
        expect(toRows(hoursKnownThen(now, noted.slice(step)))).toEqual(
          toRows(bucketsBetween(bucketsFromRows(then), from, to)),
        )
    }),
  )
})
