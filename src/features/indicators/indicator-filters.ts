import type {
  AdherenceFilters,
  CurvesFilters,
  DepletionFilters,
  EndpointFilters,
  KeptFilters,
  RotationFilters,
} from '../../api/indicator-queries.ts'
import type { RecoveryFilters, TicketTrendFilters } from '../../api/trend-queries.ts'
import { formatGrowthFilter } from '../../domain/growth-filter.ts'
import { formatIndicatorSort, type IndicatorSort } from '../../url/indicator-sort.ts'
import type { IndicatorView, TicketView } from '../../url/indicator-view.ts'

const chosenLists = ['team', 'service', 'sli', 'slo', 'deployment'] as const

/** What the address says of a table, as a question to the server. */
export function filtersOf(view: IndicatorView, ownSort: readonly IndicatorSort[]) {
  const chosen = chosenLists
    .filter((name) => view[name].length > 0)
    .map((name) => [name, view[name].join(',')])
  return {
    ...(Object.fromEntries(chosen) as Partial<Record<(typeof chosenLists)[number], string>>),
    ...view.range,
    ...(view.scale === 'month' && { scale: view.scale }),
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
  return { ...filters, ...wholeScale(view), by }
}

/** Tickets are not about SLIs or SLOs. */
export function ticketTrendFilters(view: TicketView, ownSort: readonly IndicatorSort[]): TicketTrendFilters {
  const { sli: _sli, slo: _slo, defaults: _defaults, ...filters } = filtersOf(view, ownSort)
  return {
    ...filters,
    ...(view.tickets === 'all' && { tickets: view.tickets }),
    ...(view.growth !== null && { growth: formatGrowthFilter(view.growth) }),
  }
}

/** Rotations have hours of a week, which are the same on every scale. */
export function rotationFilters(view: IndicatorView, ownSort: readonly IndicatorSort[]): RotationFilters {
  const { sli: _sli, slo: _slo, defaults: _defaults, scale: _scale, ...filters } = filtersOf(view, ownSort)
  return filters
}

/** Incidents concern services, whatever is promised about them. */
export function recoveryFilters(view: IndicatorView, ownSort: readonly IndicatorSort[]): RecoveryFilters {
  const { sli: _sli, slo: _slo, defaults: _defaults, ...filters } = filtersOf(view, ownSort)
  return { ...filters, ...wholeScale(view) }
}

/** Hours that are added up whatever periods they lie in. */
function wholeScale({ scale }: IndicatorView) {
  return scale === 'window' ? { scale } : {}
}

export function keptFilters(view: IndicatorView, ownSort: readonly IndicatorSort[]): KeptFilters {
  return filtersOf(view, ownSort)
}

/** How a table is looked at, not what is in it. */
const looks = [
  'sort',
  'show',
  'figures',
  'listed',
  'measure',
  'columns',
  'part',
  'group',
  'component',
  'events',
  'result',
  'open',
]

/** Choices beyond what the indicator shows by itself, each of which a reset takes back. */
export function setCountOf(view: IndicatorView, own: IndicatorView): number {
  const chosen: Readonly<Record<string, unknown>> = view
  return Object.entries(own).filter(
    ([name, value]) => !looks.includes(name) && JSON.stringify(chosen[name]) !== JSON.stringify(value),
  ).length
}
