import type { Catalog } from '../../server/ports.ts'
import type { Slo } from '../../src/contract/catalog.ts'
import type { Contract } from '../../src/contract/contracts.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { startOf, type WorkedPlan, type WorkedSlo } from './worked-plan.ts'

const deployments = [
  { slug: 'prod-us', name: 'Prod-us', kind: 'production', region: 'us' },
  { slug: 'prod-eu', name: 'Prod-eu', kind: 'production', region: 'eu' },
  { slug: 'prod-jp', name: 'Prod-jp', kind: 'production', region: 'jp' },
] as const

const slis = [
  {
    slug: 'availability',
    name: 'Availability',
    goodEvent: 'The request was answered without an error of the server',
    hasThreshold: false,
  },
]
const latency = {
  slug: 'latency',
  name: 'Latency',
  goodEvent: 'The answer came in time',
  hasThreshold: true,
}

/** "service-1" is called Service 1. */
const nameOf = (slug: string) => `${slug.charAt(0).toUpperCase()}${slug.slice(1).replace('-', ' ')}`

export const workedSloId = ({
  service,
  sli = 'availability',
  endpoint,
}: Pick<WorkedSlo, 'service' | 'sli' | 'endpoint'>) => `${service}.${sli}.${endpoint.slug}`

export function workedCatalog(plan: WorkedPlan): Catalog {
  const teamOf = (service: string) =>
    Object.entries(plan.teams).find(([, services]) => services.includes(service))?.[0] ?? ''
  const slos = plan.slos.map((slo) => agreed(slo, teamOf(slo.service)))
  const endpoints = [
    ...new Map(slos.map(({ endpoint }) => [`${endpoint.service} ${endpoint.slug}`, endpoint])),
  ]
  return {
    organization: { slug: 'worked-figures', name: plan.name, isSimulated: true },
    periodScheme: { kind: 'four-weeks' },
    teams: Object.keys(plan.teams).map((slug) => ({ slug, name: nameOf(slug) })),
    deployments,
    services: Object.entries(plan.teams).flatMap(([team, services]) =>
      services.map((slug) => {
        const own = slos.filter(({ service }) => service === slug)
        return {
          slug,
          name: nameOf(slug),
          team,
          description: 'A service of the worked figures',
          deployments: deployments.map((deployment) => deployment.slug),
          dependencies: [],
          endpointCount: new Set(own.map(({ endpoint }) => endpoint.slug)).size,
          sloCount: own.length,
        }
      }),
    ),
    endpoints: endpoints.map(([, endpoint]) => endpoint),
    slis: plan.slos.some(({ sli }) => sli === 'latency') ? [...slis, latency] : slis,
    contracts: (plan.contracts ?? []).map(signed),
    profiles: [],
    policies: [],
    slos,
  }
}

function agreed(slo: WorkedSlo, team: string): Slo {
  const { service, endpoint, target, losses, since = 1, sli = 'availability', slaTarget = null } = slo
  const first = {
    version: 1,
    effectiveFrom: isoFromHour(startOf(since)),
    author: 'the reference',
    reason: 'As in its worked figures',
  }
  return {
    id: workedSloId(slo),
    slug: endpoint.slug,
    team,
    service,
    sli,
    endpoint: { ...endpoint, service },
    target,
    thresholdMs: slo.thresholdMs ?? null,
    flavor: 'explicit',
    priority: null,
    deployments: Object.keys(losses),
    versions: [{ ...first, target }],
    slaTarget,
    ...(slaTarget !== null && { slaVersions: [{ ...first, target: slaTarget }] }),
  }
}

function signed(contract: NonNullable<WorkedPlan['contracts']>[number]): Contract {
  const { slug, name, target, journey, parts } = contract
  return {
    slug,
    name,
    functionality: name,
    customers: [],
    tier: null,
    since: null,
    sli: 'latency',
    target,
    versions: [
      {
        version: 1,
        target,
        effectiveFrom: isoFromHour(startOf(1)),
        author: 'the reference',
        reason: 'As in its worked figures',
      },
    ],
    journey,
    parts: [...parts],
    deployments: ['prod-us'],
    penalty: null,
    url: null,
  }
}
