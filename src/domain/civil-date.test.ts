import fc from 'fast-check'
import { expect, it } from 'vitest'

import { civilFromDay, dayFromCivil, mondayOf, monthName } from './civil-date.ts'

/** The platform's own calendar, an independent account of the same rules. */
const millisecondsPerDay = 86_400_000

it('every day has the date the platform gives it, over four thousand years', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 800_000 }), (day) => {
      const date = new Date(day * millisecondsPerDay)
      const civil = civilFromDay(day)
      expect(civil).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      })
      expect(dayFromCivil(civil.year, civil.month, civil.day)).toBe(day)
    }),
  )
})

it.each([
  ['the first day of a 400-year cycle', { year: 2000, month: 3, day: 1 }],
  ['the leap day that ends one', { year: 2000, month: 2, day: 29 }],
  ['the last February day of a century without one', { year: 1900, month: 2, day: 28 }],
])('%s', (_name, civil) => {
  const day = Date.UTC(civil.year, civil.month - 1, civil.day) / millisecondsPerDay
  expect(civilFromDay(day)).toEqual(civil)
  expect(dayFromCivil(civil.year, civil.month, civil.day)).toBe(day)
})

it('months are named as the platform names them in English', () => {
  for (let month = 1; month <= 12; month += 1) {
    const name = new Date(Date.UTC(2026, month - 1, 1)).toLocaleString('en-US', {
      month: 'short',
      timeZone: 'UTC',
    })
    expect(monthName(month)).toBe(name)
  }
})

it('weeks begin on Monday', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      const monday = mondayOf(day)
      expect(new Date(monday * millisecondsPerDay).getUTCDay()).toBe(1)
      expect(day - monday).toBeGreaterThanOrEqual(0)
      expect(day - monday).toBeLessThan(7)
    }),
  )
})
