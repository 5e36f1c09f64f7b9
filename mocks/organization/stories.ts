import { storyTime as at, type StoryTime } from './timeline.ts'

/** How much burns: a share of the period's grant, or a share of the requests of the span. */
type Amount = Readonly<{ share: number } | { rate: number }>

export type StoryBurn = Readonly<{ sloId: string; deployment: string; start: StoryTime; hours: number }> &
  Amount

type StoryRelease = Readonly<{
  service: string
  deployment: string
  at: StoryTime
  build: number
  /** Versions are named by a day: that of another deployment, where it is the same version. */
  namedAt?: StoryTime
}>

export type Story = Readonly<{
  id: string
  /** What a viewer finds, in a sentence. */
  tells: string
  burns?: readonly StoryBurn[]
  releases?: readonly StoryRelease[]
  /** Series that have nothing but a low, even noise in these periods, besides those that have a burn. */
  calm?: readonly Readonly<{ sloId: string; deployment: string; periodsAgo: readonly number[] }>[]
}>

const charge = 'payment-gateway.availability.post-charge'
const search = 'search-api.availability.get-search'
const timetable = 'timetable.availability.get-timetable'
const contracts = 'partner-api.availability.default-post-contracts'

const timetableYear = [
  [4, 1.2],
  [5, 1.35],
  [6, 1.5],
  [7, 1.15],
  [8, 1.4],
  [10, 1.6],
  [11, 1.45],
  [12, 1.7],
  [13, 1.3],
  [14, 1.55],
  [15, 1.4],
  [16, 1.5],
] as const

