import type { Catalog } from '../../server/ports.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import type { Policy, PolicyClause, PolicyCondition, PolicyConsequence } from '../../src/domain/policy.ts'
import { servicePlans } from './agreed-slo.ts'
import { storyTime as at, type StoryTime, type Timeline } from './timeline.ts'

const condition = (kind: PolicyCondition['kind'], more: Partial<PolicyCondition>): PolicyCondition => ({
  kind,
  depletedPercent: null,
  within: null,
  budget: 'slo',
  slis: [],
  description: '',
  ...more,
})

const then = (kind: PolicyConsequence['kind'], more: Partial<PolicyConsequence> = {}): PolicyConsequence => ({
  kind,
  description: '',
  execution: 'manual',
  within: null,
  engineersPercent: null,
  ...more,
})

const clause = (
  name: string,
  when: PolicyCondition,
  consequences: readonly PolicyConsequence[],
  trigger: PolicyClause['trigger'] = 'automatic',
): PolicyClause => ({ name, condition: when, trigger, consequences })

const day = (timeline: Timeline, time: StoryTime) => isoFromHour(timeline.hourAt(time)).slice(0, 10)

type Terms = Omit<Policy, 'services' | 'team'>

/** In force for four periods, and looked at by the team each month: it answers what it meets. */
function payments(timeline: Timeline): Terms {
  return {
    slug: 'payments-policy',
    name: 'Error budget policy of Payments',
    description: 'Kept beside the SLOs; a change of it is reviewed like code.',
    purpose:
      'Shops that cannot take money close. When a budget runs low, reliability work goes before features until it is steady again.',
    state: 'enacted',
    enactedOn: day(timeline, at(4, 2, 0)),
    visibility: 'public',
    clauses: [
      clause(
        'Fast burn',
        condition('depleted-within', { depletedPercent: 30, within: '24h', slis: ['availability'] }),
        [
          then('postmortem', { within: '5d', description: 'Blameless, with product at the table' }),
          then('create-action-item', {
            execution: 'automated',
            description: 'On top of the backlog, linked to this clause',
          }),
          then('finish-action-item', { within: '2w' }),
        ],
      ),
      clause(
        'Slow burn',
        condition('depleted-within', { depletedPercent: 40, within: '7d', slis: ['availability'] }),
        [
          then('communicate', { within: '2d', description: 'To the teams that call it' }),
          then('prioritise-action-item', { within: '7d' }),
        ],
      ),
      clause('Sixty percent gone', condition('depleted', { depletedPercent: 60, slis: ['availability'] }), [
        then('communicate', { within: '1d', description: 'Product decides which releases can wait' }),
      ]),
      clause('Exhausted', condition('depleted', { depletedPercent: 100 }), [
        then('stop-production-releases', {
          execution: 'semi-automated',
          description: 'Repairs and security go on',
        }),
        then('assign-people', { engineersPercent: 50, within: '2d' }),
        then('escalate', { within: '1d', description: 'Head of payments' }),
      ]),
      clause('Contract at risk', condition('depleted', { depletedPercent: 80, budget: 'sla' }), [
        then('communicate', { within: '24h', description: 'Account managers tell the customers' }),
      ]),
      clause(
        'One incident',
        condition('depleted-by-incident', { depletedPercent: 40 }),
        [then('postmortem', { within: '5d' })],
        'manual',
      ),
      clause(
        'Unsettled entries',
        condition('other', {
          description: 'More than 500 entries wait for the settlement file at the end of a day',
        }),
        [then('finish-action-item', { within: '7d' })],
        'manual',
      ),
    ],
    escalation: ['Engineering manager of Payments', 'Head of payments', 'Chief technology officer'],
    agreedBy: [
      'Product owner of Payments',
      'Operations',
      'Engineering manager of Payments',
      'Head of payments',
    ],
    nextReview: { on: day(timeline, at(0, 31, 0)), orAfter: 'an outage of priority 1' },
    silverBulletsPerYear: 3,
    thawTax: 0.5,
    parts: [
      {
        title: 'Hotfixes',
        text: 'A repair goes to all of production within a day, whatever the budgets say.',
      },
      {
        title: 'Hand-over',
        text: 'A service that exhausts its budget in three periods running goes back to its developers until it keeps it twice.',
      },
    ],
  }
}

