import type { DecisionBody, DecisionEffect } from '../../../src/contract/decisions.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import { targetChange } from '../lasting-changes.ts'
import { storyTime as at, type StoryTime } from '../timeline.ts'
import type { DecisionFigures } from './decision-figures.ts'
import { people } from './decision-people.ts'

type Subject = DecisionBody['subject']
type Told = Omit<
  DecisionBody,
  'evidenceAt' | 'effectCheck' | 'validFrom' | 'nextReview' | 'isDraft' | 'withdrawnBecause'
>

/** One record of the organization, with what people did to it. Days are told as times of the story. */
export type DecisionStory = Readonly<{
  id: string
  at: StoryTime
  body: (figures: DecisionFigures, hour: Hour) => Partial<Told> & Pick<Told, 'title' | 'decision'>
  isDraft?: boolean
  validFrom?: StoryTime
  nextReview?: StoryTime
  effectCheck?: Readonly<{ on: StoryTime; hypothesis: string }>
  /** By decider: how many hours after it was recorded they signed; null for who has not. */
  signed: readonly (number | null)[]
  effects?: readonly Readonly<{ at: StoryTime; effect: Pick<DecisionEffect, 'result' | 'note'> }>[]
  withdrawn?: Readonly<{ at: StoryTime; because: string }>
}>

const nothing: Subject = { team: null, service: null, deployment: null, slo: null, sla: null }
const charge = 'payment-gateway.availability.post-charge'
const timetable = 'timetable.availability.get-timetable'
const sms = targetChange.sloId

