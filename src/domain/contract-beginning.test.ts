import { expect, test } from 'vitest'

import { contractFromHour, isSignedIn, notSigned, signedWithin } from './contract-beginning.ts'
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

test('what is told of a period in words: from when on it counts, or that it does not yet', () => {
  const period = { start: '2026-03-02T00:00:00Z', end: '2026-03-30T00:00:00Z' }
  expect(notSigned('2026-03-30', period)).toBe('Not yet signed: it holds from 30 Mar 2026 on')
  expect(notSigned('2026-03-29', period)).toBeNull()
  expect(notSigned(null, period)).toBeNull()
  expect(signedWithin('2026-03-29', period)).toBe('counted from 29 Mar 2026 on')
  for (const whole of ['2026-03-02', '2026-03-30', null]) expect(signedWithin(whole, period)).toBeNull()
})
