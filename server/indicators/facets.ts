import type { Facets } from '../../src/contract/indicators.ts'
import type { ListedSeries } from '../budgets/listed-series.ts'
import { selectedSeries } from '../budgets/selected-series.ts'
import type { CatalogIndex } from '../catalog-index.ts'

type FacetName = keyof Facets
type Choices = Readonly<Partial<Record<FacetName, string | undefined>>>
type Row = Readonly<{ series: ListedSeries }>

const nameOf: Readonly<Record<FacetName, (series: ListedSeries) => string>> = {
  team: ({ member }) => member.slo.team,
  service: ({ member }) => member.slo.service,
  sli: ({ member }) => member.slo.sli,
  deployment: ({ member }) => member.deployment,
}

const facetNames = Object.keys(nameOf) as FacetName[]

/** The query without what facets choose: its rows are those that the facets count. */
export function withoutFacets<Query extends Choices>(query: Query): Omit<Query, FacetName> {
  const { team: _team, service: _service, sli: _sli, deployment: _deployment, ...rest } = query
  return rest
}

function facetsOnly({ team, service, sli, deployment }: Choices) {
  return { team, service, sli, deployment }
}

/** Production alone, where no deployment is chosen. */
export function chosenByFacets(query: Choices, index: CatalogIndex): (series: ListedSeries) => boolean {
  const isSelected = selectedSeries(facetsOnly(query), index)
  return (series) => isSelected(series) && (query.deployment !== undefined || series.isProduction)
}

/**
 * For every choice how many rows it would show, with the other facets as they are chosen: what a click brings is said
 * before it is made. In the catalog's order; a choice without a row stands with 0 while its catalog entry exists.
 */
export function facetsOf(rows: readonly Row[], query: Choices, index: CatalogIndex): Facets {
  const [team, service, sli, deployment] = facetNames.map((facet) => {
    const others = { ...query, [facet]: undefined }
    const isChosen =
      facet === 'deployment' ? selectedSeries(facetsOnly(others), index) : chosenByFacets(others, index)
    const counts = new Map<string, number>()
    for (const { series } of rows) {
      if (!isChosen(series)) continue
      const name = nameOf[facet](series)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    return counts
  })
  const listed = (
    named: readonly Readonly<{ slug: string; name: string }>[],
    counts: ReadonlyMap<string, number> | undefined,
  ) => named.map(({ slug, name }) => ({ slug, name, count: counts?.get(slug) ?? 0, isOwn: true }))
  const { catalog } = index
  return {
    team: listed(catalog.teams, team),
    service: listed(catalog.services, service).filter(
      ({ count, slug }) => count > 0 || isNamed(query.service, slug),
    ),
    sli: listed(catalog.slis, sli),
    deployment: listed(catalog.deployments, deployment).map((choice) => ({
      ...choice,
      isOwn: index.deployments.get(choice.slug)?.kind === 'production',
    })),
  }
}

/** Services without a row are left out, unless they are chosen: there may be thousands. */
function isNamed(chosen: string | undefined, slug: string): boolean {
  return chosen?.split(',').includes(slug) ?? false
}
