import { expect, test } from 'vitest'

import { createKeptWhileValid } from './kept-while-valid.ts'

const at = (revision: number, mark: string | null) => ({ revision, mark })

test('a figure stays while nothing past has changed, whatever came anew', () => {
  const kept = createKeptWhileValid<string>(9)
  kept.set('figure', at(1, 'a'), 'worked out')
  expect(kept.get('figure', at(1, 'b'))).toBe('worked out')
})

test('it stays while only others have changed', () => {
  const kept = createKeptWhileValid<string>(9)
  kept.set('figure', at(1, 'a'), 'worked out')
  expect(kept.get('figure', at(2, 'a'))).toBe('worked out')
  expect(kept.get('figure', at(2, 'b')), 'and from then on as long as that has not').toBe('worked out')
})

test('it goes when it has changed itself', () => {
  const kept = createKeptWhileValid<string>(9)
  kept.set('figure', at(1, 'a'), 'worked out')
  expect(kept.get('figure', at(2, 'b'))).toBeUndefined()
})

test('a revision that was read before a change does not vouch for a mark that was read after it', () => {
  const kept = createKeptWhileValid<string>(9)
  kept.set('figure', at(1, 'a'), 'from before')
  expect(kept.get('figure', at(1, 'b'))).toBe('from before')
  expect(kept.get('figure', at(2, 'b'))).toBeUndefined()
})

test('where nobody tells one from another every change counts', () => {
  const kept = createKeptWhileValid<string>(9)
  kept.set('figure', at(1, null), 'worked out')
  expect(kept.get('figure', at(1, null))).toBe('worked out')
  expect(kept.get('figure', at(2, null))).toBeUndefined()
})
