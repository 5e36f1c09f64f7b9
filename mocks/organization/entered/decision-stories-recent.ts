import type { DecisionStory } from './decision-stories.ts'
import { people } from './decision-people.ts'
import { storyTime as at } from '../timeline.ts'

const nothing = { team: null, service: null, deployment: null, slo: null, sla: null } as const
const search = 'search-api.availability.get-search'
const login = 'login.availability.post-login'

/** What is not over yet: waiting for a signature, for its day, for an experiment, or for somebody to go on. */
export const recentDecisionStories: readonly DecisionStory[] = [
  {
    id: 'no-tighter-reseller-sla',
    at: at(1, 15, 11),
    signed: [3, 22, 47, 49],
    nextReview: at(-3, 0, 0),
    body: ({ leftOfSla, adherence }, hour) => ({
      category: 'legal',
      workflow: 'set-sla',
      title: 'No tighter SLA for resellers',
      subject: { ...nothing, team: 'payments', sla: 'reseller-checkout' },
      decision: 'Resellers are promised 99.5 % as before. Penalties stay as they are.',
      reasons: 'Atlas Tours asked for 99.9 %. Charges came too close to the border in one region.',
      answers: [
        {
          question: 'Is what is left of the SLA budgets significant?',
          answer: 'Not in every period',
          figures: [
            leftOfSla(['payment-gateway.availability.post-charge', 'prod-eu'], 3),
            leftOfSla(['payment-gateway.availability.post-charge', 'prod-eu'], 2),
            leftOfSla(['ledger.availability.post-entries', 'prod-us'], 3),
            leftOfSla(['ledger.availability.post-entries', 'prod-us'], 2),
          ],
          href: adherence('sla-adherence', 'payment-gateway', { from: 11, to: 2, at: hour }),
        },
      ],
      outcome: {
        rule: 'All of the three questions are answered yes for every team, or the data support none.',
        leansTo: 'no tightening',
      },
      deciders: [people.counsel, people.payments, people.coach, people.management],
      contracts: ['reseller-checkout'],
    }),
  },
  {
    id: 'slow-region-at-login',
    at: at(1, 22, 10),
    signed: [1, 6],
    effectCheck: {
      on: at(-1, 7, 0),
      hypothesis:
        'With 25 % more latency in one network for a day no weekly budget of login is exhausted early',
    },
    body: ({ left, adherence }, hour) => ({
      category: 'test',
      workflow: 'chaos-hypothesis',
      title: 'Login withstands a slow network',
      subject: { ...nothing, team: 'identity', service: 'login', deployment: 'prod-eu', slo: login },
      decision: 'The network between login and sessions is slowed by 25 % for 24 hours, on a Tuesday.',
      reasons: 'A known unknown: login has kept its budget for months, and nobody knows by how much.',
      answers: [
        {
          question: 'Which SLOs are defended?',
          answer: 'Logging in, in Europe',
          figures: [left([login, 'prod-eu'], 4), left([login, 'prod-eu'], 3), left([login, 'prod-eu'], 2)],
          href: adherence('slo-adherence', 'login', { from: 4, to: 2, at: hour }),
        },
      ],
      outcome: {
        rule: 'Fulfilled in all of the last 3 closed periods, no period below half.',
        leansTo: 'an experiment',
      },
      deciders: [people.identity, people.coach],
      workItems: ['IDENT-880 Slow network experiment'],
    }),
  },
  {
    id: 'sms-capacity',
    at: at(0, 1, 13),
    isDraft: true,
    signed: [],
    body: ({ broken, adherence }, hour) => ({
      category: 'budget',
      workflow: 'sre-capacity',
      title: 'An operations engineer for Messaging',
      subject: { ...nothing, team: 'messaging' },
      decision: '',
      reasons: 'To be talked over with Operations before anybody is asked.',
      answers: [
        {
          question: 'How many SLOs of the team are kept?',
          answer: '',
          figures: [
            broken(['mail-out.freshness.mail-sent', 'prod-eu'], 3, 1),
            broken(['push.freshness.push-delivered', 'prod-eu'], 3, 1),
            broken(['sms-relay.availability.default-post-receipts', 'prod-us'], 3, 1),
          ],
          href: adherence('slo-adherence', 'mail-out', { from: 3, to: 1, at: hour }),
        },
      ],
      outcome: { rule: 'Signs of need are counted; people are never assigned by data.', leansTo: null },
      deciders: [people.messaging],
    }),
  },
  {
    id: 'messages-from-next-period',
    at: at(0, 1, 15),
    signed: [1, 2, 4],
    validFrom: at(-1, 0, 0),
    nextReview: at(-4, 0, 0),
    body: ({ leftOfSla, adherence }, hour) => ({
      category: 'legal',
      workflow: 'set-sla',
      title: 'Premium: messages are promised in the contract',
      subject: { ...nothing, team: 'messaging', sla: 'travel-messages' },
      decision: '95 % of confirmations and gate changes are on their way within five minutes.',
      reasons: 'Most of what may fail was left in every region. Penalties stay out of it for a year.',
      answers: [
        {
          question: 'Is what is left of the SLA budgets significant?',
          answer: 'In both regions that are promised',
          figures: [
            leftOfSla(['mail-out.freshness.mail-sent', 'prod-eu'], 1),
            leftOfSla(['mail-out.freshness.mail-sent', 'prod-us'], 1),
            leftOfSla(['sms-relay.availability.post-sms', 'prod-eu'], 1),
            leftOfSla(['sms-relay.availability.post-sms', 'prod-us'], 1),
          ],
          href: adherence('sla-adherence', 'mail-out', { from: 3, to: 1, at: hour }),
        },
      ],
      outcome: { rule: 'All of the three questions are answered yes.', leansTo: 'a promise in the contract' },
      deciders: [people.counsel, people.messaging, people.management],
      contracts: ['travel-messages'],
    }),
  },
  {
    id: 'seats-before-reliability',
    at: at(0, 2, 10),
    signed: [1, null, null],
    effectCheck: {
      on: at(-2, 0, 0),
      hypothesis: 'Searching keeps its budget in every deployment in the period of the sale',
    },
    body: ({ broken, left, name, period, adherence }, hour) => ({
      category: 'prioritisation',
      workflow: 'features-or-reliability',
      title: `Features or reliability for Search in ${name(-1)}`,
      subject: { ...nothing, team: 'search', service: 'search-api' },
      decision: '70 % of the capacity goes to features: the seat sale is announced.',
      reasons: 'The index is fixed. What broke was one release, not the way it is built.',
      answers: [
        {
          question: 'Who breaks budgets in most periods?',
          answer: 'Nobody by much',
          figures: [
            broken([search, 'prod-eu'], 3, 1),
            broken([search, 'prod-jp'], 3, 1),
            broken(['search-api.availability.default-get-suggest', 'prod-us'], 3, 1),
          ],
          href: adherence('slo-adherence', 'search-api', { from: 3, to: 1, at: hour }),
        },
        {
          question: 'Who ends deepest below zero?',
          answer: 'Searching in Europe',
          figures: [left([search, 'prod-eu'], 1), left([search, 'prod-jp'], 2)],
          href: adherence('slo-adherence', 'search-api', { from: 1, to: 1, at: hour }),
        },
      ],
      outcome: {
        rule: 'Most of the places are taken by three services of the team.',
        leansTo: 'reliability',
      },
      split: { teams: ['search'], period: period(-1), reliability: 0.3 },
      deviation: 'The sale has a day that cannot be moved; reliability has the period after.',
      deciders: [people.search, people.searchLead, people.coach],
      workItems: ['SEARCH-2301 Seat sale'],
    }),
  },
]
