import type { SlaFilters } from '../../api/sla-queries.ts'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { SlaDepletionRow } from '../../contract/sla-indicators.ts'
import type { IndicatorSort } from '../../url/indicator-sort.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import type { SlaView } from '../../url/sla-view.ts'
import { filtersOf } from './indicator-filters.ts'

/** What the address says of a table of SLAs, as a question to the server. */
export function slaFilters(view: SlaView, ownSort: readonly IndicatorSort[]): SlaFilters {
  const { slo: _slo, defaults: _defaults, ...filters } = filtersOf(view, ownSort)
  return {
    ...filters,
    ...(view.contract.length > 0 && { contract: view.contract.join(',') }),
    ...(view.customer.length > 0 && { customer: view.customer.join(',') }),
  }
}

type Subject = Pick<SlaDepletionRow, 'type' | 'id' | 'name' | 'deployment' | 'sli' | 'part'>

/** What finds this SLA again, in its deployment: a contract with its parts, an endpoint's by its name. */
function onlyThis({ type, id, name, deployment, sli, part }: Subject): Partial<SlaView> {
  if (type === 'contractual') return { contract: [id], deployment: [deployment] }
  return {
    service: part === null ? [] : [part.service],
    sli: [sli],
    deployment: [deployment],
    search: name,
  }
}

export function adherenceOfSla(subject: Subject, view: SlaView) {
  return indicatorPaths.slaAdherence({
    ...onlyThis(subject),
    range: frozenOr(view, { window: 'current-year' }),
  })
}

/** The burn-down of one SLA in one period, or in all that are shown. */
export function depletionOfSla(subject: Subject, view: SlaView, period?: PeriodOnWire) {
  const at = 'at' in view.range ? { at: view.range.at } : {}
  const range = period === undefined ? view.range : { from: period.start, to: period.end, ...at }
  return indicatorPaths.slaDepletion({ ...onlyThis(subject), scale: view.scale, show: 'graph', range })
}

/** A frozen table leads to tables of its own hour. */
function frozenOr({ range }: SlaView, live: SlaView['range']): SlaView['range'] {
  return 'at' in range ? range : live
}
