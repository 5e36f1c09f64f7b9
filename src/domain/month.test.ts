import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { hourFromIso } from './hours.ts'
import { formatMonth, monthFrom, monthOfHour, monthOfPeriod, monthPattern, monthText } from './month.ts'

const hourOf = (iso: string) => hourFromIso(iso) ?? Number.NaN

test.each([
  ['2026-01', 'Jan 2026'],
  ['2026-03', 'Mar 2026'],
  ['2026-12', 'Dec 2026'],
  ['1000-10', 'Oct 1000'],
])('%s reads %s', (text, words) => {
  expect(text).toMatch(monthPattern)
  expect(formatMonth(text)).toBe(words)
})

test.each(['2026-00', '2026-13', '2026-1', '0026-01', '3026-01', 'x2026-01', '2026-011', '2026-20'])(
  '%s is no month',
  (text) => {
    expect(text).not.toMatch(monthPattern)
  },
)

test('months count on over the turn of a year, and back into the same text', () => {
  expect(monthFrom('2027-01') - monthFrom('2026-12')).toBe(1)
  fc.assert(
    fc.property(fc.integer({ min: 1000 * 12, max: 2999 * 12 + 11 }), (month) => {
      expect(monthFrom(monthText(month))).toBe(month)
      expect(monthText(month)).toMatch(monthPattern)
    }),
  )
})

test('an hour lies in the month of its day in UTC, the last before the turn included', () => {
  expect(monthText(monthOfHour(hourOf('2026-11-30T23:00:00Z')))).toBe('2026-11')
  expect(monthText(monthOfHour(hourOf('2026-12-01T00:00:00Z')))).toBe('2026-12')
})

test('a period belongs to the month in which it ends', () => {
  expect(monthText(monthOfPeriod({ endHour: hourOf('2026-12-01T00:00:00Z') }))).toBe('2026-11')
  expect(monthText(monthOfPeriod({ endHour: hourOf('2026-12-01T01:00:00Z') }))).toBe('2026-12')
})
