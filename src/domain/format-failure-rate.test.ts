import fc from 'fast-check'
import { expect, it } from 'vitest'

import { formatFailureRate } from './format-failure-rate.ts'

it.each([
  [0, '0 %'],
  [0.0001, '0.1 %'],
  [0.0979, '9.8 %'],
  [0.07, '7 %'],
  [0.125, '13 %'],
  [0.999, '99 %'],
  [1, '100 %'],
])('%d is %s', (share, text) => {
  expect(formatFailureRate(share)).toBe(text.replace(' ', '\u202f'))
})

it('never reads as fewer failures than there were, but for what is hardly less than all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 990 }), (tenths) => {
      expect(Number.parseFloat(formatFailureRate(tenths / 1000))).toBeGreaterThanOrEqual(tenths / 10 - 1e-9)
    }),
  )
})
