import { describe, expect, it } from 'vitest'

import { comparableRemaining, describeSilence } from './silence.ts'

describe('silence', () => {
  it.each([
    [['no-data', 'no-data'], 'No measurements have arrived for anything in view.'],
    [['no-traffic', 'no-traffic'], 'Nobody asked for anything in view.'],
    [['no-data', 'no-traffic'], 'Of all in view nobody asked for anything, or no measurements have arrived.'],
    [['no-data', 'healthy'], null],
    [['no-traffic', 'open'], null],
    [[], null],
  ] as const)('of %j is told as %j', (states, words) => {
    expect(describeSilence(states)).toBe(words)
  })

  it('compares nothing: a budget nobody asked of is whole, and no better than others', () => {
    expect(comparableRemaining({ remaining: 1, state: 'no-traffic', total: 0 })).toBeNull()
    expect(comparableRemaining({ remaining: 1, state: 'healthy', total: 0 })).toBe(1)
    expect(comparableRemaining({ remaining: 0.9, state: 'no-data', total: 7 })).toBe(0.9)
    expect(comparableRemaining({ remaining: null, state: 'no-budget', total: 7 })).toBeNull()
  })
})
