import { expect, test } from 'vitest'

import { contractFromHour, isSignedIn } from './contract-beginning.ts'
import { hourFromIso } from './hours.ts'

test('a contract judges from the first hour of its day on, in UTC', () => {
  expect(contractFromHour('2026-03-01')).toBe(hourFromIso('2026-03-01T00:00:00Z'))
})

test('one of which nobody said since when it holds judges every hour', () => {
  expect(contractFromHour(null)).toBe(-Infinity)
  expect(isSignedIn(null, { endHour: -600_000 })).toBe(true)
})

test('a period that ends with the day before is none of its own, one that an hour more has is', () => {
  const endHour = contractFromHour('2026-03-01')
  expect(isSignedIn('2026-03-01', { endHour })).toBe(false)
  expect(isSignedIn('2026-03-01', { endHour: endHour + 1 })).toBe(true)
})
