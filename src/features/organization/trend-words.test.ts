import { expect, it } from 'vitest'

import type { PeriodIncidentsOnWire } from '../../contract/recovery-trend.ts'
import { outageWords, recoveryWords, ticketWords } from './trend-words.ts'

const period = (name: string) => ({
  id: `2026-${name}`,
  name,
  start: '2026-01-01T00:00:00Z',
  end: '2026-01-29T00:00:00Z',
  isOpen: false,
})
const [first, last] = [period('P1'), period('P11')]
const ends = { asOf: last, compare: first }

function incidents(of: typeof first, change: Partial<PeriodIncidentsOnWire>): PeriodIncidentsOnWire {
  return {
    period: of,
    count: 4,
    openCount: 0,
    meanRecoveryMinutes: 60,
    downtimeMinutes: 180,
    detectorKnownCount: 4,
    seenOutsideFirstCount: 2,
    ...change,
  }
}

const plain = (text: string) => text.replaceAll(/[\s\u202f]/g, ' ')

it('sets the mean time to recovery beside the downtime it can hide', () => {
  const words = recoveryWords(
    {
      recovery: { count: 2, meanMinutes: 45, line: null },
      byPeriod: [incidents(first, {}), incidents(last, { meanRecoveryMinutes: 30 })],
    },
    ends,
  )
  expect(plain(words.figure ?? '')).toBe('30 min')
  expect(plain(words.against)).toBe('on average in P11, −50 % against P1')
  expect(plain(words.summary)).toBe(
    'Fewer than three resolved incidents make no trend. Downtime 3 h in P11, 3 h in P1.',
  )
})

it('has no mean of a period in which nothing was resolved', () => {
  const byPeriod = [incidents(last, { meanRecoveryMinutes: null })]
  const { figure, against } = recoveryWords(
    { recovery: { count: 0, meanMinutes: null, line: null }, byPeriod },
    ends,
  )
  expect([figure, against]).toEqual([null, 'on average in P11'])
})

it('holds tickets against the earlier period', () => {
  const words = ticketWords(
    {
      periods: [first, last],
      totals: {
        counts: [200, 131],
        averageRate: -0.345,
        averageDelta: -69,
        direction: null,
        peakPeriodId: first.id,
        withoutRow: 0,
      },
    },
    ends,
  )
  expect([words.figure, plain(words.against), words.summary]).toEqual([
    '131',
    'opened in P11, −35 % against P1',
    'Mean change −69 per period.',
  ])
})

it('measures the drop of outages against what was typed in for the time before SRE', () => {
  const byPeriod = [
    incidents(first, {}),
    incidents(last, { seenOutsideFirstCount: 3, detectorKnownCount: 12 }),
  ]
  const reached = outageWords(byPeriod, ends, 9)
  expect([reached.figure, reached.against]).toEqual(['3', 'of 12 incidents in P11'])
  expect(plain(reached.summary)).toBe(
    '66 % below the 9 a period before SRE. The goal of more than 50 % is reached.',
  )
  expect(plain(outageWords(byPeriod, ends, 6).summary)).toBe(
    '50 % below the 6 a period before SRE. Goal: more than 50 % below.',
  )
  expect(plain(outageWords(byPeriod, ends, 2).summary)).toContain('50 % above')
})

it('invents no time before SRE', () => {
  const byPeriod = [incidents(first, {}), incidents(last, {})]
  expect(plain(outageWords(byPeriod, ends, null).summary)).toBe(
    '2 in P1. Goal: more than 50 % below the time before SRE, of which no figure is entered.',
  )
})

it('says that nothing is known rather than none', () => {
  const byPeriod = [incidents(last, { detectorKnownCount: 0, seenOutsideFirstCount: 0 })]
  expect(outageWords(byPeriod, ends, 9)).toEqual({
    figure: null,
    against: 'in P11',
    summary: 'Of no incident is known who saw it first.',
  })
})
