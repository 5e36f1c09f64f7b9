import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { grantOf, targetSegments } from './grant.ts'
import { PPB, targetAt } from './target.ts'
import { anyTargets, shortPeriod } from './testing/arbitraries.ts'

const anyPart = fc.record({
  total: fc.nat(1_000_000),
  ppb: fc.integer({ min: 0, max: PPB / 100_000 }).map((n) => n * 100_000),
})

describe('grant', () => {
  it('is exact wherever the exact sum is a whole number', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 4 }), (parts) => {
        const exact = parts.reduce((sum, part) => sum + BigInt(part.total) * BigInt(part.ppb), 0n)
        const grant = grantOf(parts)
        if (exact % BigInt(PPB) === 0n) expect(grant).toBe(Number(exact / BigInt(PPB)))
        else expect(grant).toBeCloseTo(Number(exact) / PPB, 6)
      }),
    )
  })

  it('does not lose an event to the rounding of parts', () => {
    // 0.7 + 0.1 + 0.2 is 0.9999999999999999 in binary.
    const parts = [7, 1, 2].map((total) => ({ total, ppb: PPB / 10 }))
    expect(grantOf(parts)).toBe(1)
    expect(grantOf([])).toBe(0)
  })
})

describe('target segments', () => {
  it('cover every hour once with the target in force', () => {
    fc.assert(
      fc.property(anyTargets, fc.nat(200), (targets, length) => {
        const from = shortPeriod.startHour - 50
        const segments = targetSegments(targets, from, from + length)
        let next = from
        for (const segment of segments) {
          expect(segment.fromHour).toBe(next)
          expect(segment.toHour).toBeGreaterThan(next)
          for (let hour = segment.fromHour; hour < segment.toHour; hour += 1) {
            expect(segment.ppb).toBe(Math.round((1 - targetAt(targets, hour)) * PPB))
          }
          next = segment.toHour
        }
        expect(next).toBe(from + length)
      }),
    )
  })

  it('judge hours before the first version by the first', () => {
    expect(targetSegments([{ fromHour: 50, target: 0.9 }], 10, 60)).toEqual([
      { fromHour: 10, toHour: 60, ppb: PPB / 10 },
    ])
    const changedAtStart = [
      { fromHour: 0, target: 0.9 },
      { fromHour: 10, target: 0.5 },
    ] as const
    expect(targetSegments(changedAtStart, 10, 60)).toEqual([{ fromHour: 10, toHour: 60, ppb: PPB / 2 }])
  })
})
