import { availability, correctness, endpoint, freshness, latency, type ServicePlan } from './service-plan.ts'

const HOUR_MS = 3_600_000
const everywhere = ['prod-eu', 'prod-us', 'prod-jp', 'staging']
const production = ['prod-eu', 'prod-us', 'prod-jp']

/** Booking and Payments: the furthest on the way, most SLOs are their own. */
export const commerceServices: readonly ServicePlan[] = [
  {
    slug: 'booking-api',
    name: 'Booking API',
    team: 'booking',
    description: 'Makes, shows and cancels bookings',
    deployments: everywhere,
    dependencies: ['holds', 'payment-gateway', 'mail-out'],
    rhythm: 'travellers',
    defaults: [availability(0.995)],
    endpoints: [
      endpoint(
        'POST /bookings',
        3600,
        availability(0.999, { slaTarget: 0.995, priority: 1 }),
        latency(0.95, 800, { priority: 2 }),
      ),
      endpoint('GET /bookings/{id}', 9200, latency(0.95, 300)),
      endpoint('DELETE /bookings/{id}', 700),
    ],
  },
  {
    slug: 'holds',
    name: 'Seat holds',
    team: 'booking',
    description: 'Keeps a seat for twenty minutes',
    deployments: production,
    dependencies: ['seat-map'],
    rhythm: 'travellers',
    defaults: [],
    endpoints: [
      endpoint('POST /holds', 8400, availability(0.999, { priority: 1 }), latency(0.95, 400)),
      endpoint('DELETE /holds/{id}', 5100, availability(0.995)),
      endpoint('no double hold', 8400, correctness(0.9999, { slaTarget: 0.999, priority: 2 })),
    ],
  },
  {
    slug: 'cart',
    name: 'Cart',
    team: 'booking',
    description: 'What a traveller has picked so far',
    deployments: ['prod-eu', 'prod-us', 'staging'],
    dependencies: ['pricing', 'sessions'],
    rhythm: 'travellers',
    defaults: [availability(0.99)],
    endpoints: [
      endpoint('GET /cart', 14_200, availability(0.995, { priority: 3 }), latency(0.95, 300)),
      endpoint('PUT /cart', 6300, latency(0.95, 500)),
      endpoint('DELETE /cart', 1900),
    ],
  },
  {
    slug: 'seat-map',
    name: 'Seat map',
    team: 'booking',
    description: 'Which seats are free, and where they are',
    deployments: production,
    dependencies: [],
    rhythm: 'travellers',
    defaults: [availability(0.995)],
    endpoints: [
      endpoint('GET /seats', 7200, latency(0.95, 500, { priority: 3 })),
      endpoint('GET /seats/{flight}', 4100),
      endpoint('PUT /seats/{id}', 1300),
    ],
  },
  {
    slug: 'payment-gateway',
    name: 'Payment gateway',
    team: 'payments',
    description: 'Takes payments through the acquirers',
    deployments: everywhere,
    dependencies: ['fraud-check', 'ledger'],
    rhythm: 'travellers',
    defaults: [availability(0.995)],
    endpoints: [
      endpoint(
        'POST /charge',
        22_900,
        availability(0.9995, { slaTarget: 0.999, priority: 1 }),
        latency(0.95, 400, { slaTarget: 0.9, priority: 2 }),
        latency(0.99, 1000),
      ),
      endpoint('GET /charge/{id}', 12_300),
      endpoint('POST /capture', 9100, availability(0.999, { priority: 2 })),
    ],
  },
  {
    slug: 'refunds',
    name: 'Refunds',
    team: 'payments',
    description: 'Returns money, and says when it is on its way',
    deployments: production,
    dependencies: ['ledger', 'mail-out'],
    rhythm: 'office',
    defaults: [],
    endpoints: [
      endpoint(
        'POST /refunds',
        900,
        availability(0.995, { slaTarget: 0.99, priority: 2 }),
        latency(0.9, 2000),
      ),
      endpoint('GET /refunds/{id}', 2400, availability(0.995)),
      {
        ...endpoint('refund booked', 900, freshness(0.99, 24 * HOUR_MS, { priority: 3 })),
        // The Japanese acquirer books by itself and reports nothing.
        unusedIn: ['prod-jp'],
      },
    ],
  },
  {
    slug: 'fraud-check',
    name: 'Fraud check',
    team: 'payments',
    description: 'Scores a payment before it is charged',
    deployments: everywhere,
    dependencies: ['profile'],
    rhythm: 'travellers',
    defaults: [],
    endpoints: [
      endpoint(
        'POST /score',
        23_400,
        availability(0.999, { priority: 1 }),
        latency(0.95, 150, { priority: 2 }),
      ),
      endpoint('POST /feedback', 1200, availability(0.99)),
    ],
  },
  {
    slug: 'ledger',
    name: 'Ledger',
    team: 'payments',
    description: 'The books: every cent, twice',
    deployments: production,
    dependencies: [],
    rhythm: 'machines',
    defaults: [],
    endpoints: [
      endpoint('POST /entries', 30_500, availability(0.9995, { slaTarget: 0.999, priority: 1 })),
      endpoint('GET /balance', 8800, availability(0.999), latency(0.95, 250)),
      endpoint('settlement file', 120, freshness(0.99, 2 * HOUR_MS, { slaTarget: 0.95, priority: 2 })),
      endpoint('balanced entries', 30_500, correctness(1, { priority: 1 })),
    ],
  },
]
