import type { BottleneckFilters, DeliveryFilters } from '../../../api/delivery-queries.ts'
import type { IndicatorSort } from '../../../url/indicator-sort.ts'
import type { DeliveryView } from '../../../url/delivery-view.ts'
import { filtersOf } from '../indicator-filters.ts'

/** Deliveries have no SLIs, and no scale but the period. */
export function deliveryFilters(view: DeliveryView, ownSort: readonly IndicatorSort[]): DeliveryFilters {
  const { sli: _sli, slo: _slo, defaults: _defaults, scale: _scale, ...filters } = filtersOf(view, ownSort)
  return { ...filters, ...(view.group !== 'team' && { group: view.group }) }
}

export function bottleneckFilters(view: DeliveryView): BottleneckFilters {
  const { sort: _sort, group: _group, ...filters } = deliveryFilters({ ...view, sort: [] }, [])
  return {
    ...filters,
    ...(view.side.length > 0 && { side: view.side.join(',') }),
    ...(view.decision.length > 0 && { decision: view.decision.join(',') }),
  }
}
