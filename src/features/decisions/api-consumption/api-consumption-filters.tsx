import type { ApiConsumption } from '../../../contract/api-consumption.ts'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { MultiFilter } from '../../../ui/multi-filter.tsx'
import type { ApiConsumptionView } from '../../../url/api-consumption-view.ts'
import { DecidingTeamSelect, ServiceSelect } from '../workflow/service-select.tsx'

type ApiConsumptionFiltersProps = Readonly<{
  view: ApiConsumptionView
  /** Not there before the first answer. */
  answer: ApiConsumption | undefined
  onChange: (change: Partial<ApiConsumptionView>) => void
}>

export function ApiConsumptionFilters({ view, answer, onChange }: ApiConsumptionFiltersProps) {
  return (
    <FilterBar name="Consuming an API">
      <ServiceSelect
        value={view.service}
        onChange={(service) => onChange({ service, deployment: null, sli: [] })}
      />
      {answer?.deployment != null && (
        <FilterSelect
          label="Deployment"
          value={answer.deployment}
          isSet={view.deployment !== null}
          options={answer.deployments.map((slug) => ({ value: slug, label: slug }))}
          onChange={(deployment) => onChange({ deployment })}
        />
      )}
      {answer && (
        <MultiFilter
          label="SLI"
          options={answer.slis.map(({ slug, name, count }) => ({ value: slug, label: name, count }))}
          selected={view.sli}
          onChange={(sli) => onChange({ sli })}
        />
      )}
      <DecidingTeamSelect value={view.team} onChange={(team) => onChange({ team })} />
    </FilterBar>
  )
}
