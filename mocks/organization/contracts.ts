import type { Slo } from '../../src/contract/catalog.ts'
import type { Contract } from '../../src/contract/contracts.ts'
import { dayText } from '../../src/domain/day.ts'
import { dayOfHour, isoFromHour } from '../../src/domain/hours.ts'
import { storyTime as at, type StoryTime, type Timeline } from './timeline.ts'

type ContractPlan = Omit<Contract, 'versions' | 'since'> &
  Readonly<{
    signed: StoryTime | null
    /** Left out where it is older than all that is held. */
    begins?: StoryTime
  }>

const YEARS_AGO = at(20, 0, 0)

/** What Harbourline has promised to those who pay it; each tells another story. */
const plans: readonly ContractPlan[] = [
  {
    // No measure of its own: it stands as its parts do. The night of charges takes most of what may fail. It was
    // signed within the two years: what failed before it began is no matter of the resellers.
    slug: 'reseller-checkout',
    name: 'Resellers can book and pay',
    functionality: 'A reseller books a journey and its payment is taken and entered in the books.',
    customers: [
      { slug: 'atlas-tours', name: 'Atlas Tours' },
      { slug: 'reisewelt', name: 'Reisewelt' },
    ],
    tier: 'Platinum',
    sli: 'availability',
    target: 0.995,
    journey: null,
    parts: [
      'booking-api.availability.post-bookings',
      'ledger.availability.post-entries',
      'login.availability.post-login',
      'payment-gateway.availability.post-charge',
    ],
    deployments: ['prod-eu', 'prod-us'],
    penalty: {
      terms: 'Half of the revenue lost in each begun half hour of outage is refunded.',
      currency: 'EUR',
      yearlyRevenue: 1_000_000,
      refundShare: 0.5,
      slotMinutes: 30,
    },
    url: 'https://contracts.harbourline.example/reseller-checkout',
    signed: at(10, 17, 10),
    begins: at(9, 14, 0),
  },
  {
    // One customer's own, broken again and again by the timetable until it improved.
    slug: 'nordbahn-timetable',
    name: 'Timetable for Nordbahn',
    functionality: 'The departure boards of Nordbahn are filled from our timetable.',
    customers: [{ slug: 'nordbahn', name: 'Nordbahn' }],
    tier: null,
    sli: 'availability',
    target: 0.998,
    journey: null,
    parts: ['login.availability.post-login', 'timetable.availability.get-timetable'],
    deployments: ['prod-eu'],
    penalty: {
      terms: '5 % of the fee of every four weeks in which it is broken.',
      currency: 'EUR',
      yearlyRevenue: null,
      refundShare: null,
      slotMinutes: null,
    },
    url: 'https://contracts.harbourline.example/nordbahn-timetable',
    signed: YEARS_AGO,
  },
  {
    // Measured from end to end, on the refunds themselves.
    slug: 'refund-roundtrip',
    name: 'Refunds arrive within a day',
    functionality: 'Of a hundred refunds 98 are on the account of the traveller within 24 hours.',
    customers: [],
    tier: null,
    sli: 'freshness',
    target: 0.98,
    journey: 'refunds.freshness.refund-booked',
    parts: ['ledger.availability.post-entries', 'refunds.availability.post-refunds'],
    deployments: ['prod-eu', 'prod-us'],
    penalty: {
      terms: 'What is late is refunded once more by a voucher of 10 EUR.',
      currency: 'EUR',
      yearlyRevenue: null,
      refundShare: null,
      slotMinutes: null,
    },
    url: 'https://contracts.harbourline.example/general-terms',
    signed: YEARS_AGO,
  },
  {
    // Most of what may fail is always left: room to promise more.
    slug: 'travel-messages',
    name: 'Messages reach travellers',
    functionality: 'Confirmations and gate changes are on their way within five minutes.',
    customers: [],
    tier: 'Premium',
    sli: 'availability',
    target: 0.95,
    journey: null,
    parts: ['mail-out.freshness.mail-sent', 'sms-relay.availability.post-sms'],
    deployments: ['prod-eu', 'prod-us'],
    penalty: null,
    url: null,
    signed: null,
  },
]

/** Those whose parts are all there: a smaller organization has promised less. */
export function contractsOf(slos: readonly Slo[], timeline: Timeline): readonly Contract[] {
  const known = new Set(slos.map(({ id }) => id))
  return plans
    .filter(({ parts, journey }) =>
      [...parts, ...(journey === null ? [] : [journey])].every((id) => known.has(id)),
    )
    .map(({ signed, begins, ...contract }) => ({
      ...contract,
      since: begins === undefined ? null : dayText(dayOfHour(timeline.hourAt(begins))),
      versions: [
        {
          version: 1,
          target: contract.target,
          effectiveFrom: isoFromHour(signed === null ? timeline.originHour : timeline.hourAt(signed)),
          author: 'Legal counsel',
          reason: 'Signed with the contract.',
        },
      ],
    }))
}
