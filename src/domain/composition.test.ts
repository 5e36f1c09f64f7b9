import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import {
  cumulativeReliability,
  dependencyStrengths,
  failureModes,
  initialTarget,
  meetsTarget,
  neededPerPart,
  parallelReliability,
  reachableReliability,
  reachOfTarget,
  serialReliability,
  shareReaching,
  type ComposedDependency,
} from './composition.ts'
import { goldenCase, type GoldenCase } from './testing/golden.ts'

const asPercent = (share: number) => share * 100
/** By how much it is off, beyond what the case allows. */
const isOffBy = ({ tolerance }: GoldenCase, actual: number, expected: number) =>
  Math.max(0, Math.abs(actual - expected) - tolerance - 1e-9)

describe('parts in a row', () => {
  test.each(['GC-DEC-01', 'GC-DEC-04', 'GC-DEC-06'])('%s', (id) => {
    const golden = goldenCase(id)
    const actual = asPercent(serialReliability(golden.numbers('inputs', 'serial')))
    expect(isOffBy(golden, actual, golden.number('expected', 'reliability_percent'))).toBe(0)
  })

  test('GC-DEC-03: the product of all parts so far, not the sum of their shortfalls', () => {
    const golden = goldenCase('GC-DEC-03')
    const actual = cumulativeReliability(golden.numbers('inputs', 'serial')).map(asPercent)
    const expected = golden.numbers('expected', 'cumulative_percent_exact')
    expect(actual).toHaveLength(expected.length)
    for (const [at, one] of expected.entries()) expect(isOffBy(golden, actual[at] ?? 0, one)).toBe(0)
  })

  test('GC-DEC-06: seven of 99.99 % do not keep 99.95 %', () => {
    const golden = goldenCase('GC-DEC-06')
    const reliability = serialReliability(golden.numbers('inputs', 'serial'))
    const target = golden.number('inputs', 'target_percent') / 100
    expect(meetsTarget(reliability, target)).toBe(golden.flag('expected', 'meets'))
  })

  test('GC-DEC-05: what each of equal parts has to keep', () => {
    const golden = goldenCase('GC-DEC-05')
    const needed = neededPerPart(
      golden.number('inputs', 'target_percent') / 100,
      golden.number('inputs', 'n'),
    )
    expect(isOffBy(golden, asPercent(needed ?? 0), golden.number('expected', 'per_component_percent'))).toBe(
      0,
    )
  })

  test('GC-DEC-09: what each of thirty dependencies kept, were they equal', () => {
    const golden = goldenCase('GC-DEC-09')
    const needed = neededPerPart(
      golden.number('inputs', 'overall_percent') / 100,
      golden.number('inputs', 'dependencies'),
    )
    expect(isOffBy(golden, asPercent(needed ?? 0), golden.number('expected', 'per_dependency_percent'))).toBe(
      0,
    )
  })

  it('of none need nothing', () => {
    expect(neededPerPart(0.999, 0)).toBeNull()
    expect(serialReliability([])).toBe(1)
  })

  it('keep the target when each keeps what it has to', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 0.99999, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (target, count) => {
          const each = neededPerPart(target, count) ?? 0
          expect(meetsTarget(serialReliability(Array.from({ length: count }, () => each)), target)).toBe(true)
          expect(each).toBeGreaterThanOrEqual(target)
        },
      ),
    )
  })
})

test('GC-DEC-07: parts of which one is enough', () => {
  const golden = goldenCase('GC-DEC-07')
  const actual = asPercent(parallelReliability(golden.numbers('inputs', 'parallel')))
  expect(isOffBy(golden, actual, golden.number('expected', 'reliability_percent'))).toBe(0)
})

const anyShare = fc.double({ min: 0, max: 1, noNaN: true })
const anyDependency: fc.Arbitrary<ComposedDependency> = fc.record({
  reliability: anyShare,
  strength: fc.constantFrom(...dependencyStrengths),
  hasAdaptiveCapacity: fc.boolean(),
  failure: fc.constantFrom(...failureModes),
})
const anyDependencies = fc.array(anyDependency, { maxLength: 8 })

describe('what can be reached with dependencies', () => {
  const strong = { strength: 'strong', hasAdaptiveCapacity: false } as const

  it('is their product where they fail apart, and the weakest where they fail together', () => {
    const both = (failure: ComposedDependency['failure']) =>
      reachableReliability([
        { ...strong, reliability: 0.99, failure },
        { ...strong, reliability: 0.98, failure },
      ])
    expect(both('apart')).toBeCloseTo(0.9702, 12)
    expect(both('together')).toBe(0.98)
    expect(both('stand-in')).toBeCloseTo(0.9998, 12)
  })

  it('is touched by half the failures of one that is half caught, and by none of a soft one that is caught', () => {
    expect(dependencyStrengths.map((strength) => shareReaching(strength, true))).toEqual([1, 0.5, 0])
  })

  it('is touched by every failure that nothing catches', () => {
    expect(dependencyStrengths.map((strength) => shareReaching(strength, false))).toEqual([1, 1, 1])
  })

  it('is a share, and never more with one that fails apart in addition', () => {
    fc.assert(
      fc.property(anyDependencies, anyDependency, (some, one) => {
        const before = reachableReliability(some)
        expect(before).toBeGreaterThanOrEqual(0)
        expect(before).toBeLessThanOrEqual(1)
        expect(reachableReliability([...some, { ...one, failure: 'apart' }])).toBeLessThanOrEqual(before)
      }),
    )
  })

  it('never falls when a dependency gets better or adaptive capacity is put in place', () => {
    fc.assert(
      fc.property(anyDependencies, anyDependency, anyShare, (others, one, gain) => {
        const before = reachableReliability([...others, one])
        const better = { ...one, reliability: one.reliability + (1 - one.reliability) * gain }
        const caught = { ...one, hasAdaptiveCapacity: true }
        expect(reachableReliability([...others, better])).toBeGreaterThanOrEqual(before - 1e-12)
        expect(reachableReliability([...others, caught])).toBeGreaterThanOrEqual(before - 1e-12)
      }),
    )
  })

  it('does not depend on their order', () => {
    fc.assert(
      fc.property(anyDependencies, (some) => {
        expect(reachableReliability(some.toReversed())).toBeCloseTo(reachableReliability(some), 12)
      }),
    )
  })
})

test.each([
  [0.99, 0.995, 0.999, 'promised'],
  [0.998, 0.995, 0.999, 'kept'],
  [0.9995, 0.995, 0.999, 'beyond'],
  [0.995, 0.999, 0.99, 'beyond'],
  [0.99, 0.995, null, 'promised'],
  [0.999, 0.995, null, 'beyond'],
  [0.999, null, null, 'unlimited'],
] as const)('%d, of %d promised and %d kept, is %s', (target, promised, kept, expected) => {
  expect(reachOfTarget(target, { promised, kept })).toBe(expected)
})

describe('the target to begin with', () => {
  it.each([
    [0.9992, 0.999],
    [0.999, 0.999],
    [0.9989, 0.998],
    [1, 0.99999],
    [0.89, null],
  ])('for %d is %s', (reach, expected) => {
    expect(initialTarget(reach)).toBe(expected)
  })

  it('always lies within reach', () => {
    fc.assert(
      fc.property(anyShare, (reach) => {
        expect(meetsTarget(reach, initialTarget(reach) ?? 0)).toBe(true)
      }),
    )
  })
})
