import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Exclusion } from './correction.ts'
import { type LateChange, restatedAt } from './restatement.ts'

/** Two days: hours 24 to 72. */
const period = { startHour: 24, endHour: 72 }
const AT = '1970-01-05T07:30:00Z'

function late(change: Partial<LateChange> = {}): LateChange {
  return { fromHour: 48, toHour: 72, heldFromHour: 0, heldToHour: 100, at: AT, ...change }
}

function exclusion(at: string): Exclusion {
  const signed = { id: 'x', author: 'ada', reason: 'Tests', at, withdrawnAt: null }
  return { ...signed, kind: 'exclusion', fromHour: 30, toHour: 31 }
}

describe('a period is restated', () => {
  test('by hours of it that came when the series had already come to its end', () => {
    expect(restatedAt([], [late()], period)).toBe(AT)
  })

  test('by the last of several changes, whatever made them', () => {
    const earlier = late({ at: '1970-01-04T10:00:00Z' })
    expect(restatedAt([], [late(), earlier], period)).toBe(AT)
    expect(restatedAt([exclusion('1970-01-06T00:00:00Z')], [late()], period)).toBe('1970-01-06T00:00:00Z')
    expect(restatedAt([exclusion('1970-01-04T00:00:00Z')], [late()], period)).toBe(AT)
  })

  test('by hours from before its series was known to begin in it', () => {
    expect(restatedAt([], [late({ fromHour: 24, toHour: 48, heldFromHour: 50 })], period)).toBe(AT)
  })
})

describe('a period is not restated', () => {
  test('by hours of another period', () => {
    expect(restatedAt([], [late({ fromHour: 72, toHour: 96, heldToHour: 200 })], period)).toBeNull()
    expect(restatedAt([], [late({ fromHour: 0, toHour: 24 })], period)).toBeNull()
  })

  test('by hours that came while the series had not come to its end', () => {
    expect(restatedAt([], [late({ heldToHour: 71 })], period)).toBeNull()
  })

  test('when it is filled for the first time, long before the series was known to begin', () => {
    expect(restatedAt([], [late({ heldFromHour: 72 })], period)).toBeNull()
  })
})

test('what comes late restates at most what ended before it, at a time at which something came', () => {
  const hour = fc.integer({ min: 0, max: 400 })
  const change = fc.record({ day: fc.nat(10), heldFromHour: hour, heldToHour: hour, second: fc.nat(59) })
  fc.assert(
    fc.property(fc.array(change), fc.nat(10), fc.integer({ min: 1, max: 5 }), (changes, startDay, days) => {
      const told = changes.map(({ day, second, ...held }) => ({
        ...held,
        fromHour: day * 24,
        toHour: (day + 1) * 24,
        at: `1970-02-01T00:00:${String(second).padStart(2, '0')}Z`,
      }))
      const span = { startHour: startDay * 24, endHour: (startDay + days) * 24 }
      const restated = restatedAt([], told, span)
      const possible = told.filter(({ heldToHour }) => heldToHour >= span.endHour).map(({ at }) => at)
      expect(restated === null || possible.includes(restated)).toBe(true)
      // Nothing that is told in addition takes a restatement back.
      for (let count = 0; count <= told.length; count += 1) {
        const before = restatedAt([], told.slice(0, count), span)
        expect(before === null || (restated !== null && restated >= before)).toBe(true)
      }
    }),
  )
})
