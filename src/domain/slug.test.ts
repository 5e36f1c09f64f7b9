import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { isSlug, slugFrom } from './slug.ts'

test.each([
  ['Gift cards', 'gift-cards'],
  ['Zahlungs-Übersicht (neu)', 'zahlungs-ubersicht-neu'],
  ['  -- a  b -- ', 'a-b'],
  ['!?', ''],
  ['GET /bookings/{id}', 'get-bookings-id'],
])('%s is called %s in addresses', (name, slug) => {
  expect(slugFrom(name)).toBe(slug)
})

test.each(['a', 'gift-cards', '2026-p12'])('%s may stand in an address', (name) => {
  expect(isSlug(name)).toBe(true)
})

test.each(['', '-a', 'a-', 'a--b', 'A', 'a b', 'ä', 'a_b'])('%j may not', (name) => {
  expect(isSlug(name)).toBe(false)
})

test('what is made of a name may stand in an address and stays as it is, or is nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const slug = slugFrom(name)
      expect(slug === '' || isSlug(slug)).toBe(true)
      expect(slugFrom(slug)).toBe(slug)
    }),
  )
})
