import type { ServiceProfile } from '../../src/contract/service-profile.ts'
import { servicePlans } from './agreed-slo.ts'
import type { Replicas } from './replicas.ts'

type Said = Partial<Omit<ServiceProfile, 'slug'>>

const kubernetes = 'Kubernetes in the data centre of each region'
const cloud = 'Managed containers of the cloud provider'

/** What teams wrote of what they run. Fleet has only begun and wrote nothing; others left gaps. */
const written: Readonly<Record<string, Said>> = {
  'booking-api': { hosting: kubernetes, consumes: ['Holds', 'Charges'], produces: ['Bookings'] },
  holds: { hosting: kubernetes, consumes: ['Seat maps'], produces: ['Holds'] },
  cart: { hosting: kubernetes, consumes: ['Prices'], produces: ['Carts'] },
  'seat-map': { consumes: [], produces: ['Seat maps'] },
  'payment-gateway': {
    hosting: 'Own machines, certified for card data',
    consumes: ['Card data', 'Risk scores'],
    produces: ['Charges'],
    links: [{ title: 'Architecture', url: 'https://wiki.harbourline.example/payments/gateway' }],
  },
  refunds: { hosting: kubernetes, consumes: ['Charges'], produces: ['Refunds'] },
  'fraud-check': { hosting: cloud, consumes: ['Profiles', 'Charges'], produces: ['Risk scores'] },
  ledger: {
    hosting: 'Own machines, certified for card data',
    consumes: ['Charges', 'Refunds'],
    produces: ['Entries'],
    plannedDeployments: ['prod-au'],
  },
  'search-api': { hosting: kubernetes, consumes: ['Timetables', 'Prices'], produces: ['Offers'] },
  timetable: { hosting: kubernetes, consumes: ['Feeds of carriers'], produces: ['Timetables'] },
  pricing: { hosting: cloud, produces: ['Prices'] },
  recommendations: { hosting: cloud, product: 'Travel' },
  login: { hosting: kubernetes, consumes: ['Credentials'], produces: ['Sessions'] },
  profile: { hosting: kubernetes, product: 'Account', consumes: ['Consents'], produces: ['Profiles'] },
  sessions: { hosting: kubernetes, consumes: [], produces: ['Sessions'] },
  consent: { product: 'Account' },
  'mail-out': { hosting: cloud, product: 'Messages', consumes: ['Bookings', 'Templates'], produces: [] },
  push: { hosting: cloud, product: 'Messages', consumes: ['Delays', 'Templates'], produces: [] },
  'sms-relay': { product: 'Messages', stage: 'retiring', hosting: 'One virtual machine a region' },
  templates: { hosting: cloud, product: 'Messages', consumes: [], produces: ['Templates'] },
}

const nothingSaid = {
  description: '',
  level: 'technical',
  stage: 'live',
  liveFrom: null,
  product: null,
  deployments: [],
  plannedDeployments: [],
  hosting: null,
  parts: [],
  dependencies: null,
  consumes: null,
  produces: null,
  links: [],
} satisfies Partial<ServiceProfile>

/** What customers know by one name, and what is still to come: nothing of these is measured. */
const listed: readonly (Said & Pick<ServiceProfile, 'slug' | 'name' | 'team'>)[] = [
  {
    slug: 'travel-sales',
    name: 'Travel sales',
    team: 'booking',
    description: 'From the first search to the ticket',
    level: 'business',
    product: 'Travel',
    parts: ['checkout', 'find-a-trip'],
  },
  {
    slug: 'checkout',
    name: 'Checkout',
    team: 'booking',
    description: 'A trip in the cart becomes a paid booking',
    level: 'logical',
    product: 'Travel',
    parts: ['booking-api', 'holds', 'cart', 'seat-map', 'payment-gateway', 'fraud-check'],
  },
  {
    slug: 'find-a-trip',
    name: 'Find a trip',
    team: 'search',
    description: 'What runs when, and what it costs',
    level: 'logical',
    product: 'Travel',
    parts: ['search-api', 'timetable', 'pricing'],
  },
  {
    slug: 'money-back',
    name: 'Money back',
    team: 'payments',
    description: 'Refunds and the books behind them',
    level: 'logical',
    product: 'Payments',
    parts: ['refunds', 'ledger'],
  },
  {
    slug: 'sign-in',
    name: 'Sign-in',
    team: 'identity',
    description: 'Who somebody is, on every page',
    level: 'logical',
    product: 'Account',
    parts: ['login', 'sessions'],
  },
  {
    slug: 'loyalty',
    name: 'Loyalty points',
    team: 'identity',
    description: 'Points for every trip, spent on the next',
    stage: 'planned',
    liveFrom: '2027-02-01',
    product: 'Account',
    plannedDeployments: ['prod-eu'],
    hosting: kubernetes,
    dependencies: ['profile', 'ledger'],
    consumes: ['Bookings'],
    produces: ['Points'],
  },
  {
    slug: 'message-hub',
    name: 'Message hub',
    team: 'messaging',
    description: 'One way out for mail, push and text messages, in the place of the SMS relay',
    stage: 'planned',
    plannedDeployments: ['prod-eu', 'prod-us', 'prod-jp'],
    dependencies: ['templates'],
  },
]

export function createProfiles(replicas: Replicas): readonly ServiceProfile[] {
  const running = servicePlans.flatMap((plan): ServiceProfile[] => {
    const said = written[plan.slug]
    if (said === undefined || !replicas.exists(plan.slug)) return []
    return [
      {
        ...nothingSaid,
        slug: plan.slug,
        name: plan.name,
        team: plan.team,
        description: plan.description,
        deployments: [...plan.deployments],
        dependencies: plan.dependencies.filter(replicas.exists),
        ...said,
      },
    ]
  })
  const known = new Set([...running, ...listed].map(({ slug }) => slug))
  const others = listed.map((profile) => ({
    ...nothingSaid,
    ...profile,
    parts: (profile.parts ?? []).filter((part) => known.has(part)),
    dependencies: profile.dependencies?.filter((one) => known.has(one)) ?? null,
  }))
  return [...running, ...others].toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
}
