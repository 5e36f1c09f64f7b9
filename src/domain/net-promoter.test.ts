import fc from 'fast-check'
import { expect, test } from 'vitest'

import { meanAnswer, netPromoter } from './net-promoter.ts'

const none = Array.from({ length: 11 }, () => 0)

test('promoters answer 9 or 10, detractors 0 to 6, and the others only count', () => {
  const counts = [0, 0, 0, 0, 0, 0, 20, 10, 10, 30, 30]
  expect(netPromoter(counts)).toEqual({ answers: 100, promoters: 0.6, detractors: 0.2, score: 40 })
  expect(meanAnswer([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3])).toBe(7.5)
})

test('without an answer there is no score', () => {
  expect(netPromoter(none)).toBeNull()
  expect(meanAnswer(none)).toBeNull()
})

test('law: the score lies between -100 and 100 and is that of the same answers given twice', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 11, maxLength: 11 }), (counts) => {
      const found = netPromoter(counts)
      if (found === null) return
      expect(found.score).toBeGreaterThanOrEqual(-100)
      expect(found.score).toBeLessThanOrEqual(100)
      expect(netPromoter(counts.map((count) => count * 2))?.score).toBeCloseTo(found.score, 9)
    }),
  )
})
