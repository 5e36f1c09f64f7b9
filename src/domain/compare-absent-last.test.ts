import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compareAbsentLast } from './compare-absent-last.ts'
import { goldenCase } from './testing/golden.ts'

const value = fc.option(fc.integer(), { nil: null })

describe('sorting figures that may be absent', () => {
  it('GC-I03: by highest speed, fastest first, and periods without an episode last', () => {
    const golden = goldenCase('GC-I03')
    const speeds = [0, 1, 2, 3].map((row) => golden.number('inputs', 'rows', row, 4))
    const sorted = [null, ...speeds].toSorted((a, b) => compareAbsentLast(a, b, 'descending'))
    expect(sorted).toEqual([...golden.numbers('expected', 'highest_order'), null])
  })

  it('GC-I04: shortest time to exhaustion, biggest shortage and fastest average come first', () => {
    const golden = goldenCase('GC-I04')
    const rows = [0, 1, 2, 3].map((row) => ({
      row,
      service: golden.text('inputs', 'rows', row, 0),
      remaining: golden.number('inputs', 'rows', row, 2),
      days: golden.number('inputs', 'rows', row, 3),
      speed: golden.number('inputs', 'rows', row, 4),
    }))
    const soonest = rows.toSorted((a, b) => compareAbsentLast(a.days, b.days, 'ascending'))[0]
    expect([soonest?.service, soonest?.days]).toEqual(golden.value('expected', 'least_time_to_exhaustion'))
    const lowest = rows.toSorted((a, b) => compareAbsentLast(a.remaining, b.remaining, 'ascending'))[0]
    expect([lowest?.service, lowest?.remaining]).toEqual(golden.value('expected', 'biggest_shortage'))
    const fastest = rows.toSorted((a, b) => compareAbsentLast(a.speed, b.speed, 'descending'))[0]
    expect(fastest?.row).toBe(golden.number('expected', 'highest_avg_speed_row'))
  })

  it.each(['ascending', 'descending'] as const)(
    'is ordered %s with every absent value at the end',
    (direction) => {
      fc.assert(
        fc.property(fc.array(value), (values) => {
          const sorted = values.toSorted((a, b) => compareAbsentLast(a, b, direction))
          const present = values.filter((one) => one !== null).toSorted((a, b) => a - b)
          if (direction === 'descending') present.reverse()
          expect(sorted).toEqual([...present, ...values.filter((one) => one === null)])
        }),
      )
    },
  )

  it.each(['ascending', 'descending'] as const)(
    'whichever of the two is absent comes last, %s',
    (direction) => {
      expect(compareAbsentLast(null, 3, direction)).toBeGreaterThan(0)
      expect(compareAbsentLast(3, null, direction)).toBeLessThan(0)
    },
  )

  it('keeps the order of equals, so that a second column can break the tie', () => {
    expect(compareAbsentLast(null, null, 'ascending')).toBe(0)
    expect(compareAbsentLast(3, 3, 'descending')).toBe(0)
  })
})
