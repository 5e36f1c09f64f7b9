import { expect, test } from 'vitest'

import { depletionBetween, evenPaceSpeed, exhaustionInSight, lastHour } from './budget-pace.ts'

const columns = {
  hour: ['2026-11-18T00:00:00Z', '2026-11-18T01:00:00Z', '2026-11-18T02:00:00Z'],
  good: [100, 90, 80],
  total: [100, 100, 100],
}

test('what hours took of the grant, the last one left out', () => {
  expect(depletionBetween(columns, 200, '2026-11-18T01:00:00Z', '2026-11-18T02:00:00Z')).toBe(0.05)
  expect(depletionBetween(columns, 200, '2026-11-18T00:00:00Z', '2026-11-19T00:00:00Z')).toBe(0.15)
  expect(depletionBetween(columns, 0, '2026-11-18T00:00:00Z', '2026-11-19T00:00:00Z')).toBeNull()
})

test('the last hour says how fast it goes and how long that can go on', () => {
  expect(lastHour(columns, 200, 0.25)).toEqual({ speed: 10, hoursLeft: 2.5 })
  expect(lastHour(columns, 200, -0.1)).toEqual({ speed: 10, hoursLeft: null })
  expect(lastHour({ hour: ['h'], good: [5], total: [5] }, 200, 1)).toEqual({ speed: 0, hoursLeft: null })
  expect(lastHour({ hour: [], good: [], total: [] }, 200, 1)).toBeNull()
  expect(lastHour(columns, 200, null)).toBeNull()
})

test('the even pace of four weeks is 0.15 % an hour', () => {
  expect(evenPaceSpeed(672)).toBeCloseTo(0.1488, 4)
})

test('the end in sight is what happened, else what the rates say, else what the last hour would bring in this period', () => {
  const end = 100
  expect(exhaustionInSight(5, 20, 10, end)).toEqual({ atMs: 5, by: 'fact', soonerMs: null })
  expect(exhaustionInSight(null, 20, 10, end)).toEqual({ atMs: 20, by: 'rates', soonerMs: 10 })
  expect(exhaustionInSight(null, 20, 20, end)).toEqual({ atMs: 20, by: 'rates', soonerMs: null })
  expect(exhaustionInSight(null, 20, null, end)).toEqual({ atMs: 20, by: 'rates', soonerMs: null })
  expect(exhaustionInSight(null, null, 99, end)).toEqual({ atMs: 99, by: 'last-hour', soonerMs: null })
  expect(exhaustionInSight(null, null, 100, end)).toBeNull()
  expect(exhaustionInSight(null, null, null, end)).toBeNull()
})
