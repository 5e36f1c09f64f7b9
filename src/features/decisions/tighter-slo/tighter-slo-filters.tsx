import { useQuery } from '@tanstack/react-query'

import { catalogQueries } from '../../../api/catalog-queries.ts'
import type { Slo } from '../../../contract/catalog.ts'
import type { TighterSlo } from '../../../contract/tighter-slo.ts'
import { endpointWords } from '../../../domain/endpoint-words.ts'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { lookBacks, type TighterSloView } from '../../../url/tighter-slo-view.ts'
import { DecidingTeamSelect, ServiceSelect } from '../workflow/service-select.tsx'
import { targetOf } from './tighter-slo-words.ts'

type TighterSloFiltersProps = Readonly<{
  view: TighterSloView
  /** Not there before the first answer. */
  answer: TighterSlo | undefined
  onChange: (change: Partial<TighterSloView>) => void
}>

const NONE = { value: '', label: 'Choose' }
const MOST_SLOS = 500

export function TighterSloFilters({ view, answer, onChange }: TighterSloFiltersProps) {
  const service = answer?.service ?? view.service
  const listed = useQuery({
    ...catalogQueries.slos({ service: service ?? '', limit: MOST_SLOS }),
    enabled: service !== null,
  })
  const slos = service === null ? [] : (listed.data?.items ?? [])
  const deployments = answer?.deployments ?? []
  return (
    <FilterBar name="Tighter SLO">
      <ServiceSelect
        value={service}
        onChange={(chosen) => onChange({ service: chosen, slo: null, deployment: null, target: null })}
      />
      <FilterSelect
        label="SLO"
        value={view.slo ?? ''}
        isSet={view.slo !== null}
        options={[NONE, ...slos.map((slo) => ({ value: slo.id, label: nameOf(slo) }))]}
        onChange={(slo) => onChange({ slo: slo || null, service, target: null })}
      />
      {answer && (
        <FilterSelect
          label="Deployment"
          value={answer.deployment}
          isSet={view.deployment !== null}
          options={deployments.map((slug) => ({ value: slug, label: slug }))}
          onChange={(deployment) => onChange({ deployment })}
        />
      )}
      <FilterSelect
        label="Closed periods"
        value={String(view.periods)}
        options={lookBacks.map((count) => ({ value: String(count), label: `Last ${count}` }))}
        onChange={(chosen) =>
          onChange({ periods: lookBacks.find((count) => String(count) === chosen) ?? view.periods })
        }
      />
      <DecidingTeamSelect value={view.team} onChange={(team) => onChange({ team })} />
    </FilterBar>
  )
}

function nameOf({ endpoint, sli, target, flavor }: Slo): string {
  const mark = flavor === 'default' ? ', default' : ''
  return `${endpointWords(endpoint)}, ${sli} ${targetOf(target)}${mark}`
}
