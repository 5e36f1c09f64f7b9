import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { movedUp, toggleSort, type TableSort } from './table-sort.ts'

const columns = ['service', 'team', 'remaining'] as const
type Column = (typeof columns)[number]
const sorts: fc.Arbitrary<readonly TableSort<Column>[]> = fc.uniqueArray(
  fc.record({ column: fc.constantFrom(...columns), descending: fc.boolean() }),
  { selector: ({ column }) => column },
)
const column = fc.constantFrom(...columns)

describe('pressing the head of a column', () => {
  it('sorts by it alone: ascending, descending, then as the list comes', () => {
    const first = toggleSort<Column>([{ column: 'team', descending: true }], 'service', false)
    expect(first).toEqual([{ column: 'service', descending: false }])
    const second = toggleSort(first, 'service', false)
    expect(second).toEqual([{ column: 'service', descending: true }])
    expect(toggleSort(second, 'service', false)).toEqual([])
  })

  it('with Shift leaves the rank of the other columns alone', () => {
    fc.assert(
      fc.property(sorts, column, (sort, pressed) => {
        const others = (list: readonly TableSort<Column>[]) => list.filter((one) => one.column !== pressed)
        expect(others(toggleSort(sort, pressed, true))).toEqual(others(sort))
      }),
    )
  })

  it('comes back to where it was after three presses with Shift, or stands last', () => {
    fc.assert(
      fc.property(sorts, column, (sort, pressed) => {
        const press = (list: readonly TableSort<Column>[]) => toggleSort(list, pressed, true)
        const after = press(press(press(sort)))
        const current = sort.find((one) => one.column === pressed)
        const others = sort.filter((one) => one.column !== pressed)
        expect(after.filter((one) => one.column !== pressed)).toEqual(others)
        expect(after.find((one) => one.column === pressed)).toEqual(current)
      }),
    )
  })

  it('never names a column twice', () => {
    fc.assert(
      fc.property(sorts, column, fc.boolean(), (sort, pressed, isAdded) => {
        const names = toggleSort(sort, pressed, isAdded).map((one) => one.column)
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })
})

describe('moving a column one rank up', () => {
  it('changes places with the one before it and nothing else', () => {
    fc.assert(
      fc.property(sorts, fc.nat(2), (sort, rank) => {
        const moved = movedUp(sort, rank)
        if (rank === 0 || rank >= sort.length) expect(moved).toEqual(sort)
        else {
          expect(moved[rank - 1]).toEqual(sort[rank])
          expect(moved[rank]).toEqual(sort[rank - 1])
          expect(moved.toSpliced(rank - 1, 2)).toEqual(sort.toSpliced(rank - 1, 2))
        }
      }),
    )
  })
})
