import fc from 'fast-check'
import { expect, test } from 'vitest'

import { compareAscending, listIdentity, pageOf } from './page.ts'

type Item = Readonly<{ rank: number | null; name: string }>

const positionOf = ({ rank, name }: Item) => [rank, name]
const inOrder = (a: Item, b: Item) => compareAscending(positionOf(a), positionOf(b))
const item = fc.record({ rank: fc.option(fc.nat(3)), name: fc.string({ unit: 'grapheme', maxLength: 4 }) })
const list = fc.uniqueArray(item, { selector: ({ name }) => name }).map((items) => items.toSorted(inOrder))

function page(items: readonly Item[], cursor: string | null, limit: number) {
  return pageOf(
    { items, identity: 'list', positionOf, compare: compareAscending },
    { ...(cursor === null ? {} : { cursor }), limit },
  )
}

test('all pages together are the list, whatever their size', () => {
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 5 }), (items, limit) => {
      const read: Item[] = []
      let cursor: string | null = null
      do {
        const next: ReturnType<typeof page> = page(items, cursor, limit)
        expect(next.items.length).toBeLessThanOrEqual(limit)
        expect(next.totalCount).toBe(items.length)
        read.push(...next.items)
        cursor = next.nextCursor
      } while (cursor !== null)
      expect(read).toEqual(items)
    }),
  )
})

test('a row that goes between two pages neither hides nor repeats the others', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ rank: 1, name }))
  const { nextCursor } = page(items, null, 2)
  const fewer = items.filter(({ name }) => name !== 'b')
  expect(page(fewer, nextCursor, 2).items.map(({ name }) => name)).toEqual(['c', 'd'])
})

test('any text at all is either a cursor of the list or refused as a parameter', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => page([{ rank: 1, name: 'a' }], text, 1)).toThrow(
        'This cursor does not belong to this list',
      )
    }),
  )
})

test('what is absent sorts after everything', () => {
  expect([10, null, 9].toSorted((a, b) => compareAscending([a], [b]))).toEqual([9, 10, null])
})

test('a list is the same whatever the order of its filters, and whatever its page', () => {
  expect(listIdentity('slos', { team: 'a', sli: 'b', limit: 5 })).toBe(
    listIdentity('slos', { sli: 'b', cursor: 'x', team: 'a' }),
  )
  expect(listIdentity('slos', { team: 'a' })).not.toBe(listIdentity('slos', { team: 'b' }))
})
