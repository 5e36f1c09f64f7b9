import { expect, it } from 'vitest'

import { badEventWords, formatBadShare } from './bad-events.ts'

it.each([
  [0.1151, '11.5'],
  [0.01, '1.0'],
  [1, '100.0'],
  [0.9998, '99.9'],
  [0.0042, '0.42'],
  [0.00007, '0.007'],
])('a share of %d is shown as %s %%, never as nothing, nor nearly all as all', (share, words) => {
  expect(formatBadShare(share)).toBe(words)
})

it('says what is bad in the words of the SLI', () => {
  expect(badEventWords({ sli: 'latency', thresholdMs: 400 })).toContain('longer than 400')
  expect(badEventWords({ sli: 'durability', thresholdMs: null })).toBe('events are bad')
})
