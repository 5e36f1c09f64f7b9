import { expect, test } from 'vitest'
import * as fc from 'fast-check'

import { dayFrom, dayOfMs, dayText, formatDay } from './day.ts'

test('a day survives the trip through its text', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 1_000_000 }), (day) => {
      expect(dayFrom(dayText(day))).toBe(day)
    }),
  )
})

test.each(['2026-02-29', '2026-13-01', '2026-04-31', '2026-1-1', '', '2026-11-18T00:00:00Z'])(
  '%s is no day',
  (text) => {
    expect(dayFrom(text)).toBeNull()
  },
)

test('days are those of UTC', () => {
  expect(dayText(dayOfMs(Date.parse('2026-11-17T23:59:59Z')))).toBe('2026-11-17')
  expect(dayText(dayOfMs(Date.parse('2026-11-18T00:00:00Z')))).toBe('2026-11-18')
  expect(formatDay('2027-02-01')).toBe('1 Feb 2027')
  expect(formatDay('some day')).toBe('some day')
})
