import { serviceFactsOf, type CatalogService } from '../../src/contract/service-catalog.ts'
import { coverageNotation, weekCoverage } from '../../src/domain/on-call-coverage.ts'
import { agreements } from '../../src/domain/service-catalog.ts'
import { servicesWithPolicy } from '../calendar/agreed-policies.ts'
import type { ApiContext } from '../context.ts'
import { knownSlas } from '../slas/known-slas.ts'
import type { KnownService } from './known-services.ts'
import { rowOf, type Known } from './read-known.ts'
import { serviceDocument } from './service-document.ts'
import { verdictHistory } from './service-history.ts'

const RELEASE_DAYS = 90

export async function serviceDetail(
  service: KnownService,
  known: Known,
  context: ApiContext,
): Promise<CatalogService> {
  const { index, deps, book, slaBook } = context
  const { now, services } = known
  const group = new Set(service.group)
  const slos = index.catalog.slos.filter((slo) => group.has(slo.service))
  const inProduction = (deployment: string) => index.deployments.get(deployment)?.kind === 'production'
  const members = slos.flatMap((slo) =>
    slo.deployments.filter(inProduction).map((deployment) => ({ slo, deployment })),
  )
  const slas = knownSlas(index).endpoints.filter(
    ({ slo, member }) => group.has(slo.service) && inProduction(member.deployment),
  )
  const [history, slaHistory, releases, versions] = await Promise.all([
    verdictHistory(book, members, now),
    verdictHistory(
      slaBook,
      slas.map(({ member }) => member),
      now,
    ),
    latestReleases(service, context, now.nowHour),
    deps.entries.history('service-facts', service.slug),
  ])
  const rotations = known.rotations.filter(({ record }) => record.services.some((one) => group.has(one)))
  const own = rotations.filter(({ record }) => record.deployments.some(inProduction))
  const coveredHoursOf = (slug: string) =>
    weekCoverage(own.filter(({ record }) => record.services.includes(slug)).map(({ shifts }) => shifts))
      .coveredHours
  const isMachine = new Set(services.flatMap(({ slug, level }) => (level === 'technical' ? [slug] : [])))
  const below = service.group.filter((slug) => isMachine.has(slug))
  const machines = below.length === 0 ? [service.slug] : below
  // What is made of others is agreed where it is agreed for each of them.
  const withPolicy = servicesWithPolicy(index.catalog)
  const areAll = (holds: (slug: string) => boolean) => machines.every(holds)
  const promised = new Set(slos.map(({ id }) => id))
  return {
    service: rowOf(service, known, context),
    profile: service.profile,
    deployments: [...service.deployments],
    wholes: wholesOf(service, services),
    parts: services
      .filter(({ partOf }) => partOf === service.slug)
      .map((part) => rowOf(part, known, context)),
    calls: (service.dependencies ?? []).map((slug) => nameOf(slug, services)),
    calledBy: services
      .filter(({ dependencies }) => dependencies?.includes(service.slug) ?? false)
      .map(({ slug, name }) => ({ slug, name })),
    endpoints: endpointsOf(group, context),
    slos: slosOnWire(slos, known, context),
    history,
    slaHistory,
    contracts: index.catalog.contracts
      .filter(({ parts, journey }) => [...parts, journey ?? ''].some((id) => promised.has(id)))
      .map(({ slug, name, target, since }) => ({ slug, name, target, since })),
    rotations: rotations.map(({ record, shifts }) => ({
      team: record.team,
      id: record.id,
      name: record.name ?? record.id,
      notation: coverageNotation(weekCoverage([shifts])),
      primaryPeople: record.primaryPeople,
      backupPeople: record.backupPeople,
    })),
    // As little as the part that is covered least.
    coveredHours: Math.min(...machines.map(coveredHoursOf)),
    releases,
    agreements: agreements.map((agreement) => ({
      agreement,
      isMade: {
        slis: areAll((slug) => slos.some((slo) => slo.service === slug)),
        slos: areAll((slug) => slos.some((slo) => slo.service === slug && slo.flavor === 'explicit')),
        policy: areAll((slug) => withPolicy.has(slug)),
        'on-call': areAll((slug) => coveredHoursOf(slug) > 0),
      }[agreement],
    })),
    facts: service.facts,
    version: service.entry?.version ?? 0,
    versions: versions.map(({ version, by, at, isWithdrawn, body }) => ({
      version,
      by: by.name,
      at,
      isWithdrawn,
      facts: serviceFactsOf(body),
    })),
    document: { fileName: `${service.slug}.yaml`, text: serviceDocument(service) },
  }
}

function nameOf(slug: string, services: readonly KnownService[]) {
  return { slug, name: services.find((one) => one.slug === slug)?.name ?? slug }
}

function wholesOf(service: KnownService, services: readonly KnownService[]) {
  const above: { slug: string; name: string }[] = []
  for (
    let whole = service.partOf;
    whole !== null && above.every(({ slug }) => slug !== whole);
    whole = services.find(({ slug }) => slug === whole)?.partOf ?? null
  )
    above.push(nameOf(whole, services))
  return above
}

function endpointsOf(group: ReadonlySet<string>, { index }: ApiContext): CatalogService['endpoints'] {
  const counts = new Map<string, number>()
  for (const { service, endpoint } of index.catalog.slos) {
    const key = `${service} ${endpoint.slug}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return index.catalog.endpoints
    .filter(({ service }) => group.has(service))
    .map((endpoint) => ({ ...endpoint, sloCount: counts.get(`${endpoint.service} ${endpoint.slug}`) ?? 0 }))
}

function slosOnWire(
  slos: ApiContext['index']['catalog']['slos'],
  { byService }: Known,
  { index }: ApiContext,
): CatalogService['slos'] {
  return slos.map((slo) => ({
    id: slo.id,
    slug: slo.slug,
    service: slo.service,
    team: slo.team,
    sli: slo.sli,
    sliName: index.slis.get(slo.sli)?.name ?? slo.sli,
    endpoint: slo.endpoint.verb === null ? slo.endpoint.path : `${slo.endpoint.verb} ${slo.endpoint.path}`,
    target: slo.target,
    slaTarget: slo.slaTarget,
    thresholdMs: slo.thresholdMs,
    isDefault: slo.flavor === 'default',
    priority: slo.priority,
    hasRunbook: slo.runbook !== undefined,
    changedAt: slo.versions.at(-1)?.effectiveFrom ?? new Date(0).toISOString(),
    states: (byService.get(slo.service) ?? [])
      .filter(({ series }) => series.member.slo.id === slo.id)
      .map(({ series, standing }) => ({
        deployment: series.member.deployment,
        state: standing.budget.state,
      })),
  }))
}

async function latestReleases(
  service: KnownService,
  { deps }: ApiContext,
  nowHour: number,
): Promise<CatalogService['releases']> {
  if (service.level !== 'technical' || service.stage === 'planned') return []
  const found = await deps.releases.list({
    services: [service.slug],
    fromHour: nowHour - RELEASE_DAYS * 24,
    toHour: nowHour + 1,
  })
  const newest = [...Map.groupBy(found, ({ deployment }) => deployment).values()].flatMap(
    ([first]) => first ?? [],
  )
  return newest.map(({ deployment, version, at }) => ({ deployment, version, at }))
}