export const decisionStories: readonly DecisionStory[] = [
  {
    id: 'records-are-signed',
    at: at(12, 2, 10),
    signed: [2, 26, 51],
    nextReview: at(-4, 0, 0),
    body: () => ({
      category: 'regulatory',
      title: 'How decisions are kept',
      decision:
        'Decisions on SLOs, SLAs and their consequences are recorded here and signed by all who decide.',
      reasons: 'The yearly external audit asks who decided, on which figures, and who agreed.',
      deciders: [people.compliance, people.coach, people.management],
    }),
  },
  {
    id: 'sms-at-three-nines',
    at: at(11, 4, 14),
    signed: [1, 20],
    body: ({ broken, adherence }, hour) => ({
      category: 'reliability',
      workflow: 'set-slo',
      title: 'SLO of sending text messages',
      subject: { ...nothing, team: 'messaging', service: 'sms-relay', slo: sms },
      decision: '99.9 % of text messages are accepted by a carrier.',
      reasons: 'What Booking and Identity asked for. The carriers were not measured yet.',
      answers: [
        {
          question: 'Are the SLOs of what it needs fulfilled over time?',
          answer: 'Carriers are outside: nothing is measured of them.',
          figures: [broken([sms, 'prod-eu'], 13, 12), broken([sms, 'prod-us'], 13, 12)],
          href: adherence('slo-adherence', 'sms-relay', { from: 13, to: 12, at: hour }),
        },
      ],
      outcome: {
        rule: 'The carriers have neither an SLO nor an SLA that we know: Undefined.',
        leansTo: null,
      },
      deciders: [people.messaging, people.messagingOperations],
    }),
  },
  {
    id: 'timetable-first',
    at: at(3, 1, 9),
    signed: [1, 3, 25],
    effectCheck: {
      on: at(1, 26, 0),
      hypothesis: 'The timetable keeps its budget in every deployment for two periods',
    },
    effects: [
      {
        at: at(1, 27, 11),
        effect: { result: 'proved', note: 'Two periods kept in prod-eu and prod-us; the cache holds.' },
      },
    ],
    body: ({ broken, left, name, period, adherence }, hour) => ({
      category: 'prioritisation',
      workflow: 'features-or-reliability',
      title: `Reliability first for the timetable in ${name(3)}`,
      subject: { ...nothing, team: 'search', service: 'timetable', slo: timetable },
      decision: '70 % of the capacity of Search goes to reliability: the cache in front of the timetable.',
      reasons: 'It ran out of budget in most periods of the year. New filters wait for a period.',
      answers: [
        {
          question: 'Who breaks budgets in most periods?',
          answer: 'The timetable, in both regions',
          figures: [broken([timetable, 'prod-eu'], 11, 4), broken([timetable, 'prod-us'], 11, 4)],
          href: adherence('slo-adherence', 'timetable', { from: 11, to: 4, at: hour }),
        },
        {
          question: 'Who ends deepest below zero?',
          answer: 'The same',
          figures: [left([timetable, 'prod-eu'], 4), left([timetable, 'prod-us'], 4)],
          href: adherence('slo-adherence', 'timetable', { from: 4, to: 4, at: hour }),
        },
      ],
      outcome: {
        rule: 'One endpoint leads every list: little time for much.',
        leansTo: 'reliability for the timetable alone',
      },
      split: { teams: ['search'], period: period(3), reliability: 0.7 },
      deciders: [people.search, people.searchLead, people.coach],
      workItems: ['SEARCH-2210 Cache in front of the timetable', 'SEARCH-2214 Retries with a limit'],
    }),
  },
  {
    id: 'sms-as-carriers-promise',
    at: at(3, 9, 9),
    signed: [2, 5, 23],
    nextReview: at(-2, 0, 0),
    // Nobody has looked yet.
    effectCheck: {
      on: at(1, 20, 0),
      hypothesis: 'Sending text messages keeps its budget in every deployment for two periods',
    },
    body: ({ broken, adherence }, hour) => ({
      category: 'reliability',
      workflow: 'set-slo',
      title: 'SLO of sending text messages, as carriers promise',
      subject: { ...nothing, team: 'messaging', service: 'sms-relay', slo: sms },
      decision: '99.5 % of text messages are accepted by a carrier. Booking and Identity retry.',
      reasons: targetChange.reason,
      answers: [
        {
          question: 'Are the SLOs fulfilled over time?',
          answer: 'Broken in one region or the other',
          figures: [broken([sms, 'prod-eu'], 11, 4), broken([sms, 'prod-us'], 11, 4)],
          href: adherence('slo-adherence', 'sms-relay', { from: 11, to: 4, at: hour }),
        },
      ],
      outcome: {
        rule: 'The SLA of the carriers is fulfilled, no SLO is known: Medium.',
        leansTo: 'no tighter SLO than 99.5 %',
      },
      deciders: [people.messaging, people.messagingOperations, people.booking],
      supersedes: 'sms-at-three-nines',
    }),
  },
  {
    id: 'releases-wait',
    at: at(3, 18, 15),
    signed: [1, 1],
    withdrawn: {
      at: at(3, 26, 10),
      because: 'The policy says it already: a decision beside it would be a second rule for the same thing.',
    },
    body: ({ name }) => ({
      category: 'deployment',
      title: 'No releases of payment-gateway to prod-eu',
      subject: {
        ...nothing,
        team: 'payments',
        service: 'payment-gateway',
        deployment: 'prod-eu',
        slo: charge,
      },
      decision: `Nothing is released to prod-eu until ${name(2)} begins.`,
      reasons: 'Three releases have overspent the budget together.',
      clauses: ['Error budget policy of Payments: Exhausted'],
      deciders: [people.payments, people.paymentsLead],
    }),
  },
  {
    id: 'payments-after-three-releases',
    at: at(2, 1, 10),
    signed: [1, 4, 30],
    effectCheck: {
      on: at(0, 1, 0),
      hypothesis: 'Payments breaks no budget in the two periods after',
    },
    effects: [
      {
        at: at(0, 2, 10),
        effect: {
          result: 'disproved',
          note: 'Charges and captures kept theirs; refunds and scores did not. Their work items were left for later.',
        },
      },
    ],
    body: ({ broken, left, name, period, adherence }, hour) => ({
      category: 'prioritisation',
      workflow: 'features-or-reliability',
      title: `Features or reliability for Payments in ${name(2)}`,
      subject: { ...nothing, team: 'payments', service: 'payment-gateway' },
      decision: '60 % of the capacity goes to reliability: staged releases and a limit on retries.',
      reasons:
        'Three releases took more than the whole budget of charges, and the ledger drags captures along.',
      answers: [
        {
          question: 'Who breaks budgets in most periods?',
          answer: 'Captures in the United States',
          figures: [
            broken(['payment-gateway.availability.post-capture', 'prod-us'], 5, 3),
            broken([charge, 'prod-eu'], 5, 3),
            broken(['ledger.availability.post-entries', 'prod-us'], 5, 3),
          ],
          href: adherence('slo-adherence', 'payment-gateway', { from: 5, to: 3, at: hour }),
        },
        {
          question: 'Who ends deepest below zero?',
          answer: 'Charges and captures',
          figures: [
            left([charge, 'prod-eu'], 3),
            left(['payment-gateway.availability.post-capture', 'prod-us'], 3),
            left(['ledger.availability.post-entries', 'prod-us'], 3),
          ],
          href: adherence('slo-adherence', 'payment-gateway', { from: 3, to: 3, at: hour }),
        },
      ],
      outcome: { rule: 'Three services lead the lists, and one drags the others.', leansTo: 'reliability' },
      split: { teams: ['payments'], period: period(2), reliability: 0.6 },
      deciders: [people.payments, people.paymentsLead, people.coach],
      workItems: ['PAY-4102 Staged releases', 'PAY-4110 Retry limit towards the ledger'],
    }),
  },
]
