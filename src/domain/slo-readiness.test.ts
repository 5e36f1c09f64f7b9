import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { prerequisites, readinessItems, readinessOf } from './slo-readiness.ts'

describe('readiness for SLOs', () => {
  it('is the four attempts of the reference: each failed for the next missing item, the last did not', () => {
    const attempts = [1, 2, 3, 4].map((count) => readinessOf(new Set(readinessItems.slice(0, count))))
    expect(attempts.map(({ level, next }) => [level, next])).toEqual([
      [1, 'nominal'],
      [2, 'ownership'],
      [3, 'protected-time'],
      [4, null],
    ])
  })

  it('warns of an item whose earlier ones are missing', () => {
    expect(readinessOf(new Set(['observability', 'protected-time']))).toEqual({
      level: 1,
      next: 'nominal',
      outOfOrder: ['protected-time'],
    })
  })

  it('law: what counts and what is out of order is all that holds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...readinessItems)), (held) => {
        const { level, next, outOfOrder } = readinessOf(new Set(held))
        expect(level + outOfOrder.length).toBe(held.length)
        expect(next === null).toBe(level === readinessItems.length)
        if (next !== null) expect(held).not.toContain(next)
      }),
    )
  })

  it('asks for six things before all teams begin', () => {
    expect(prerequisites).toHaveLength(6)
  })
})
