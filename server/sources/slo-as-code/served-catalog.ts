import type { Endpoint, Sli, Slo } from '../../../src/contract/catalog.ts'
import type { Contract } from '../../../src/contract/contracts.ts'
import type { ServiceProfile } from '../../../src/contract/service-profile.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'
import type { Catalog } from '../../ports.ts'
import type { CodedContract, CodedService, CodedSlo, SloCatalog } from './slo-catalog.ts'
import { slugFrom } from '../../../src/domain/slug.ts'

/** When these files took effect, and by whom: files say what is agreed, not since when. */
export type Application = Readonly<{ fromHour: Hour; author: string; reason: string }>

const goodEvents: Readonly<Record<string, string>> = {
  availability: 'A request that is served without a failure.',
  latency: 'A request that is answered within the threshold.',
  throughput: 'A unit of work that is done at the rate agreed.',
  coverage: 'A data set that is processed completely.',
  correctness: 'A result that is right.',
  fidelity: 'A request that is served with all features on.',
  freshness: 'Data that is no older than agreed when it is read.',
  durability: 'Stored data that can be read later.',
}

/** What the API serves of a catalog as code, with every target in its first version. */
export function servedCatalog(coded: SloCatalog, application: Application): Catalog {
  const teamOf = new Map(coded.services.map(({ slug, team }) => [slug, team]))
  const slos = coded.slos.map((slo) => servedSlo(slo, teamOf.get(slo.service) ?? '', application))
  const endpoints = new Map(slos.map(({ endpoint }) => [`${endpoint.service} ${endpoint.slug}`, endpoint]))
  const endpointsOf = Map.groupBy(endpoints.values(), ({ service }) => service)
  const slosOf = Map.groupBy(slos, ({ service }) => service)
  return {
    organization: { ...coded.organization, isSimulated: false },
    periodScheme: coded.periodScheme,
    teams: coded.teams,
    deployments: coded.deployments,
    services: coded.services
      .filter(({ slug, facts }) => isServed(facts, slosOf.get(slug)?.length ?? 0))
      .map(({ facts, ...service }) => ({
        ...service,
        deployments: [...service.deployments],
        dependencies: [...(facts?.dependencies ?? [])],
        endpointCount: endpointsOf.get(service.slug)?.length ?? 0,
        sloCount: slosOf.get(service.slug)?.length ?? 0,
      })),
    profiles: coded.services.flatMap(profileOf),
    endpoints: [...endpoints.values()],
    slis: slisOf(coded.slos),
    slos,
    contracts: coded.contracts.map(({ target, ...contract }) =>
      servedContract(contract, [firstVersion(target, application)]),
    ),
    policies: coded.policies,
  }
}

/** What is only planned, or only made of others, is on no list of what runs until something of it is measured. */
export function isServed(facts: Pick<ServiceProfile, 'level' | 'stage'> | null, sloCount: number): boolean {
  return sloCount > 0 || facts === null || (facts.level === 'technical' && facts.stage !== 'planned')
}

function profileOf({ facts, ...service }: CodedService): readonly ServiceProfile[] {
  return facts === null ? [] : [{ ...service, ...facts, deployments: [...service.deployments] }]
}

function firstVersion(target: number, { fromHour, author, reason }: Application): Slo['versions'][number] {
  return { version: 1, target, effectiveFrom: isoFromHour(fromHour), author, reason }
}

/** Customers have names in files and slugs in addresses. The target in force is that of the last version. */
export function servedContract(
  contract: Omit<CodedContract, 'target'>,
  versions: Contract['versions'],
): Contract {
  const { customers, parts, deployments } = contract
  return {
    ...contract,
    customers: customers.map((name) => ({ slug: slugFrom(name), name })),
    parts: [...parts],
    deployments: [...deployments],
    target: versions.at(-1)?.target ?? 1,
    versions,
  }
}

function servedSlo(slo: CodedSlo, team: string, application: Application): Slo {
  const { id, slug, service, sli, target, thresholdMs, flavor, priority, runbook, slaTarget } = slo
  return {
    id,
    slug,
    team,
    service,
    sli,
    endpoint: endpointOf(slo),
    target,
    thresholdMs,
    flavor,
    priority,
    deployments: [...slo.deployments],
    versions: [firstVersion(target, application)],
    slaTarget,
    ...(slaTarget !== null && { slaVersions: [firstVersion(slaTarget, application)] }),
    ...(runbook !== null && { runbook }),
  }
}

/** The API knows no SLO without an endpoint; one that covers all of a service says so in its place. */
function endpointOf({ service, endpoint }: CodedSlo): Endpoint {
  if (endpoint === null) return { slug: 'whole-service', service, verb: null, path: 'whole service' }
  const [, verb, path] = /^([A-Z]+) (\S.*)$/.exec(endpoint) ?? []
  return { slug: slugFrom(endpoint), service, verb: verb ?? null, path: path ?? endpoint }
}

function slisOf(slos: readonly CodedSlo[]): readonly Sli[] {
  return [...Map.groupBy(slos, ({ sli }) => sli)].map(([slug, ofSli]) => {
    const name = `${slug.charAt(0).toUpperCase()}${slug.slice(1).replaceAll('-', ' ')}`
    return {
      slug,
      name,
      goodEvent: goodEvents[slug] ?? 'An event that its query counts as good.',
      hasThreshold: ofSli.some(({ thresholdMs }) => thresholdMs !== null),
    }
  })
}
