import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { meanOfDays } from './mean-of-days.ts'

const days = fc.array(fc.option(fc.integer({ min: -200, max: 100 }), { nil: null }), { maxLength: 8 })

test.each([
  ['nothing of nothing', [], []],
  ['one budget is itself', [[1, null, 0.5]], [1, null, 0.5]],
  [
    'the mean of two',
    [
      [1, 0.8],
      [0, -0.2],
    ],
    [0.5, 0.3],
  ],
  [
    'a budget that began later has no part in the days before it was measured',
    [
      [1, 0.8],
      [null, 0],
    ],
    [1, 0.4],
  ],
])('%s', (_, budgets, mean) => {
  expect(meanOfDays(budgets).map((left) => left && Math.round(left * 100) / 100)).toEqual(mean)
})

test('the mean lies between the least and the most of its day, and is null only where nothing was measured', () => {
  fc.assert(
    fc.property(fc.array(days, { maxLength: 4 }), (budgets) => {
      for (const [day, mean] of meanOfDays(budgets).entries()) {
        const measured = budgets.map((own) => own[day] ?? null).filter((left) => left !== null)
        expect(mean === null).toBe(measured.length === 0)
        if (mean === null) continue
        expect(mean).toBeGreaterThanOrEqual(Math.min(...measured) - 1e-9)
        expect(mean).toBeLessThanOrEqual(Math.max(...measured) + 1e-9)
      }
    }),
  )
})
