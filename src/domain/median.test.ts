import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { median } from './median.ts'

test.each([
  [[], null],
  [[7], 7],
  [[9, 1], 5],
  [[3, 1, 2], 2],
  [[10, 2, 4, 3], 3.5],
  [[100, 20, 3], 20],
])('the median of %j is %j', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test('as many values lie on either side, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const middle = median(values) ?? Number.NaN
      const below = values.filter((value) => value < middle).length
      const above = values.filter((value) => value > middle).length
      expect(below).toBeLessThanOrEqual(values.length / 2)
      expect(above).toBeLessThanOrEqual(values.length / 2)
      expect(median(values.toReversed())).toBe(middle)
    }),
  )
})