export const stories: readonly Story[] = [
  {
    id: 'charge-night',
    tells:
      'Since 01:00 on day 17 of the current period a new release of payment-gateway fails 11 % of the charges in prod-eu, while prod-jp runs the same version without trouble; its fix comes four hours later. Three smaller losses earlier in the period have left about a third of the budget.',
    burns: [
      { sloId: charge, deployment: 'prod-eu', start: at(0, 4, 19), hours: 1, share: 0.12 },
      { sloId: charge, deployment: 'prod-eu', start: at(0, 9, 7), hours: 4, share: 0.2 },
      { sloId: charge, deployment: 'prod-eu', start: at(0, 13, 21), hours: 9, share: 0.2 },
      { sloId: charge, deployment: 'prod-eu', start: at(0, 16, 1), hours: 4, rate: 0.11 },
    ],
    releases: [
      {
        service: 'payment-gateway',
        deployment: 'prod-jp',
        at: at(0, 15, 16),
        build: 1,
        namedAt: at(0, 16, 1),
      },
      { service: 'payment-gateway', deployment: 'prod-eu', at: at(0, 16, 1), build: 1 },
      { service: 'payment-gateway', deployment: 'prod-eu', at: at(0, 16, 5), build: 2 },
    ],
  },
  {
    id: 'ledger-night',
    tells:
      'Since midnight of day 17 of the current period the ledger fails one entry in fifty in prod-us, after a release; refunds, captures and bookings there fail with it, though nobody released them.',
    burns: [
      {
        sloId: 'ledger.availability.post-entries',
        deployment: 'prod-us',
        start: at(0, 16, 0),
        hours: 6,
        rate: 0.02,
      },
    ],
    releases: [
      { service: 'ledger', deployment: 'prod-us', at: at(0, 16, 0), build: 1 },
      { service: 'ledger', deployment: 'prod-us', at: at(0, 16, 6), build: 2 },
    ],
  },
  {
    id: 'slow-scores',
    tells:
      'Scores of fraud-check in prod-eu have been slow since the release of day 16 of the current period: five times too many.',
    burns: [
      {
        sloId: 'fraud-check.latency.post-score',
        deployment: 'prod-eu',
        start: at(0, 15, 11),
        hours: 26,
        rate: 0.25,
      },
    ],
    releases: [
      { service: 'fraud-check', deployment: 'prod-eu', at: at(0, 15, 11), build: 1 },
      { service: 'fraud-check', deployment: 'prod-eu', at: at(0, 16, 13), build: 1 },
    ],
  },
  {
    id: 'slow-japan',
    tells:
      'Since the early hours of day 16 of the current period searching is slow in prod-jp, and there alone: three latency budgets of the team Search are at risk.',
    burns: [
      'search-api.latency.get-search',
      'search-api.latency.get-suggest',
      'timetable.latency.get-timetable',
    ].map((sloId) => ({ sloId, deployment: 'prod-jp', start: at(0, 15, 4), hours: 44, share: 0.16 })),
  },
  {
    id: 'half-a-budget',
    tells:
      'In the previous period a release of payment-gateway takes half a budget in prod-us within five hours; the next release stops it.',
    burns: [{ sloId: charge, deployment: 'prod-us', start: at(1, 8, 14), hours: 5, share: 0.5 }],
    releases: [
      { service: 'payment-gateway', deployment: 'prod-us', at: at(1, 8, 14), build: 1 },
      { service: 'payment-gateway', deployment: 'prod-us', at: at(1, 8, 19), build: 2 },
    ],
  },
  {
    id: 'hundred-points',
    tells:
      'Search in prod-eu loses 45 points at the start of week 2 of the previous period, is fixed, and loses 100 more on the last day of week 3: the period ends at -50 %.',
    burns: [
      { sloId: search, deployment: 'prod-eu', start: at(1, 7, 0), hours: 6, share: 0.45 },
      { sloId: search, deployment: 'prod-eu', start: at(1, 20, 0), hours: 24, share: 1 },
    ],
    releases: [
      { service: 'search-api', deployment: 'prod-eu', at: at(1, 7, 0), build: 1 },
      { service: 'search-api', deployment: 'prod-eu', at: at(1, 7, 6), build: 2 },
      { service: 'search-api', deployment: 'prod-eu', at: at(1, 20, 0), build: 1 },
      { service: 'search-api', deployment: 'prod-eu', at: at(1, 21, 0), build: 1 },
    ],
  },
  {
    id: 'slow-and-fast',
    tells:
      'Two periods ago Booking loses 80 % of a budget twice in prod-us: the seat map over two weeks (0.2 %/h), the holds in two hours (40 %/h).',
    burns: [
      {
        sloId: 'seat-map.latency.get-seats',
        deployment: 'prod-us',
        start: at(2, 5, 0),
        hours: 336,
        share: 0.8,
      },
      {
        sloId: 'holds.availability.post-holds',
        deployment: 'prod-us',
        start: at(2, 12, 17),
        hours: 2,
        share: 0.8,
      },
    ],
  },
  {
    id: 'acquirer-maintenance',
    tells:
      'Two periods ago the acquirer of prod-eu is maintained for three agreed hours that cost 30 % of the charge budget; they are excluded.',
    burns: [
      { sloId: charge, deployment: 'prod-eu', start: at(2, 7, 2), hours: 3, share: 0.3 },
      { sloId: charge, deployment: 'prod-eu', start: at(2, 20, 9), hours: 6, share: 0.35 },
    ],
  },
  {
    id: 'three-bad-releases',
    tells:
      'Three periods ago three releases of payment-gateway overspend the charge budget of prod-eu together.',
    burns: [
      { sloId: charge, deployment: 'prod-eu', start: at(3, 12, 10), hours: 9, share: 0.662 },
      { sloId: charge, deployment: 'prod-eu', start: at(3, 17, 6), hours: 3, share: 0.311 },
      { sloId: charge, deployment: 'prod-eu', start: at(3, 23, 17), hours: 14, share: 0.274 },
    ],
    releases: [
      { service: 'payment-gateway', deployment: 'prod-eu', at: at(3, 12, 10), build: 1 },
      { service: 'payment-gateway', deployment: 'prod-eu', at: at(3, 17, 6), build: 1 },
      { service: 'payment-gateway', deployment: 'prod-eu', at: at(3, 23, 17), build: 1 },
    ],
  },
  {
    id: 'timetable-improves',
    tells:
      'The timetable runs out of budget early in most periods for a year, in prod-eu and prod-us; in the last three closed ones it keeps it.',
    burns: timetableYear.flatMap(([periodsAgo, share]) =>
      ['prod-eu', 'prod-us'].map((deployment) => ({
        sloId: timetable,
        deployment,
        start: at(periodsAgo, 2, 0),
        hours: 360,
        share,
      })),
    ),
    calm: ['prod-eu', 'prod-us'].map((deployment) => ({
      sloId: timetable,
      deployment,
      periodsAgo: [0, 1, 2, 3],
    })),
  },
  {
    id: 'six-requests-a-day',
    tells:
      'POST /contracts of partner-api has a handful of requests a day: a single failure is more than its whole budget.',
    burns: [
      { sloId: contracts, deployment: 'prod-eu', start: at(0, 9, 8), hours: 3, rate: 1 },
      { sloId: contracts, deployment: 'prod-eu', start: at(8, 16, 8), hours: 3, rate: 1 },
    ],
    calm: [{ sloId: contracts, deployment: 'prod-eu', periodsAgo: [1, 2, 3, 4] }],
  },
  {
    id: 'one-cent',
    tells: 'The 100 % SLO on balanced entries of the ledger was broken once, by two hours five periods ago.',
    burns: [
      {
        sloId: 'ledger.correctness.balanced-entries',
        deployment: 'prod-eu',
        start: at(5, 11, 13),
        hours: 2,
        rate: 0.0001,
      },
    ],
  },
  {
    id: 'ledger-drags',
    tells:
      'When the ledger fails, refunds, captures and bookings fail with it; on day 12 of the previous period it costs them all budget in prod-eu.',
    burns: [
      {
        sloId: 'ledger.availability.post-entries',
        deployment: 'prod-eu',
        start: at(1, 11, 9),
        hours: 5,
        share: 0.45,
      },
    ],
    releases: [
      { service: 'ledger', deployment: 'prod-eu', at: at(1, 11, 9), build: 1 },
      { service: 'ledger', deployment: 'prod-eu', at: at(1, 11, 14), build: 2 },
    ],
  },
]
