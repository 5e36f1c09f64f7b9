import { expect, test } from 'vitest'

import { shownValue } from './mistake.ts'

test.each([0, 1])('what is shown of a long text ends in no half of a character, after %i more', (more) => {
  const shown = shownValue('x'.repeat(more) + '😀'.repeat(40)) ?? ''
  expect(shown.length).toBeLessThan(65)
  expect(shown).toMatch(/…$/)
  expect(shown.isWellFormed()).toBe(true)
})
