import fc from 'fast-check'
import { expect, test } from 'vitest'

import { countAxis, minutesAxis } from './value-axis.ts'

test.each([
  ['counts', countAxis],
  ['minutes', minutesAxis],
] as const)('the axis of %s holds every value, with few even ticks', (_, axis) => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (largest) => {
      const { most, ticks } = axis(largest)
      expect(most).toBeGreaterThanOrEqual(largest)
      expect(ticks[0]).toBe(0)
      expect(ticks.at(-1)).toBe(most)
      expect(ticks.length).toBeLessThanOrEqual(6)
      const step = ticks[1] ?? 0
      ticks.forEach((tick, at) => expect(tick).toBeCloseTo(at * step, 6))
    }),
  )
})

test.each([
  [0, [0, 1]],
  [5, [0, 1, 2, 3, 4, 5]],
  [137, [0, 50, 100, 150]],
])('up to %s tickets the ticks are %j', (largest, ticks) => {
  expect(countAxis(largest).ticks).toEqual(ticks)
})

test('an hour and a half is read in half hours, not in twenties of minutes', () => {
  expect(minutesAxis(95).ticks).toEqual([0, 30, 60, 90, 120])
})
