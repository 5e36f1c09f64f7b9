import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { weekCoverage, weekdays } from './on-call-coverage.ts'
import type { Shift } from './on-call-coverage.ts'
import { joinedSpans, totalLength } from './span.ts'
import { clock, rotation } from './testing/rotations.ts'

describe('laws of coverage', () => {
  const anyShift: fc.Arbitrary<Shift> = fc.record({
    weekdays: fc.subarray([...weekdays]),
    from: fc.integer({ min: 0, max: 23 }).map(clock),
    to: fc.integer({ min: 0, max: 24 }).map(clock),
  })
  const anyOffset = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15)
  const anyRotations = fc.array(
    fc
      .tuple(fc.array(anyShift, { maxLength: 3 }), fc.nat(1), anyOffset)
      .map(([shifts, backupPeople, utcOffsetMinutes]) =>
        rotation(shifts, { backupPeople, utcOffsetMinutes }),
      ),
    { maxLength: 4 },
  )

  it('covered hours and gaps make up the week', () => {
    fc.assert(
      fc.property(anyRotations, (rotations) => {
        const { covered, gaps, coveredHours, gapHours, hoursByDay, doublyCoveredHours } =
          weekCoverage(rotations)
        expect(totalLength(covered) + totalLength(gaps)).toBe(168)
        expect(coveredHours + gapHours).toBe(168)
        expect(hoursByDay.reduce((sum, hours) => sum + hours, 0)).toBe(coveredHours)
        expect(doublyCoveredHours).toBeLessThanOrEqual(coveredHours)
        expect(joinedSpans(covered)).toEqual(covered)
      }),
    )
  })

  it('the order of rotations changes nothing', () => {
    fc.assert(
      fc.property(anyRotations, (rotations) => {
        expect(weekCoverage(rotations.toReversed())).toEqual(weekCoverage(rotations))
      }),
    )
  })

  it('a rotation cut in two covers what it covered', () => {
    fc.assert(
      fc.property(
        fc.array(anyShift, { maxLength: 4 }),
        fc.nat(4),
        anyOffset,
        (shifts, at, utcOffsetMinutes) => {
          const whole = weekCoverage([rotation(shifts, { utcOffsetMinutes })])
          const parts = [shifts.slice(0, at), shifts.slice(at)].map((some) =>
            rotation(some, { utcOffsetMinutes }),
          )
          expect(weekCoverage(parts).covered).toEqual(whole.covered)
          expect(weekCoverage(parts).gaps).toEqual(whole.gaps)
        },
      ),
    )
  })

  it('where on earth the people are changes when it is covered, not how long', () => {
    fc.assert(
      fc.property(fc.array(anyShift, { maxLength: 4 }), anyOffset, (shifts, utcOffsetMinutes) => {
        const there = weekCoverage([rotation(shifts, { utcOffsetMinutes })])
        expect(there.coveredHours).toBeCloseTo(weekCoverage([rotation(shifts)]).coveredHours, 9)
      }),
    )
  })

  it('one more rotation never takes cover away', () => {
    fc.assert(
      fc.property(anyRotations, anyShift, (rotations, shift) => {
        const before = weekCoverage(rotations)
        const after = weekCoverage([...rotations, rotation([shift])])
        expect(after.coveredHours).toBeGreaterThanOrEqual(before.coveredHours)
        expect(after.longestGapHours).toBeLessThanOrEqual(before.longestGapHours)
      }),
    )
  })
})
