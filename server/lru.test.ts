import { expect, test } from 'vitest'

import { createLru } from './lru.ts'

test('what was used longest ago goes first', () => {
  const cache = createLru<number>(2)
  cache.set('a', 1)
  cache.set('b', 2)
  cache.get('a')
  cache.set('c', 3)
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3])
})

test('a value set again does not count twice', () => {
  const cache = createLru<number>(2)
  cache.set('a', 1)
  cache.set('a', 2)
  cache.set('b', 3)
  expect([cache.get('a'), cache.get('b')]).toEqual([2, 3])
})

test('what is deleted is gone', () => {
  const cache = createLru<number>(2)
  cache.set('a', 1)
  cache.delete('a')
  expect(cache.get('a')).toBeUndefined()
})
