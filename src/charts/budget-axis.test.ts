import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { budgetAxis } from './budget-axis.ts'

const remainingOf = (lowest: number) => budgetAxis(lowest).ticks.map(({ remaining }) => remaining)

describe('the axis of budget left', () => {
  test('reads 100, 50, 0 while nothing is overspent', () => {
    expect(remainingOf(0.4)).toEqual([1, 0.5, 0])
    expect(budgetAxis(0.4).floor).toBe(0)
  })

  test('goes as far below zero as the data', () => {
    expect(remainingOf(-0.62)).toEqual([1, 0.5, 0, -0.5])
    expect(budgetAxis(-0.62).floor).toBeLessThan(-0.62)
  })

  test('is broken beyond -150 % and names the lowest figure', () => {
    expect(budgetAxis(-1.5).isBroken).toBe(false)
    expect(budgetAxis(-4.2).isBroken).toBe(true)
    expect(remainingOf(-4.2)).toEqual([1, 0.5, 0, -0.5, -1, -1.5, -4.2])
  })

  test('deeper always stands lower, and nothing leaves the axis', () => {
    const remaining = fc.double({ min: -50, max: 1, noNaN: true })
    fc.assert(
      fc.property(remaining, remaining, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one]
        const axis = budgetAxis(low)
        expect(axis.placeOf(low)).toBeLessThanOrEqual(axis.placeOf(high))
        expect(axis.placeOf(low)).toBeGreaterThanOrEqual(axis.floor)
      }),
    )
  })
})
