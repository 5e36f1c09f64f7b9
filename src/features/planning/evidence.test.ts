import { expect, it } from 'vitest'

import { leaningOf } from './evidence.ts'

it.each([
  [3, 0, 'reliability'],
  [2, 0, 'reliability'],
  [1, 1, 'reliability'],
  [1, 0, 'a closer look'],
  [0, 2, 'a closer look'],
  [0, 0, 'features'],
] as const)(
  '%i broken periods of three and %i exhausted budgets lean to %s',
  (broken, exhausted, leaning) => {
    expect(leaningOf(broken, exhausted)).toBe(leaning)
  },
)
