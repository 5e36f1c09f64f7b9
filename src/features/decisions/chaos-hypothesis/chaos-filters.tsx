import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../../api/organization-queries.ts'
import type { ChaosHypothesis } from '../../../contract/chaos-hypothesis.ts'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import type { ChaosView } from '../../../url/chaos-view.ts'

type ChaosFiltersProps = Readonly<{
  view: ChaosView
  /** Not there before the first answer. */
  choices: ChaosHypothesis['choices'] | undefined
  onChange: (change: Partial<ChaosView>) => void
}>

/** What is in view; another view begins with its own best defended SLO. */
export function ChaosFilters({ view, choices, onChange }: ChaosFiltersProps) {
  // Known to the rail before the answer is here: a team never goes by its id.
  const known = useQuery(organizationQueries.teams()).data?.items ?? []
  const { teams = known, services = [], deployments = [] } = choices ?? {}
  return (
    <FilterBar name="Chaos hypothesis">
      <FilterSelect
        label="Team"
        value={view.team}
        isSet={view.team !== ''}
        options={[
          { value: '', label: 'All' },
          ...teams.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
        onChange={(team) => onChange({ team, service: '', subject: '' })}
      />
      <FilterSelect
        label="Service"
        value={view.service}
        isSet={view.service !== ''}
        options={[{ value: '', label: 'All' }, ...services.map(({ slug }) => ({ value: slug, label: slug }))]}
        onChange={(service) => onChange({ service, subject: '' })}
      />
      <FilterSelect
        label="Deployment"
        value={view.deployment}
        isSet={view.deployment !== ''}
        options={[
          { value: '', label: 'Production' },
          ...deployments.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
        onChange={(deployment) => onChange({ deployment, subject: '' })}
      />
    </FilterBar>
  )
}
