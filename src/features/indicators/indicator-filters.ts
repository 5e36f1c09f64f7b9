import type {
  AdherenceFilters,
  CurvesFilters,
  DepletionFilters,
  EndpointFilters,
} from '../../api/indicator-queries.ts'
import { formatIndicatorSort, type IndicatorSort, type IndicatorView } from '../../url/indicator-view.ts'

const chosenLists = ['team', 'service', 'sli', 'slo', 'deployment'] as const

/** What the address says of a table, as a question to the server. */
function filtersOf(view: IndicatorView, ownSort: readonly IndicatorSort[]) {
  const chosen = chosenLists
    .filter((name) => view[name].length > 0)
    .map((name) => [name, view[name].join(',')])
  return {
    ...(Object.fromEntries(chosen) as Partial<Record<(typeof chosenLists)[number], string>>),
    ...view.range,
    ...(view.scale !== 'period' && { scale: view.scale }),
    ...(!view.showDefaults && { defaults: 'hide' as const }),
    ...(view.search.trim() !== '' && { search: view.search.trim() }),
    sort: formatIndicatorSort(view.sort.length > 0 ? view.sort : ownSort),
  }
}

export function adherenceFilters(view: IndicatorView, ownSort: readonly IndicatorSort[]): AdherenceFilters {
  return filtersOf(view, ownSort)
}

export function depletionFilters(view: IndicatorView, ownSort: readonly IndicatorSort[]): DepletionFilters {
  return { ...filtersOf(view, ownSort), ...(view.prematureOnly && { premature: 'only' as const }) }
}

/** The graphs have an order of their own. */
export function curvesFilters(view: IndicatorView): CurvesFilters {
  const { sort: _sort, ...filters } = depletionFilters(view, [])
  return filters
}

/** Endpoints have statistics whether anybody promised anything or not, so that nothing of an SLO narrows them. */
export function endpointFilters(
  view: IndicatorView,
  by: NonNullable<EndpointFilters['by']>,
  ownSort: readonly IndicatorSort[],
): EndpointFilters {
  const { sli: _sli, slo: _slo, defaults: _defaults, ...filters } = filtersOf(view, ownSort)
  return { ...filters, by }
}

/** Choices beyond what the indicator shows by itself, each of which a reset takes back. */
export function setCountOf(view: IndicatorView, own: IndicatorView): number {
  const lists = chosenLists.filter((name) => view[name].length > 0).length
  const others = [
    view.showDefaults !== own.showDefaults,
    view.prematureOnly !== own.prematureOnly,
    view.scale !== own.scale,
    view.search !== own.search,
    JSON.stringify(view.range) !== JSON.stringify(own.range),
  ].filter(Boolean).length
  return lists + others
}
