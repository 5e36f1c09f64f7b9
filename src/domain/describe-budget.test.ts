import { describe, expect, it } from 'vitest'

import { describeBurnDown, describeBurning } from './describe-budget.ts'
import type { BurnDownFacts } from './describe-budget.ts'
import { closedStates, openStates } from './state.ts'

const open: BurnDownFacts = {
  subject: 'POST /charge in prod-eu',
  periodName: 'P12',
  isOpen: true,
  state: 'at-risk',
  remaining: 0.31,
  pacePercent: 42,
  exhaustedAtText: null,
  projectedText: null,
  episodeCount: 0,
  fastest: null,
}

const closed: BurnDownFacts = { ...open, isOpen: false, state: 'fulfilled', pacePercent: null }

/** Plain spaces are easier to read and write here. */
const said = (facts: BurnDownFacts) => describeBurnDown(facts).replaceAll('\u202f', ' ')

describe('a burn-down in words', () => {
  it.each<[string, BurnDownFacts]>([
    ['POST /charge in prod-eu: 31 % of the budget of P12 is left, below the 42 % of an even pace.', open],
    [
      'POST /charge in prod-eu: 80 % of the budget of P12 is left, above the 42 % of an even pace.',
      { ...open, state: 'healthy', remaining: 0.8 },
    ],
    [
      'POST /charge in prod-eu: 42 % of the budget of P12 is left, just below an even pace.',
      { ...open, remaining: 0.423, pacePercent: 42.9 },
    ],
    [
      'POST /charge in prod-eu: 42 % of the budget of P12 is left, just above an even pace.',
      { ...open, state: 'healthy', remaining: 0.429, pacePercent: 42.3 },
    ],
    [
      'POST /charge in prod-eu: 50 % of the budget of P12 is left, exactly an even pace.',
      { ...open, state: 'healthy', remaining: 0.5, pacePercent: 50 },
    ],
    ['POST /charge in prod-eu: 31 % of the budget of P12 is left.', { ...open, pacePercent: null }],
    [
      'POST /charge in prod-eu: 31 % of the budget of P12 is left, below the 42 % of an even pace. At the recent rate it is exhausted at 05:30 UTC.',
      { ...open, projectedText: '05:30 UTC' },
    ],
    [
      'POST /charge in prod-eu: 31 % of the budget of P12 is left, below the 42 % of an even pace. 1 depletion episode: 11.6 % per hour, began at 01:00 UTC.',
      { ...open, episodeCount: 1, fastest: { percentPerHour: 11.55, startText: '01:00 UTC' } },
    ],
    [
      'POST /charge in prod-eu: 31 % of the budget of P12 is left, below the 42 % of an even pace. At the recent rate it is exhausted at 05:30 UTC. 3 depletion episodes; the fastest, 7.0 % per hour, began at 01:00 UTC.',
      {
        ...open,
        projectedText: '05:30 UTC',
        episodeCount: 3,
        fastest: { percentPerHour: 7, startText: '01:00 UTC' },
      },
    ],
    [
      'POST /charge in prod-eu: 31 % of the budget of P12 is left, below the 42 % of an even pace. 2 depletion episodes.',
      { ...open, episodeCount: 2 },
    ],
    [
      'POST /charge in prod-eu: the budget of P12 is exhausted, since 27 Aug 10:00 UTC, and stands at −9 %.',
      { ...open, state: 'exhausted', remaining: -0.09, exhaustedAtText: '27 Aug 10:00 UTC' },
    ],
    [
      'POST /charge in prod-eu: the budget of P12 is exhausted, and stands at 0 %.',
      { ...open, state: 'exhausted', remaining: 0 },
    ],
    [
      'POST /charge in prod-eu: bad events under a target of 100 % in P12, the first at 27 Aug 10:00 UTC.',
      { ...open, state: 'exhausted', remaining: null, exhaustedAtText: '27 Aug 10:00 UTC' },
    ],
    [
      'POST /charge in prod-eu: measurements do not arrive in P12; by what was measured, 31 % of the budget is left.',
      { ...open, state: 'no-data' },
    ],
    [
      'POST /charge in prod-eu: measurements do not arrive in P12.',
      { ...open, state: 'no-data', remaining: null },
    ],
    [
      'POST /charge in prod-eu: no traffic in P12 so far, so nothing was depleted.',
      { ...open, state: 'no-traffic', remaining: 1 },
    ],
    [
      'POST /charge in prod-eu: a target of 100 % leaves no budget; no bad event in P12 so far.',
      { ...open, state: 'no-budget', remaining: null },
    ],
    ['POST /charge in prod-eu kept its budget in P12 with 31 % left.', closed],
    ['POST /charge in prod-eu kept its target of 100 % in P12.', { ...closed, remaining: null }],
    [
      'POST /charge in prod-eu broke its budget in P12, exhausted at 27 Aug 10:00 UTC, and ended at −62 %.',
      { ...closed, state: 'broken', remaining: -0.62, exhaustedAtText: '27 Aug 10:00 UTC' },
    ],
    [
      'POST /charge in prod-eu broke its target of 100 % in P12, with the first bad event at 27 Aug 10:00 UTC.',
      { ...closed, state: 'broken', remaining: null, exhaustedAtText: '27 Aug 10:00 UTC' },
    ],
    [
      'POST /charge in prod-eu: no traffic in P12, so nothing was depleted.',
      { ...closed, state: 'no-traffic', remaining: 1 },
    ],
    ['POST /charge in prod-eu: nothing was measured in P12.', { ...closed, state: 'no-data', remaining: 1 }],
  ])('%s', (sentence, facts) => {
    expect(said(facts)).toBe(sentence)
  })

  it.each(openStates)('an open period is given no verdict: %s', (state) => {
    for (const remaining of [null, 0.3, -0.3]) {
      expect(said({ ...open, state, remaining, exhaustedAtText: 'noon', projectedText: 'noon' })).not.toMatch(
        /\b(kept|broke|ended|fulfilled|broken)\b/,
      )
    }
  })

  it.each(closedStates)('a closed period has no projection: %s', (state) => {
    expect(said({ ...closed, state, projectedText: 'midnight' })).not.toContain('midnight')
  })

  it('a figure never stands apart from its sign at the end of a line', () => {
    expect(describeBurnDown(open)).toMatch(/31\u202f%.*42\u202f%/)
  })
})

describe('a burn in words', () => {
  const page = { rate: 219.3, longHours: 1, threshold: 13.44, severity: 'page' } as const
  const ticket = { rate: 4.6, longHours: 24, threshold: 2.8, severity: 'ticket' } as const

  it.each([
    ['No burn-rate rule holds.', []],
    ['Burning 219 times as fast as the budget allows over 1 hour (page above 13.4).', [ticket, page]],
    ['Burning 4.6 times as fast as the budget allows over 1 day (ticket above 2.8).', [ticket]],
    [
      'Burning 4.6 times as fast as the budget allows over 3 days (ticket above 2.8).',
      [{ ...ticket, longHours: 72 }],
    ],
    [
      'Burning 4.6 times as fast as the budget allows over 30 hours (ticket above 2.8).',
      [{ ...ticket, longHours: 30 }],
    ],
    [
      'Burning 4.6 times as fast as the budget allows over 6 hours (ticket above 2.8).',
      [{ ...ticket, longHours: 6 }],
    ],
  ])('%s', (sentence, burning) => {
    expect(describeBurning(burning)).toBe(sentence)
  })
})
