import type { Catalog } from '../../server/ports.ts'
import type { Deployment, Endpoint, Service, Sli, Slo } from '../../src/contract/catalog.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { contractsOf } from './contracts.ts'
import { agreedSlos, type AgreedSlo } from './agreed-slo.ts'
import { simulatedPolicies } from './policies.ts'
import type { Replicas } from './replicas.ts'
import { runbookOf } from './runbooks.ts'
import { createProfiles } from './service-profiles.ts'
import { slugFromRoute, type EndpointPlan, type ServicePlan } from './service-plan.ts'
import { measuredSince, slaChange, targetChange } from './lasting-changes.ts'
import { periodScheme, type Timeline } from './timeline.ts'

const teams = [
  { slug: 'booking', name: 'Booking' },
  { slug: 'payments', name: 'Payments' },
  { slug: 'search', name: 'Search' },
  { slug: 'identity', name: 'Identity' },
  { slug: 'messaging', name: 'Messaging' },
  { slug: 'fleet', name: 'Fleet' },
]

const deployments: readonly Deployment[] = [
  { slug: 'prod-eu', name: 'prod-eu', kind: 'production', region: 'Europe' },
  { slug: 'prod-us', name: 'prod-us', kind: 'production', region: 'North America' },
  { slug: 'prod-jp', name: 'prod-jp', kind: 'production', region: 'Japan' },
  { slug: 'staging', name: 'staging', kind: 'staging', region: 'Europe' },
]

const slis: readonly Sli[] = [
  {
    slug: 'availability',
    name: 'Availability',
    goodEvent: 'A request that is not answered with a server error or left without an answer.',
    hasThreshold: false,
  },
  {
    slug: 'latency',
    name: 'Latency',
    goodEvent: 'A successful request that is answered faster than the threshold.',
    hasThreshold: true,
  },
  {
    slug: 'freshness',
    name: 'Freshness',
    goodEvent: 'A record that is no older than the threshold when it is read.',
    hasThreshold: true,
  },
  {
    slug: 'correctness',
    name: 'Correctness',
    goodEvent: 'A record that a check finds to be right.',
    hasThreshold: false,
  },
]

function versionsOf({ id, plan, service }: AgreedSlo, timeline: Timeline): Slo['versions'] {
  const since = measuredSince[service.team]
  const team = teams.find(({ slug }) => slug === service.team)?.name ?? service.team
  const first = {
    version: 1,
    target: plan.target,
    effectiveFrom: isoFromHour(since ? timeline.hourAt(since) : timeline.originHour),
    author: `${team}, product owner`,
    reason: 'First agreed with the teams that call it.',
  }
  if (id !== targetChange.sloId) return [first]
  const { target, author, reason } = targetChange
  return [
    first,
    { version: 2, target, effectiveFrom: isoFromHour(timeline.hourAt(targetChange.at)), author, reason },
  ]
}

function endpointOf(service: string, { route }: EndpointPlan): Endpoint {
  const [verb, path] = /^[A-Z]+ \//.test(route) ? route.split(' ') : [null, route]
  return { slug: slugFromRoute(route), service, verb: verb ?? null, path: path ?? route }
}

function serviceOf(plan: ServicePlan, slug: string, nameSuffix: string, dependencies: string[]): Service {
  return {
    slug,
    name: `${plan.name}${nameSuffix}`,
    team: plan.team,
    description: plan.description,
    deployments: [...plan.deployments],
    dependencies,
    endpointCount: plan.endpoints.length,
    sloCount: agreedSlos.filter(({ service }) => service === plan).length,
  }
}

function sloOf(
  slo: AgreedSlo,
  id: string,
  endpoint: Endpoint,
  versions: Slo['versions'],
  timeline: Timeline,
): Slo {
  const { plan, service } = slo
  const runbook = runbookOf(endpoint.service, service.slug, service.team, plan.sli)
  return {
    id,
    slug: slo.slug,
    team: service.team,
    service: endpoint.service,
    sli: plan.sli,
    endpoint,
    target: versions.at(-1)?.target ?? plan.target,
    thresholdMs: plan.thresholdMs ?? null,
    flavor: slo.flavor,
    priority: plan.priority ?? null,
    deployments: [...service.deployments],
    versions,
    slaTarget: plan.slaTarget ?? null,
    ...(plan.slaTarget !== undefined && {
      slaVersions: slaVersionsOf(id, plan.slaTarget, versions, timeline),
    }),
    ...(runbook !== undefined && { runbook }),
  }
}

/** Promised along with the SLO that guards it. */
function slaVersionsOf(id: string, target: number, versions: Slo['versions'], timeline: Timeline) {
  const reason = 'Promised to customers, with legal counsel.'
  const first = versions.slice(0, 1).map((version) => ({ ...version, target, reason }))
  if (id !== slaChange.sloId) return first
  const { author, reason: why, before, at } = slaChange
  return [
    ...first.map((version) => ({ ...version, target: before })),
    { version: 2, target, effectiveFrom: isoFromHour(timeline.hourAt(at)), author, reason: why },
  ]
}

export function createCatalog(timeline: Timeline, replicas: Replicas): Catalog {
  const services: Service[] = []
  const endpoints: Endpoint[] = []
  const slos: Slo[] = []
  const sloPlans = Map.groupBy(agreedSlos, (slo) => slo.endpoint)
  const versions = new Map(agreedSlos.map((slo) => [slo, versionsOf(slo, timeline)]))
  for (const { plan, copy } of replicas.all()) {
    const slug = replicas.slugOf(plan.slug, copy)
    const dependencies = plan.dependencies.map((one) => replicas.slugOf(one, copy)).filter(replicas.exists)
    services.push(serviceOf(plan, slug, replicas.nameSuffixOf(copy), dependencies))
    for (const endpointPlan of plan.endpoints) {
      const endpoint = endpointOf(slug, endpointPlan)
      endpoints.push(endpoint)
      for (const slo of sloPlans.get(endpointPlan) ?? []) {
        slos.push(
          sloOf(slo, `${slug}.${slo.plan.sli}.${slo.slug}`, endpoint, versions.get(slo) ?? [], timeline),
        )
      }
    }
  }
  return {
    organization: { slug: 'harbourline', name: 'Harbourline', isSimulated: true },
    periodScheme,
    teams,
    deployments,
    services,
    profiles: createProfiles(replicas),
    endpoints,
    slis,
    slos,
    contracts: contractsOf(slos, timeline),
    policies: simulatedPolicies(timeline),
  }
}
