import { describe, expect, it } from 'vitest'

import type { FeaturesOrReliability, FindingOnWire } from '../../../contract/features-or-reliability.ts'
import { planningViewCodec } from '../../../url/planning-view.ts'
import { decisionSeed } from './decision-seed.ts'

const row: FindingOnWire = {
  id: 'ledger.availability.post-entries_prod-us',
  service: 'ledger',
  team: 'payments',
  endpoint: { slug: 'post-entries', verb: 'POST', path: '/entries' },
  deployment: 'prod-us',
  slo: {
    slug: 'post-entries',
    sli: 'availability',
    sliName: 'Availability',
    target: 0.999,
    thresholdMs: null,
  },
  figure: -1.38,
  of: null,
  longestMs: null,
  requests: null,
  failures: null,
  isLowTraffic: false,
  remaining: -1.38,
  isPicked: true,
}
const period = (id: string, start: string, end: string, isOpen = false) => {
  const at = (day: string) => `${day}T00:00:00Z`
  return { id, name: id.replace(/^\d+-P0?/, 'P'), start: at(start), end: at(end), isOpen }
}
const p11 = period('2026-P11', '2026-10-05', '2026-11-02')

function answerOf(rows: readonly FindingOnWire[], leansTo: 'features' | 'reliability' | null) {
  const answer: FeaturesOrReliability = {
    period: p11,
    periods: [p11],
    closedPeriods: [p11],
    decisionFor: period('2026-P13', '2026-11-30', '2027-01-04', true),
    reviewIn: period('2027-P01', '2027-01-04', '2027-02-01', true),
    scope: { teams: [{ slug: 'payments', name: 'Payments' }], serviceCount: 4, deployments: [] },
    picks: 3,
    isMerged: true,
    lists: [
      { list: 'deepest', question: 2, rows: [...rows], next: null, rankedCount: rows.length, empty: null },
    ],
    shortlist: [],
    outcome: {
      length: 1,
      says: 'It is short.',
      ownLength: 1,
      leftOutCount: 0,
      addedCount: 0,
      shortest: 3,
      longest: 18,
      candidates: 40,
      leansTo,
      leaning: 'The data lean nowhere.',
      rule: null,
      tellingPicks: null,
    },
    decided: null,
    dataUpTo: '2026-11-18T03:00:00Z',
  }
  return answer
}
const view = { ...planningViewCodec.parse({}), team: ['payments'] }

describe('what goes into the record', () => {
  it('is what is picked with its figures, and where they stand for good', () => {
    const { answers } = decisionSeed(answerOf([row, { ...row, isPicked: false }], 'features'), view, 0.4)
    expect(answers[0]).toEqual({
      question: 'Who ends deepest below zero? (P11)',
      answer: '',
      figures: [{ label: 'ledger POST /entries Availability, prod-us', value: '−138\u202f%' }],
      href: '/indicators/premature-exhaustion?team=payments&from=2026-10-05T00%3A00%3A00Z&to=2026-11-02T00%3A00%3A00Z&at=2026-11-18T03%3A00%3A00Z&sort=remaining',
    })
    expect(answers.at(-1)?.href).toBe('/planning?team=payments&period=2026-P11&at=2026-11-18T03%3A00%3A00Z')
  })

  it('is no longer than a record may be', () => {
    const ties = Array.from({ length: 70 }, (_, at) => ({ ...row, id: `${row.id}-${at}` }))
    const [first] = decisionSeed(answerOf(ties, 'features'), view, 0.4).answers
    expect([first?.figures.length, first?.answer]).toEqual([60, 'And 10 more'])
  })

  it('is the split, with whose it is and until when it holds', () => {
    const seed = decisionSeed(answerOf([row], 'features'), view, 0.6)
    expect(seed).toMatchObject({
      subject: { team: 'payments', deployment: null },
      split: { teams: ['payments'], period: '2026-P13', reliability: 0.6 },
      isAgainst: true,
      validFrom: '2026-11-30',
      nextReview: '2027-01-04',
    })
    expect(seed.decision).toMatch(/60.% of the capacity goes to reliability, 40.% to features/)
    const several = { ...view, team: ['payments', 'booking'] }
    expect(decisionSeed(answerOf([row], null), several, 0.6)).toMatchObject({
      subject: { team: null },
      outcome: { leansTo: null },
      isAgainst: false,
    })
  })
})
