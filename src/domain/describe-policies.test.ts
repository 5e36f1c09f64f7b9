import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  conditionWords,
  consequenceWords,
  describeEnactments,
  describePolicies,
  formatGone,
  lengthWords,
} from './describe-policies.ts'
import type { PolicyCondition } from './policy.ts'

const condition = (more: Partial<PolicyCondition>): PolicyCondition => ({
  kind: 'depleted',
  depletedPercent: 100,
  within: null,
  budget: 'slo',
  slis: [],
  description: '',
  ...more,
})

describe('a condition reads', () => {
  it.each([
    [condition({}), 'an error budget is exhausted before the period ends'],
    [
      condition({ depletedPercent: 80, budget: 'sla', slis: ['availability'] }),
      '80\u202f% of an SLA’s availability budget is gone before the period ends',
    ],
    [
      condition({ kind: 'depleted-within', depletedPercent: 30, within: '24h', slis: ['latency'] }),
      '30\u202f% of a latency budget goes within 24 hours',
    ],
    [
      condition({ kind: 'depleted-by-incident', depletedPercent: 40, description: 'of priority 1' }),
      'one incident takes 40\u202f% of an error budget: of priority 1',
    ],
    [
      condition({ kind: 'other', depletedPercent: null, description: 'Dead letters pile up' }),
      'Dead letters pile up',
    ],
  ])('%o', (told, words) => {
    expect(conditionWords(told)).toBe(words)
  })
})

describe('a consequence reads', () => {
  const told = { description: '', within: null, engineersPercent: null }

  it('as what is done, with what was added', () => {
    expect(consequenceWords({ ...told, kind: 'postmortem' })).toBe('Hold a postmortem')
    expect(consequenceWords({ ...told, kind: 'escalate', description: 'Head of payments' })).toBe(
      'Escalate: Head of payments',
    )
    expect(consequenceWords({ ...told, kind: 'assign-people', engineersPercent: 50 })).toBe(
      '50\u202f% of the engineers work on reliability',
    )
    expect(consequenceWords({ ...told, kind: 'other', description: 'Ring the bell' })).toBe('Ring the bell')
  })

  it.each([
    ['1d', '1 day'],
    ['24h', '24 hours'],
    ['2w', '2 weeks'],
    ['soon', 'soon'],
  ])('%s is %s', (length, words) => {
    expect(lengthWords(length)).toBe(words)
  })
})

describe('what is gone', () => {
  it.each([
    [0.5996, 0.6, '59.9'],
    [0.6, 0.6, '60.0'],
    [0.0001, 0.6, '<0.1'],
    [0, 0.6, '0.0'],
    [1.397, 1, '139.7'],
    [0.9996, 0.6, '99.9'],
    [1, 0.6, '100.0'],
  ])('%d of %d is %s', (depleted, threshold, shown) => {
    expect(formatGone(depleted, threshold)).toBe(shown)
  })

  it('reads as met exactly where it is', () => {
    const anyThreshold = fc.integer({ min: 1, max: 1500 }).map((tenths) => tenths / 1000)
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 3, noNaN: true }), anyThreshold, (depleted, threshold) => {
        fc.pre(Math.abs(depleted - threshold) > 1e-9)
        const shown = Number(formatGone(depleted, threshold)) / 100
        expect(shown >= threshold - 1e-9).toBe(depleted >= threshold)
        expect(shown >= 1).toBe(depleted >= 1)
      }),
    )
  })
})

describe('in a sentence', () => {
  it('policies say who is bound and what waits', () => {
    const facts = { teams: 6, inForce: 2, clausesMet: 3, unacknowledged: 1, overdue: 1, reviewsOverdue: 1 }
    expect(describePolicies(facts)).toBe(
      '2 of 6 teams are bound by an error budget policy. 3 clauses are met now or not done with, 1 unacknowledged, 1 with an overdue consequence. 1 policy is overdue for review.',
    )
    expect(describePolicies({ ...facts, inForce: 0 })).toBe(
      'No error budget policy binds any of the teams yet. 1 policy is overdue for review.',
    )
  })

  it('enactments say what was answered', () => {
    const none = { enactments: 0, unacknowledged: 0, passed: 0, onTime: 0, onTimeOf: 0, missed: 0 }
    expect(describeEnactments(none)).toBe('No clause was met in this window.')
    expect(describeEnactments({ ...none, enactments: 5, passed: 2, onTime: 3, onTimeOf: 4, missed: 1 })).toBe(
      'Clauses were met 5 times. 2 passed before anybody acknowledged them. 3 of 4 consequences with a time to keep kept it. 1 budget was exhausted early without an acknowledged enactment.',
    )
  })
})
