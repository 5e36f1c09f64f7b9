import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { checkBucketRow, EARLIEST_HOUR } from './bucket-check.ts'
import { isoFromHour } from './hours.ts'

const NOW = 498_651
const row = { hour: NOW - 1, good: 3, total: 7 }
const refusal = (change: Partial<typeof row>) => checkBucketRow({ ...row, ...change }, NOW)

describe('a bucket', () => {
  it('is taken when its hour is over and its counts can be true', () => {
    const taken = fc.record({
      hour: fc.integer({ min: EARLIEST_HOUR, max: NOW - 1 }),
      total: fc.maxSafeNat(),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(taken, ({ hour, total, share }) => {
        expect(checkBucketRow({ hour, total, good: Math.floor(total * share) }, NOW)).toBeNull()
      }),
    )
  })

  it('is refused for the hour under way and every later one, in words that name both ends', () => {
    expect(refusal({ hour: NOW })).toMatchObject({ field: 'hour', value: NOW })
    expect(refusal({ hour: NOW })?.detail).toContain(`ends ${isoFromHour(NOW + 1)}`)
    expect(refusal({ hour: NOW })?.detail).toContain(`up to ${isoFromHour(NOW)}`)
    fc.assert(
      fc.property(fc.integer({ min: NOW, max: Number.MAX_SAFE_INTEGER }), (hour) => {
        expect(refusal({ hour })?.field).toBe('hour')
      }),
    )
  })

  it('takes the first hour of the century and none before: a missing time is no time', () => {
    expect(isoFromHour(EARLIEST_HOUR)).toBe('2000-01-01T00:00:00Z')
    expect(refusal({ hour: EARLIEST_HOUR })).toBeNull()
    expect(refusal({ hour: EARLIEST_HOUR - 1 })?.detail).toContain('before 2000-01-01T00:00:00Z')
    expect(refusal({ hour: 0 })?.field).toBe('hour')
    expect(refusal({ hour: -5 })?.field).toBe('hour')
  })

  it('names an hour beyond the calendar without an address in it', () => {
    expect(refusal({ hour: 70_389_526 })?.detail).toContain('ends 9999-12-31T23:00:00Z')
    expect(refusal({ hour: 70_389_527 })?.detail).toContain('far in the future')
  })

  test.each([
    ['hour', { hour: NOW - 1.5 }],
    ['hour', { hour: Number.NaN }],
    ['good', { good: -1 }],
    ['good', { good: 0.5 }],
    ['good', { good: Number.NaN }],
    ['good', { good: 8 }],
    ['total', { total: 7.5 }],
    ['total', { total: Number.POSITIVE_INFINITY }],
    ['total', { total: 2 ** 53 }],
  ] as const)('is refused for its %s in %o', (field, change) => {
    const refused = refusal(change)
    expect(refused?.field).toBe(field)
    expect(refused?.detail).toContain(String(Object.values(change)[0]))
    expect(refused?.hint).not.toBe('')
  })

  it('may be empty, and may be good throughout', () => {
    expect(refusal({ good: 0, total: 0 })).toBeNull()
    expect(refusal({ good: 7, total: 7 })).toBeNull()
  })
})
