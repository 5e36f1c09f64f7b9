import fc from 'fast-check'
import { expect, it } from 'vitest'

import { formatReliability } from './format-reliability.ts'

it.each([
  [1, '100'],
  [0.9965052, '99.65'],
  [0.997 * 0.995, '99.20'],
  [0.9999285, '99.992'],
  [0.99999, '99.9990'],
  [0.5, '50.00'],
  [0, '0.00'],
])('%d reads %s', (share, text) => {
  expect(formatReliability(share)).toBe(text)
})

it('never promises more than there is, and 100 only where nothing fails', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999_999_9, noNaN: true }), (share) => {
      const shown = Number(formatReliability(share))
      expect(shown).toBeLessThanOrEqual(share * 100 + 1e-6)
      expect(shown).toBeLessThan(100)
    }),
  )
})
