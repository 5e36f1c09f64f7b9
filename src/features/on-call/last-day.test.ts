import { expect, test } from 'vitest'

import type { BudgetHistory } from '../../contract/budget-history.ts'
import { lastDayOf } from './last-day.ts'

/** Two hours, the last of which took a tenth of the grant. */
const history = (remaining: number, good: number) =>
  ({
    dataUpTo: '2026-11-18T03:00:00Z',
    projections: [{ windowHours: 24, badPerHour: 1, exhaustedAt: '2026-11-20T00:00:00Z' }],
    periods: [
      {
        budget: { grant: 1_000, remaining },
        columns: {
          hour: ['2026-11-18T01:00:00Z', '2026-11-18T02:00:00Z'],
          good: [500, good],
          total: [500, 500],
        },
      },
    ],
  }) as unknown as BudgetHistory

test('ends where the budget does, if the last hour goes on and that is soon', () => {
  const { window, projections } = lastDayOf(history(0.5, 400))
  expect(window).toEqual({ from: '2026-11-17T03:00:00Z', to: '2026-11-18T10:00:00Z' })
  expect(projections.map(({ windowHours, exhaustedAt }) => [windowHours, exhaustedAt])).toEqual([
    [1, '2026-11-18T08:00:00Z'],
    [24, '2026-11-20T00:00:00Z'],
  ])
})

test('looks a few hours ahead where nothing is near, and adds no rate of an hour that took nothing', () => {
  const { window, projections } = lastDayOf(history(0.5, 500))
  expect(window.to).toBe('2026-11-18T07:00:00Z')
  expect(projections).toHaveLength(1)
})

test('finer slots move what is now, and neither the hour that is counted from nor what it ends with into the past', () => {
  const fineUpTo = (upTo: string) =>
    ({ upTo, columns: { hour: [], good: [], total: [], minutes: [5] } }) as never
  const endOf = (remaining: number, upTo: string) =>
    lastDayOf(history(remaining, 400), fineUpTo(upTo)).projections[0]?.exhaustedAt
  expect(endOf(0.5, '2026-11-18T03:30:00Z')).toBe('2026-11-18T08:00:00Z')
  expect(endOf(0.02, '2026-11-18T03:30:00Z')).toBe('2026-11-18T03:30:00Z')
})
