import { expect, test } from 'vitest'

import { ticketSummary } from './ticket-words.ts'

const period = (name: string, isOpen = false) => ({ id: name, name, start: '', end: '', isOpen })
const periods = [period('P1'), period('P2'), period('P3'), period('P4', true)]

test('an open period is never said to be a drop', () => {
  const summary = ticketSummary(
    {
      counts: [40, 60, 50, 2],
      averageRate: 0.17,
      averageDelta: 5,
      direction: 'upward',
      peakPeriodId: 'P2',
      withoutRow: 0,
    },
    periods,
    { fell: 1, of: 2 },
  )
  expect(summary).toBe(
    '50 tickets in P3, the latest closed period. +5 (+17\u202f%) from one period to the next, on average. ' +
      'The trend is upward. Most came in P2: 60 tickets. After 1 of 2 periods in which clauses of policies were met, fewer came.',
  )
})

test('with nothing closed there is nothing to say yet', () => {
  const totals = {
    counts: [7],
    averageRate: null,
    averageDelta: null,
    direction: null,
    peakPeriodId: null,
    withoutRow: 0,
  }
  expect(ticketSummary(totals, [period('P4', true)], { fell: 0, of: 0 })).toBe('No closed period is in view.')
})
