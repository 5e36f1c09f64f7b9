import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { columnsBetween, columnsWithin, NO_COLUMNS } from './column-span.ts'

const widths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 30 })

function sideBySide(all: readonly number[]) {
  let next = 0
  return all.map((offsetWidth) => {
    const offsetLeft = next
    next += offsetWidth
    return { offsetLeft, offsetWidth }
  })
}

describe('the columns between two places', () => {
  it('are exactly those of which a part can be seen', () => {
    fc.assert(
      fc.property(widths, fc.nat(2_000), fc.integer({ min: 1, max: 1_500 }), (all, left, room) => {
        const columns = sideBySide(all)
        const { from, to } = columnsBetween(columns, left, left + room)
        const seen = columns.flatMap(({ offsetLeft, offsetWidth }, at) =>
          offsetLeft + offsetWidth > left && offsetLeft < left + room ? [at] : [],
        )
        expect(Array.from({ length: to - from }, (_, at) => from + at)).toEqual(seen)
      }),
    )
  })

  it('are none right of the last one', () => {
    expect(columnsBetween(sideBySide([100, 100]), 200, 300)).toEqual(NO_COLUMNS)
  })
})

describe('the columns that fit a room, by the widths they are meant to have', () => {
  it('are those that would be seen there, and always one beside the first, which stays', () => {
    fc.assert(
      fc.property(widths, fc.integer({ min: 1, max: 1_500 }), (all, room) => {
        const { to } = columnsWithin(
          all.map((width) => `${width}px`),
          room,
        )
        const seen = sideBySide(all).filter(({ offsetLeft }, at) => at > 0 && offsetLeft < room)
        expect(to - 1).toBe(all.length === 1 ? 0 : Math.max(1, seen.length))
      }),
    )
  })

  it('are not known where a column has no width of its own, or one that depends on the window', () => {
    expect(columnsWithin(['130px', undefined], 1_000)).toBe(NO_COLUMNS)
    expect(columnsWithin(['min(290px, 52vw)', '90px'], 1_000)).toBe(NO_COLUMNS)
  })
})
