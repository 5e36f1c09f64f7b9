import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { priorityByLevel, priorityByVelocity } from './incident-priority.ts'
import { goldenCase } from './testing/golden.ts'

describe('the priority by what is left', () => {
  it.each(['GC-INC-01', 'GC-INC-03'])('%s', (id) => {
    const golden = goldenCase(id)
    const remaining = golden.number('inputs', 'remaining_percent') / 100
    expect(priorityByLevel(remaining, golden.flag('inputs', 'projected_premature'))).toBe(
      golden.value('expected', 'priority'),
    )
  })

  it.each([
    [-0.5, 1],
    [0.2, 1],
    [1 - 0.8, 1],
    [0.201, 2],
    [0.4, 2],
    [0.401, 3],
    [0.6, 3],
    [0.601, 4],
    [0.1 + 0.7, 4],
    [1 - 0.2 + Number.EPSILON, 4],
    [0.801, null],
    [1, null],
  ])('%s left: %s', (remaining, priority) => {
    expect(priorityByLevel(remaining, true)).toBe(priority)
    expect(priorityByLevel(remaining, false)).toBeNull()
  })
})

describe('the priority by how fast it went', () => {
  const windows = [5, 10, 15, 20] as const
  const by = (...shares: readonly number[]) =>
    priorityByVelocity((minutes) => shares[windows.findIndex((window) => window === minutes)] ?? Number.NaN)

  it.each(['GC-INC-04', 'GC-INC-06'])('%s', (id) => {
    const golden = goldenCase(id)
    const shares = windows.map((minutes) => golden.number('inputs', 'windows', minutes) / 100)
    expect(by(...shares)).toBe(golden.number('expected', 'priority'))
  })

  it.each<[number | null, readonly number[]]>([
    [1, [0.751, 0.8, 0.8, 0.8]],
    [2, [0.75, 0.8, 0.8, 0.8]],
    [2, [0.1, 0.501, 0.6, 0.6]],
    [3, [0.1, 0.5, 0.5, 0.5]],
    [3, [0.1, 0.1, 0.251, 0.3]],
    [4, [0.1, 0.1, 0.25, 0.251]],
    [null, [0.1, 0.1, 0.25, 0.25 + Number.EPSILON]],
    [null, [0, 0, 0, 0]],
  ])('%s for %j', (priority, shares) => {
    expect(by(...shares)).toBe(priority)
  })

  it('never falls when more is depleted', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, share, share, share, (a, b, c, d, more) => {
        const before = by(a, b, c, d) ?? 5
        expect(by(a + more, b + more, c + more, d + more) ?? 5).toBeLessThanOrEqual(before)
      }),
    )
  })
})
