import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isKept, shownColumns, switchColumn } from './column-choice.ts'

const columns = [
  { id: 'service', isRowHeader: true },
  { id: 'slo', identifies: true },
  { id: 'team' },
  { id: 'speed' },
  { id: 'requests', isExtra: true },
] as const
const column = fc.constantFrom(...columns)
const choices = fc.uniqueArray(
  fc.record({ column: fc.constantFrom('service', 'slo', 'team', 'gone', 'requests'), isShown: fc.boolean() }),
  { selector: (choice) => choice.column },
)
const idsOf = (shown: readonly Readonly<{ id: string }>[]) => shown.map(({ id }) => id)

describe('the columns of a table', () => {
  it('are those it has by itself until something is chosen', () => {
    expect(idsOf(shownColumns(columns, []))).toEqual(['service', 'slo', 'team', 'speed'])
  })

  it('keep their order and those that name the row, whatever is chosen', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const shown = idsOf(shownColumns(columns, choice))
        expect(shown.slice(0, 2)).toEqual(['service', 'slo'])
        expect(shown).toEqual(idsOf(columns).filter((id) => shown.includes(id)))
      }),
    )
  })

  it('do as they are switched, and the others stay', () => {
    fc.assert(
      fc.property(choices, column, fc.boolean(), (choice, switched, isOn) => {
        const before = idsOf(shownColumns(columns, choice)).filter((id) => id !== switched.id)
        const after = idsOf(shownColumns(columns, switchColumn(switched, choice, isOn)))
        expect(after.filter((id) => id !== switched.id)).toEqual(before)
        expect(after.includes(switched.id)).toBe(isKept(switched) || isOn)
      }),
    )
  })

  it('leave nothing behind that is switched there and back', () => {
    fc.assert(
      fc.property(column, (switched) => {
        const own = idsOf(shownColumns(columns, [])).includes(switched.id)
        expect(switchColumn(switched, switchColumn(switched, [], !own), own)).toEqual([])
      }),
    )
  })
})
