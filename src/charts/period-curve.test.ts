import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { periodCurve } from './period-curve.ts'

const box = { days: 4, width: 40, height: 22 }

test('a line falls from the full budget, and below zero it encloses what is owed', () => {
  const { line, debt, zeroY } = periodCurve({ ...box, daily: [0.5, 0, -0.5, -1] })
  expect(zeroY).toBe(10)
  expect(line).toBe('M0 0L10 5L20 10L30 15L40 20')
  expect(debt).toBe('M20 10L20 10L30 15L40 20L40 10Z')
})

test('it crosses zero between two days where the budget did', () => {
  expect(periodCurve({ ...box, daily: [1, 1, 0.5, -0.5] }).debt).toBe('M35 10L35 10L40 15L40 10Z')
})

test('a day that was not measured stays a gap', () => {
  expect(periodCurve({ ...box, daily: [0.5, null, 0.2, 0.1] }).line).toBe('M0 0L10 5M30 8L40 9')
})

test('a budget that kept something owes nothing, one far below zero stays in the picture', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }), (daily) => {
      expect(periodCurve({ ...box, daily }).debt).toBe('')
    }),
  )
  const { line } = periodCurve({ ...box, daily: [-9, -10] })
  expect(line).toBe('M0 0L10 22L20 22')
})
