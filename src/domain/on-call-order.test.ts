import { expect, test } from 'vitest'

import { onCallGroup, onCallRank } from './on-call-order.ts'

test('what burns stands under burning once, whatever its state', () => {
  expect(onCallGroup('exhausted', true)).toBe('burning')
  expect(onCallGroup('healthy', true)).toBe('burning')
  expect(onCallGroup('exhausted', false)).toBe('exhausted')
  expect(onCallGroup('broken', false)).toBeNull()
})

test('the fastest burn comes first, elsewhere the least left', () => {
  const fast = onCallRank({ group: 'burning', rate: 200, remaining: 0.9 })
  const slow = onCallRank({ group: 'burning', rate: 3, remaining: 0.1 })
  const spent = onCallRank({ group: 'exhausted', rate: null, remaining: -0.7 })
  expect(fast[0]).toBe(slow[0])
  expect(fast[1]).toBeLessThan(slow[1] ?? 0)
  expect(spent[0]).toBeGreaterThan(slow[0])
  expect(spent[1]).toBe(-0.7)
})