/** Agreed by people who have left, and not looked at since. */
function search(timeline: Timeline): Terms {
  return {
    slug: 'search-policy',
    name: 'Error budget policy of Search',
    description: '',
    purpose: 'Who finds nothing books nothing.',
    state: 'enacted',
    enactedOn: day(timeline, at(9, 0, 0)),
    visibility: 'public',
    clauses: [
      clause('Burning', condition('depleted-within', { depletedPercent: 30, within: '24h' }), [
        then('create-action-item', { within: '3d' }),
        then('finish-action-item', { within: '3w' }),
      ]),
      clause('Nothing left', condition('depleted', { depletedPercent: 100 }), [
        then('stop-production-releases'),
        then('postmortem', { within: '2w' }),
      ]),
      clause(
        'Routes from others',
        condition('depleted-by-dependency', { depletedPercent: 50 }),
        [then('engage-dependency-owner', { within: '3d' })],
        'manual',
      ),
    ],
    escalation: ['Engineering manager of Search'],
    agreedBy: ['Product owner of Search', 'Operations'],
    nextReview: { on: day(timeline, at(2, 24, 0)), orAfter: null },
    silverBulletsPerYear: null,
    thawTax: null,
    parts: [],
  }
}

/** Agreed by all who have to, and enacted from the next period on. */
function identity(timeline: Timeline): Terms {
  return {
    slug: 'identity-policy',
    name: 'Error budget policy of Identity',
    description: '',
    purpose: 'Whoever cannot log on cannot use anything else; nobody notices a new setting on their profile.',
    state: 'agreed',
    enactedOn: null,
    visibility: 'public',
    clauses: [
      clause('Three quarters', condition('depleted', { depletedPercent: 75 }), [
        then('prioritise-action-item', { within: '7d' }),
      ]),
      clause('Exhausted', condition('depleted', { depletedPercent: 100 }), [
        then('stop-staging-releases', { execution: 'automated' }),
        then('stop-production-releases', { execution: 'automated' }),
        then('postmortem', { within: '2w' }),
      ]),
    ],
    escalation: ['Engineering manager of Identity', 'Chief technology officer'],
    agreedBy: ['Product owner of Identity', 'Operations', 'Legal'],
    nextReview: { on: day(timeline, at(0, 26, 0)), orAfter: null },
    silverBulletsPerYear: 2,
    thawTax: 1,
    parts: [],
  }
}

function booking(): Terms {
  return {
    slug: 'booking-policy',
    name: 'Draft of Booking',
    description: 'Written by two developers and operations; product has not read it.',
    purpose: 'Seats that are held and lost are worse than pages that are slow.',
    state: 'draft',
    enactedOn: null,
    visibility: 'public',
    clauses: [
      clause('Holds first', condition('depleted', { depletedPercent: 70, slis: ['availability'] }), [
        then('prioritise-action-item', { within: '7d' }),
      ]),
      clause('Fast', condition('depleted-within', { depletedPercent: 30, within: '24h' }), [
        then('postmortem', { within: '2w' }),
      ]),
    ],
    escalation: ['Engineering manager of Booking'],
    agreedBy: [],
    nextReview: null,
    silverBulletsPerYear: null,
    thawTax: null,
    parts: [],
  }
}

/** Four teams at different stages; Messaging and Fleet have none. */
export function simulatedPolicies(timeline: Timeline): Catalog['policies'] {
  const byTeam = {
    booking: booking(),
    payments: payments(timeline),
    search: search(timeline),
    identity: identity(timeline),
  }
  return Object.entries(byTeam).map(([team, policy]) => ({
    ...policy,
    team,
    services: servicePlans
      .filter((plan) => plan.team === team)
      .map(({ slug }) => slug)
      .toSorted(),
  }))
}
