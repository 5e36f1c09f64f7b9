import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { capacitySigns, needSigns, signCount, type CapacityEvidence } from './capacity-need.ts'
import { coverageHints } from './on-call-staffing.ts'

const calm: CapacityEvidence = {
  fulfilmentRate: 0.9,
  rotationCount: 2,
  singlePersonCount: 0,
  hints: [null],
  tickets: 'flat',
  recovery: 'downward',
}

describe('signs that a team needs help', () => {
  it('are not seen where all is well', () => {
    expect(signCount(capacitySigns(calm))).toEqual({ seen: 0, unknown: 0 })
  })

  it.each([
    ['adherence', { fulfilmentRate: 0.899 }],
    ['on-call', { rotationCount: 0 }],
    ['on-call', { singlePersonCount: 1 }],
    ['on-call', { hints: [null, 'no-rotation-reliability-endangered'] }],
    ['on-call', { hints: ['consider-24x7'] }],
    ['tickets', { tickets: 'upward' }],
    ['recovery', { recovery: 'upward' }],
  ] as const)('%s is one: %j', (sign, evidence) => {
    const signs = capacitySigns({ ...calm, ...evidence })
    expect(needSigns.filter((one) => signs[one] === true)).toEqual([sign])
  })

  it('are no signs that nothing can be said of, and more cover than is needed is none either', () => {
    const silent = {
      fulfilmentRate: null,
      tickets: null,
      recovery: null,
      hints: ['more-than-needed'],
    } as const
    expect(capacitySigns({ ...calm, ...silent })).toEqual({
      adherence: null,
      'on-call': false,
      tickets: null,
      recovery: null,
    })
  })

  it('are at most four, with those that cannot be told', () => {
    const anyDirection = fc.constantFrom('upward' as const, 'downward' as const, 'flat' as const, null)
    fc.assert(
      fc.property(
        fc.record({
          fulfilmentRate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
          rotationCount: fc.nat(3),
          singlePersonCount: fc.nat(2),
          hints: fc.array(fc.constantFrom(...coverageHints, null), { maxLength: 3 }),
          tickets: anyDirection,
          recovery: anyDirection,
        }),
        (evidence) => {
          const { seen, unknown } = signCount(capacitySigns(evidence))
          expect(seen).toBeGreaterThanOrEqual(0)
          expect(seen + unknown).toBeLessThanOrEqual(4)
        },
      ),
    )
  })
})
