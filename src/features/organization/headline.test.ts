import { describe, expect, it } from 'vitest'

import { headline } from './headline.ts'

function period(number: number, kept: number, isOpen = false) {
  const name = `P${number}`
  const start = '2026-01-01T00:00:00Z'
  return {
    period: { id: `2026-${name}`, name, start, end: start, isOpen },
    kept,
    counted: 20,
    share: kept / 20,
  }
}

const marksOf = (...kept: readonly number[]) =>
  headline(kept.map((count, index) => period(index + 1, count)))?.last?.marks.replaceAll('\u202f', ' ')

describe('the organization in one sentence', () => {
  it('speaks of the last closed period, not of the open one', () => {
    const answer = headline([period(1, 12), period(2, 15), period(3, 20, true)])
    expect(answer?.last?.period.name).toBe('P2')
    expect(answer?.open?.period.name).toBe('P3')
  })

  it('counts from the last time the share was at half or below', () => {
    expect(marksOf(12, 9, 11, 12)).toBe('The share has been above 50 % since P3 and has not reached 90 %.')
    expect(marksOf(10, 11)).toBe('The share has been above 50 % since P2 and has not reached 90 %.')
    expect(marksOf(12, 13)).toBe(
      'The share has been above 50 % in every period shown and has not reached 90 %.',
    )
  })

  it('does not call half above half', () => {
    expect(marksOf(15, 10)).toBe('The share is not above 50 % and has not reached 90 %.')
  })

  it('says when nine in ten were reached', () => {
    expect(marksOf(18, 12)).toContain('reached 90 % in P1.')
    expect(marksOf(18, 19)).toContain('reached 90 % in 2 periods, first in P1.')
  })

  it('speaks of the open period alone before one has closed', () => {
    expect(headline([period(1, 18, true)])).toMatchObject({ last: null, open: { kept: 18, counted: 20 } })
  })

  it('says nothing where nothing is counted yet', () => {
    expect(headline([{ ...period(1, 0, true), counted: 0, share: null }])).toBeNull()
  })
})
