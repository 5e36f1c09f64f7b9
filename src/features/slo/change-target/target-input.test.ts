import fc from 'fast-check'
import { expect, test } from 'vitest'

import { targetChangeQuery } from '../../../contract/catalog-state.ts'
import { formatTarget } from '../../../domain/format.ts'
import { checkTarget } from './target-input.ts'

test.each([
  ['99.95', '0.9995'],
  ['99,95 %', '0.9995'],
  [' 100', '1'],
  ['5', '0.05'],
  ['99.9999999', '0.999999999'],
])('%j asks for %s', (typed, share) => {
  expect(checkTarget(typed, 0.99)).toEqual({ share, error: null })
})

test.each(['0', '101', '-1', '99.99999999', 'three nines', '1e2', '0.0'])(
  '%j is refused in words',
  (typed) => {
    expect(checkTarget(typed, 0.99)).toEqual({ share: null, error: expect.stringMatching(/target|percent/i) })
  },
)

test.each(['', '  ', '99', '99.0 %'])('%j changes nothing and is nothing wrong', (typed) => {
  expect(checkTarget(typed, 0.99)).toEqual({ share: null, error: null })
})

test('every target the screen can show can be typed, and comes to the API as it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (ppb) => {
      const { share } = checkTarget(formatTarget(ppb / 1e9), 2)
      expect(targetChangeQuery.parse({ target: share }).target).toBe(share)
      expect(Math.round(Number(share) * 1e9)).toBe(ppb)
    }),
  )
})
