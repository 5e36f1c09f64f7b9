import type { SlaFacets } from '../../src/contract/sla-indicators.ts'
import { chosenNames, type CatalogIndex } from '../catalog-index.ts'
import { searchedFor } from '../search-words.ts'
import { customersOf } from './customers.ts'
import type { SlaPlace } from './known-slas.ts'

type SlaFacet = (typeof facetNames)[number]
type SlaChoice = Readonly<Partial<Record<SlaFacet | 'search', string | undefined>>>

const facetNames = ['team', 'service', 'sli', 'deployment', 'contract', 'customer'] as const

/** Production alone, where no deployment is chosen. A name that nothing bears is refused, not passed over. */
export function chosenSlas(query: SlaChoice, index: CatalogIndex): (place: SlaPlace) => boolean {
  const isChosen = facetNames.map((facet) => chosenBy(facet, query, index))
  return (place) => isFound(place, query) && isChosen.every((isIn) => isIn(place))
}

/** For every choice how many rows it would show, with the others as they are. */
export function slaFacets(places: readonly SlaPlace[], query: SlaChoice, index: CatalogIndex): SlaFacets {
  const found = places.filter((place) => isFound(place, query))
  const { catalog } = index
  const choices = (
    facet: SlaFacet,
    named: Iterable<Readonly<{ slug: string; name: string }>>,
    isOwn = (_slug: string) => true,
  ) => {
    const others = facetNames.filter((one) => one !== facet).map((one) => chosenBy(one, query, index))
    // Its own choice is not one of the others, but production alone is shown where none is made.
    const rows = found.filter((place) => others.every((isIn) => isIn(place)))
    const chosen = query[facet]?.split(',') ?? []
    return [...named]
      .map(({ slug, name }) => ({
        slug,
        name,
        count: rows.filter((place) => place[facet].includes(slug)).length,
        isOwn: isOwn(slug),
      }))
      .filter(({ slug, count }) => !isLong(facet) || count > 0 || chosen.includes(slug))
  }
  return {
    team: choices('team', catalog.teams),
    service: choices('service', catalog.services),
    sli: choices('sli', catalog.slis),
    // An SLA rests on endpoints, not on SLOs.
    slo: [],
    sloCount: 0,
    deployment: choices('deployment', catalog.deployments, (slug) => isProduction(slug, index)),
    contract: choices('contract', catalog.contracts),
    customer: choices('customer', customersOf(catalog).values()),
  }
}

/** Of which there may be hundreds: those that leave no row are left out. */
function isLong(facet: SlaFacet): boolean {
  return facet === 'service' || facet === 'contract' || facet === 'customer'
}

function chosenBy(facet: SlaFacet, query: SlaChoice, index: CatalogIndex): (place: SlaPlace) => boolean {
  const names = chosenNames(facet, query[facet], knownBy(facet, index))
  if (names !== null) return (place) => place[facet].some((name) => names.has(name))
  if (facet !== 'deployment') return () => true
  return ({ deployment }) => deployment.some((name) => isProduction(name, index))
}

function knownBy(facet: SlaFacet, index: CatalogIndex): ReadonlyMap<string, unknown> {
  switch (facet) {
    case 'team':
      return index.teams
    case 'service':
      return index.services
    case 'sli':
      return index.slis
    case 'deployment':
      return index.deployments
    case 'contract':
      return index.contracts
    case 'customer':
      return customersOf(index.catalog)
  }
}

function isProduction(deployment: string, { deployments }: CatalogIndex): boolean {
  return deployments.get(deployment)?.kind === 'production'
}

function isFound({ words }: SlaPlace, { search }: SlaChoice): boolean {
  return searchedFor(search)([words])
}
