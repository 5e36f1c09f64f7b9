import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createTokenBuckets } from './token-bucket.ts'

test('over any span no more is let through than was allowed at once and has come back since', () => {
  const steps = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), steps, (perMinute, waits) => {
      let at = 0
      const takeOne = createTokenBuckets({ perMinute, mostNames: 10, now: () => at })
      let passed = 0
      for (const wait of waits) {
        at += wait
        if (takeOne('a') === null) passed += 1
      }
      expect(passed).toBeLessThanOrEqual(perMinute + (at / 60_000) * perMinute + 1e-6)
    }),
  )
})

test('who waits as long as is said is let through, and not a whole second earlier than need be', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(100_000), (perMinute, start) => {
      let at = start
      const takeOne = createTokenBuckets({ perMinute, mostNames: 10, now: () => at })
      let wait = takeOne('a')
      while (wait === null) wait = takeOne('a')
      expect(wait).toBeGreaterThan(0)
      at += wait * 1000
      expect(takeOne('a')).toBeNull()
    }),
  )
})

test('names beyond the most that are kept push out those asked about longest ago', () => {
  const takeOne = createTokenBuckets({ perMinute: 1, mostNames: 2, now: () => 0 })
  expect([takeOne('a'), takeOne('b')]).toEqual([null, null])
  expect(takeOne('a')).toBe(60)
  takeOne('c')
  expect(takeOne('a')).toBe(60)
  expect(takeOne('b')).toBeNull()
})
