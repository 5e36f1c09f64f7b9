import fc from 'fast-check'
import { expect, it } from 'vitest'

import { nextPlace } from './use-grid-keys.ts'

const size = { rows: 12, columns: 4 }
const at = (row: number, column: number) => ({ row, column })
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey })

it.each([
  ['down', press('ArrowDown'), at(1, 1), at(2, 1)],
  ['up into the header', press('ArrowUp'), at(1, 1), at(0, 1)],
  ['not beyond the header', press('ArrowUp'), at(0, 1), at(0, 1)],
  ['left to the row’s name', press('ArrowLeft'), at(3, 1), at(3, 0)],
  ['not beyond the last column', press('ArrowRight'), at(3, 3), at(3, 3)],
  ['Home and End in the row', press('End'), at(3, 1), at(3, 3)],
  ['Ctrl Home to the first cell', press('Home', true), at(9, 2), at(0, 0)],
  ['Ctrl End to the last', press('End', true), at(1, 1), at(11, 3)],
  ['a page, but not beyond the end', press('PageDown'), at(5, 2), at(11, 2)],
])('%s', (_, key, from, to) => {
  expect(nextPlace(key, from, size)).toEqual(to)
})

it('leaves other keys alone', () => {
  for (const key of ['Enter', 'Tab', 'j', ' ']) expect(nextPlace(press(key), at(1, 1), size)).toBeNull()
})

it('never leaves the grid, and what one arrow does the opposite one undoes inside it', () => {
  const place = fc.record({ row: fc.nat(11), column: fc.nat(3) })
  const keys = fc.constantFrom(
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  )
  fc.assert(
    fc.property(place, keys, fc.boolean(), (from, key, ctrlKey) => {
      const to = nextPlace({ key, ctrlKey }, from, size)
      expect(to?.row).toBeGreaterThanOrEqual(0)
      expect(to?.row).toBeLessThan(size.rows)
      expect(to?.column).toBeGreaterThanOrEqual(0)
      expect(to?.column).toBeLessThan(size.columns)
    }),
  )
  fc.assert(
    fc.property(place, (from) => {
      const right = nextPlace(press('ArrowRight'), from, size) ?? from
      if (right.column !== from.column) expect(nextPlace(press('ArrowLeft'), right, size)).toEqual(from)
    }),
  )
})
