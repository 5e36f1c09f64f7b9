import type { Catalog } from '../../server/ports.ts'
import type { Slo } from '../../src/contract/catalog.ts'
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

/** "service-1" is called Service 1. */
const nameOf = (slug: string) => `${slug.charAt(0).toUpperCase()}${slug.slice(1).replace('-', ' ')}`

export const workedSloId = ({ service, endpoint }: Pick<WorkedSlo, 'service' | 'endpoint'>) =>
  `${service}.availability.${endpoint.slug}`

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
    slis,
    contracts: [],
    slos,
  }
}

function agreed(slo: WorkedSlo, team: string): Slo {
  const { service, endpoint, target, losses, since = 1 } = slo
  return {
    id: workedSloId(slo),
    slug: endpoint.slug,
    team,
    service,
    sli: 'availability',
    endpoint: { ...endpoint, service },
    target,
    thresholdMs: null,
    flavor: 'explicit',
    priority: null,
    deployments: Object.keys(losses),
    versions: [
      {
        version: 1,
        target,
        effectiveFrom: isoFromHour(startOf(since)),
        author: 'the reference',
        reason: 'As in its worked figures',
      },
    ],
    slaTarget: null,
  }
}
