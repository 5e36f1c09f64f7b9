import { expect, test } from 'vitest'

import { startsByDay } from './starts-by-day.ts'

const hours = (first: string, left: readonly (number | null)[]) => ({
  at: left.map((_, hour) => new Date(Date.parse(first) + hour * 3_600_000).toISOString().replace('.000', '')),
  left: [...left],
})

test('of each day the hour with most room and the one with least, of equal ones the first', () => {
  const starts = hours('2026-11-18T21:00:00Z', [0.5, 0.2, 0.2, 0.4, 0.4, -0.1])
  expect(startsByDay(starts, 'UTC').map(({ best, worst }) => [best, worst])).toEqual([
    [
      { at: '2026-11-18T21:00:00Z', left: 0.5 },
      { at: '2026-11-18T22:00:00Z', left: 0.2 },
    ],
    [
      { at: '2026-11-19T00:00:00Z', left: 0.4 },
      { at: '2026-11-19T02:00:00Z', left: -0.1 },
    ],
  ])
})

test('days are those of the viewer', () => {
  const starts = hours('2026-11-18T21:00:00Z', [0.5, 0.2, 0.3])
  expect(startsByDay(starts, 'Europe/Berlin').map(({ best }) => best.at)).toEqual([
    '2026-11-18T21:00:00Z',
    '2026-11-18T23:00:00Z',
  ])
})

test('where no budget tells there is no day', () => {
  expect(startsByDay(hours('2026-11-18T21:00:00Z', [null, null]), 'UTC')).toEqual([])
})
