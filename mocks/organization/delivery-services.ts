import { availability, endpoint, freshness, type ServicePlan } from './service-plan.ts'

const MINUTE_MS = 60_000
const everywhere = ['prod-eu', 'prod-us', 'prod-jp', 'staging']
const atlantic = ['prod-eu', 'prod-us']

/** Messaging measures what it sends; Fleet has nothing but service defaults so far. */
export const deliveryServices: readonly ServicePlan[] = [
  {
    slug: 'mail-out',
    name: 'Mail out',
    team: 'messaging',
    description: 'Sends confirmations and boarding passes',
    deployments: everywhere,
    dependencies: ['templates'],
    rhythm: 'travellers',
    defaults: [],
    endpoints: [
      endpoint('POST /mail', 4100, availability(0.995, { priority: 2 })),
      endpoint('mail sent', 4100, freshness(0.98, 5 * MINUTE_MS, { slaTarget: 0.95, priority: 2 })),
    ],
  },
  {
    slug: 'push',
    name: 'Push',
    team: 'messaging',
    description: 'Gate changes and delays, on the phone in time',
    deployments: atlantic,
    dependencies: ['templates', 'profile'],
    rhythm: 'travellers',
    defaults: [],
    endpoints: [
      endpoint('POST /push', 9300, availability(0.995, { priority: 2 })),
      endpoint('push delivered', 9300, freshness(0.95, MINUTE_MS)),
    ],
  },
  {
    slug: 'sms-relay',
    name: 'SMS relay',
    team: 'messaging',
    description: 'Hands text messages to the carriers',
    deployments: atlantic,
    dependencies: [],
    rhythm: 'travellers',
    defaults: [availability(0.99)],
    endpoints: [
      endpoint('POST /sms', 2300, availability(0.999, { slaTarget: 0.99, priority: 2 })),
      endpoint('GET /sms/{id}', 900),
      endpoint('POST /receipts', 1800),
    ],
  },
  {
    slug: 'templates',
    name: 'Templates',
    team: 'messaging',
    description: 'The words of every message, in nine languages',
    deployments: ['prod-eu', 'prod-us', 'staging'],
    dependencies: [],
    rhythm: 'office',
    defaults: [availability(0.99)],
    endpoints: [
      endpoint('GET /templates', 8600),
      endpoint('PUT /templates/{id}', 40),
      endpoint('POST /preview', 160),
    ],
  },
  {
    slug: 'edge-gateway',
    name: 'Edge gateway',
    team: 'fleet',
    description: 'The front door: every request comes through here',
    deployments: everywhere,
    dependencies: ['login', 'search-api', 'booking-api'],
    rhythm: 'travellers',
    defaults: [availability(0.9995)],
    endpoints: [endpoint('all routes', 60_000), endpoint('GET /status', 3600)],
  },
  {
    slug: 'tracking',
    name: 'Tracking',
    team: 'fleet',
    description: 'Where the vehicles are',
    deployments: atlantic,
    dependencies: [],
    rhythm: 'machines',
    defaults: [availability(0.995)],
    endpoints: [
      endpoint('GET /position', 19_500),
      endpoint('POST /position', 36_000),
      endpoint('GET /eta', 5400),
    ],
  },
  {
    slug: 'partner-api',
    name: 'Partner API',
    team: 'fleet',
    description: 'For carriers and resellers',
    deployments: atlantic,
    dependencies: ['search-api', 'booking-api'],
    rhythm: 'office',
    defaults: [availability(0.995)],
    endpoints: [
      endpoint('GET /affil', 4600),
      // A handful of requests a day: one that fails is more than the whole budget.
      { ...endpoint('POST /contracts', 0.25), unusedIn: ['prod-us'] },
      endpoint('GET /contracts', 480),
    ],
  },
  {
    slug: 'media',
    name: 'Media',
    team: 'fleet',
    description: 'Pictures of vehicles, stations and meals',
    deployments: atlantic,
    dependencies: [],
    rhythm: 'travellers',
    defaults: [availability(0.99)],
    endpoints: [endpoint('GET /img', 31_000), endpoint('PUT /img', 140), endpoint('GET /img/sizes', 2600)],
  },
]
