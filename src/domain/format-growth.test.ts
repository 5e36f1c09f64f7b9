import { describe, expect, it } from 'vitest'

import { formatDelta, formatGrowth } from './format-growth.ts'
import { goldenCase } from './testing/golden.ts'
import { ticketGrowth } from './trend.ts'

describe('growth', () => {
  it('GC-T03b: 17 % and 8 tickets, as the book prints them', () => {
    const { averageRate, averageDelta } = ticketGrowth(
      goldenCase('GC-T03b').numbers('inputs', 'tickets_by_period'),
    )
    expect(formatGrowth(averageRate ?? Number.NaN)).toBe('+17')
    expect(formatDelta(averageDelta ?? Number.NaN)).toBe('+8')
  })

  it.each([
    [0, '0'],
    [0.28, '+28'],
    [0.175, '+18'],
    [-0.5, '−50'],
    [-0.175, '−18'],
    [0.01, '+1'],
    [0.0099, '+1'],
    [0.004, '+0.4'],
    [-0.004, '−0.4'],
    [0.0001, '+0.1'],
    [-0.0001, '−0.1'],
    [3.555, '+356'],
  ])('of %s is %s %', (rate, text) => {
    expect(formatGrowth(rate)).toBe(text)
  })

  it.each([
    [0, '0'],
    [8, '+8'],
    [10 / 3, '+3.3'],
    [-3.55, '−3.6'],
    [0.01, '+0.1'],
    [-0.01, '−0.1'],
  ])('by %s tickets is %s', (delta, text) => {
    expect(formatDelta(delta)).toBe(text)
  })
})
