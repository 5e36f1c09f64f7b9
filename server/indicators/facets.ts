import type { Slo } from '../../src/contract/catalog.ts'
import type { Facets } from '../../src/contract/facets.ts'
import { formatLatency } from '../../src/domain/format-latency.ts'
import { formatTarget } from '../../src/domain/format.ts'
import { chosenNames, type CatalogIndex } from '../catalog-index.ts'

type FacetName = Exclude<keyof Facets, 'sloCount'>
type Choices = Readonly<Partial<Record<FacetName, string | undefined>>>

/** Where a row belongs, by what can be chosen. */
export type Placed = Readonly<{
  team: string
  service: string
  sli: string | null
  /** Of rows that are about one. */
  slo?: string
  deployment: string
  /** What stands in several places, a rotation for three services, is counted once under this name. */
  item?: string
}>

/** What is shown while no deployment is chosen. */
type OwnDeployments = 'production' | 'all'

/** The query without what facets choose: its rows are those that the facets count. */
export function withoutFacets<Query extends Choices>(query: Query): Omit<Query, FacetName> {
  const { team: _team, service: _service, sli: _sli, slo: _slo, deployment: _deployment, ...rest } = query
  return rest
}

/** Production alone, where no deployment is chosen and nothing else is said. A name that nothing bears is refused, not passed over. */
export function chosenByFacets(
  query: Choices,
  index: CatalogIndex,
  own: OwnDeployments = 'production',
): (row: Placed) => boolean {
  const isNamed = namedByFacets(query, index)
  if (query.deployment !== undefined || own === 'all') return isNamed
  return (row) => isNamed(row) && isProduction(row.deployment, index)
}

function namedByFacets(query: Choices, index: CatalogIndex): (row: Placed) => boolean {
  const teams = chosenNames('team', query.team, index.teams)
  const services = chosenNames('service', query.service, index.services)
  const slis = chosenNames('sli', query.sli, index.slis)
  const slos = chosenNames('slo', query.slo, index.slos)
  const deployments = chosenNames('deployment', query.deployment, index.deployments)
  return ({ team, service, sli, slo, deployment }) =>
    (teams?.has(team) ?? true) &&
    (services?.has(service) ?? true) &&
    (sli === null || (slis?.has(sli) ?? true)) &&
    (slo === undefined || (slos?.has(slo) ?? true)) &&
    (deployments?.has(deployment) ?? true)
}

function isProduction(deployment: string, { deployments }: CatalogIndex): boolean {
  return deployments.get(deployment)?.kind === 'production'
}

/**
 * For every choice how many rows it would show, with the other facets as they are chosen: what a click brings is said
 * before it is made. In the catalog's order; services without a row are left out, of which there may be thousands.
 */
export function facetsOf(
  rows: readonly Placed[],
  query: Choices,
  index: CatalogIndex,
  own: OwnDeployments = 'production',
): Facets {
  const counted = countsByFacet(rows, query, index, own)
  const { catalog } = index
  const choices = (
    facet: FacetName,
    named: readonly Readonly<{ slug: string; name: string }>[],
    isOwn = (_slug: string) => true,
  ) =>
    named.map(({ slug, name }) => ({
      slug,
      name,
      count: counted[facet].get(slug) ?? 0,
      isOwn: isOwn(slug),
    }))
  const isListed = (count: number, slug: string) =>
    count > 0 || (query.service?.split(',').includes(slug) ?? false)
  return {
    team: choices('team', catalog.teams),
    service: choices('service', catalog.services).filter(({ count, slug }) => isListed(count, slug)),
    sli: rows.every(({ sli }) => sli === null) ? [] : choices('sli', catalog.slis),
    slo: choices('slo', sloNames(counted.slo, query.slo, index)),
    sloCount: counted.slo.size,
    deployment: choices(
      'deployment',
      catalog.deployments,
      (slug) => own === 'all' || isProduction(slug, index),
    ),
  }
}

/** More are no list that anybody reads: another choice has to narrow them first. */
const MOST_SLOS = 60

function sloNames(counts: ReadonlyMap<string, number>, chosen: string | undefined, index: CatalogIndex) {
  const named = new Set(chosen?.split(','))
  const isListed = (id: string) => named.has(id) || (counts.size <= MOST_SLOS && counts.has(id))
  return [...index.slos.values()]
    .filter(({ id }) => isListed(id))
    .map((slo) => ({ slug: slo.id, name: `${slo.service} ${sloName(slo)}` }))
}

function sloName({ endpoint: { verb, path }, target, thresholdMs }: Slo): string {
  const promise = `${formatTarget(target)}\u202f%`
  const limit = thresholdMs === null ? '' : ` < ${formatLatency(thresholdMs)}`
  return `${verb === null ? path : `${verb} ${path}`} ${promise}${limit}`
}

function countsByFacet(rows: readonly Placed[], query: Choices, index: CatalogIndex, own: OwnDeployments) {
  const countsOf = (facet: FacetName): ReadonlyMap<string, number> => {
    const others = { ...query, [facet]: undefined }
    const isChosen =
      facet === 'deployment' ? namedByFacets(others, index) : chosenByFacets(others, index, own)
    const counts = new Map<string, number>()
    const seen = new Set<string>()
    for (const row of rows) {
      const name = row[facet]
      if (name === null || name === undefined || !isChosen(row)) continue
      if (row.item !== undefined) {
        const standing = `${name} ${row.item}`
        if (seen.has(standing)) continue
        seen.add(standing)
      }
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    return counts
  }
  return {
    team: countsOf('team'),
    service: countsOf('service'),
    sli: countsOf('sli'),
    slo: countsOf('slo'),
    deployment: countsOf('deployment'),
  }
}
