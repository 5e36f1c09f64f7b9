import type { Entry } from '../../../server/entry-ports.ts'
import { instantOf } from '../../../server/instant.ts'
import type { ServiceFacts } from '../../../src/contract/service-catalog.ts'
import type { Hour } from '../../../src/domain/hours.ts'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24
const MORNING_HOUR = 9

type Duties = ServiceFacts['duties']

const byDevelopers: Duties = {
  'on-call-in-hours': 'developers',
  'on-call-out-of-hours': 'developers',
  rollouts: 'developers',
  breaches: 'developers',
  policy: 'developers',
  escalations: 'developers',
}
const shared: Duties = {
  ...byDevelopers,
  'on-call-out-of-hours': 'operations',
  breaches: 'both',
  escalations: 'both',
}
const unknown: Duties = {
  'on-call-in-hours': null,
  'on-call-out-of-hours': null,
  rollouts: null,
  breaches: null,
  policy: null,
  escalations: null,
}

const blank: ServiceFacts = {
  keeper: '',
  model: null,
  modelSince: null,
  class: null,
  duties: unknown,
  promise: '',
  note: '',
}

type Story = Readonly<{
  services: readonly string[]
  /** The last time somebody said that it is right. */
  daysAgo: number
  by: string
  facts: Partial<ServiceFacts>
  /** What stood there before, and how long ago it was entered. */
  before?: Readonly<{ daysAgo: number; facts: Partial<ServiceFacts> }>
}>

/** Payments keeps its entries; Messaging has not looked at them since spring; Fleet has none. */
const stories: readonly Story[] = [
  {
    services: ['payment-gateway'],
    daysAgo: 34,
    by: 'Payments, product owner',
    facts: {
      keeper: 'Product owner of Payments',
      model: 'you-and-sre-run',
      modelSince: '2026-07-01',
      class: 'critical-path',
      duties: shared,
      promise: '99.9 % of charges within each four weeks. Offered to partners as Gold.',
      note: 'Shared with SRE since the acquirer outage.',
    },
    before: {
      daysAgo: 402,
      facts: {
        keeper: 'Product owner of Payments',
        model: 'you-build-you-run',
        modelSince: '2025-02-01',
        class: 'critical-path',
        duties: byDevelopers,
      },
    },
  },
  {
    services: ['refunds', 'ledger', 'money-back'],
    daysAgo: 34,
    by: 'Payments, product owner',
    facts: {
      keeper: 'Product owner of Payments',
      model: 'you-build-you-run',
      modelSince: '2025-02-01',
      class: 'supporting',
      duties: byDevelopers,
    },
  },
  {
    services: ['fraud-check'],
    daysAgo: 34,
    by: 'Payments, product owner',
    facts: { keeper: 'Product owner of Payments', model: 'operations-run', class: 'critical-path' },
  },
  {
    services: ['booking-api', 'holds', 'cart', 'seat-map', 'checkout'],
    daysAgo: 118,
    by: 'Booking, architect',
    facts: {
      keeper: 'Architect of Booking',
      model: 'you-build-you-run',
      modelSince: '2025-09-15',
      class: 'critical-path',
      duties: { ...byDevelopers, 'on-call-out-of-hours': null },
    },
  },
  {
    services: ['search-api', 'timetable', 'pricing', 'recommendations', 'find-a-trip'],
    daysAgo: 71,
    by: 'Search, developer',
    facts: {
      keeper: 'Lead of Search',
      model: 'you-build-you-run',
      class: 'critical-path',
      duties: byDevelopers,
      promise: 'No promise outside Europe.',
    },
  },
  {
    services: ['login', 'sessions', 'profile', 'sign-in'],
    daysAgo: 9,
    by: 'Identity, product owner',
    facts: {
      keeper: 'Product owner of Identity',
      model: 'sre-run',
      modelSince: '2026-04-01',
      class: 'critical-path',
      duties: shared,
    },
  },
  {
    services: ['mail-out', 'push', 'sms-relay'],
    daysAgo: 251,
    by: 'Messaging, developer',
    facts: { keeper: 'Whoever is on duty in Messaging', model: 'you-build-you-run', class: 'supporting' },
  },
  {
    services: ['travel-sales'],
    daysAgo: 204,
    by: 'Head of sales',
    facts: {
      keeper: 'Head of sales',
      promise: 'A trip that was found can be booked and paid. No figure is promised for all of it.',
    },
  },
  {
    services: ['loyalty'],
    daysAgo: 16,
    by: 'Identity, product owner',
    facts: {
      keeper: 'Product owner of Identity',
      model: 'sre-run',
      class: 'auxiliary',
      note: 'The four agreements are due before the pilot in January.',
    },
  },
]

export function serviceFactEntries(anchorHour: Hour): readonly Entry[] {
  const at = (daysAgo: number) =>
    instantOf((Math.floor(anchorHour / DAY_HOURS) * DAY_HOURS - daysAgo * DAY_HOURS + MORNING_HOUR) * HOUR_MS)
  return stories.flatMap(({ services, daysAgo, by, facts, before }) =>
    services.flatMap((key): Entry[] => {
      const written = [
        ...(before === undefined ? [] : [{ facts: before.facts, at: at(before.daysAgo) }]),
        { facts, at: at(daysAgo) },
      ]
      return written.map((one, index) => ({
        kind: 'service-facts',
        key,
        version: index + 1,
        body: { ...blank, ...one.facts },
        isWithdrawn: false,
        by: { kind: 'person', id: by.toLowerCase().replaceAll(/[^a-z]+/g, '-'), name: by },
        at: one.at,
      }))
    }),
  )
}
