import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../../api/organization-queries.ts'
import type { FeaturesOrReliability } from '../../../contract/features-or-reliability.ts'
import { MOST_PICKS, PICKS } from '../../../domain/shortlist.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { MultiFilter } from '../../../ui/multi-filter.tsx'
import type { PlanningView } from '../../../url/planning-view.ts'

type PlanningFiltersProps = Readonly<{
  view: PlanningView
  /** Not there until the first answer. */
  answer: FeaturesOrReliability | undefined
  onChange: (change: Partial<PlanningView>) => void
}>

const LAST = ''
const yearOf = (id: string) => id.slice(0, 4)

/** What was left out and added by hand belongs to the rows it was done with: other rows begin anew. */
const ANEW = { leave: [], add: [] } as const

export function PlanningFilters({ view, answer, onChange }: PlanningFiltersProps) {
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const deployments = useQuery(organizationQueries.deployments()).data?.items ?? []
  const closed = answer?.closedPeriods.toReversed() ?? []
  const thisYear = yearOf(closed[0]?.id ?? '')
  const periods = closed.map(({ id, name }, at) => ({
    value: at === 0 ? LAST : id,
    label: yearOf(id) === thisYear || name.includes(yearOf(id)) ? name : `${name} ${yearOf(id)}`,
  }))
  const chosen = view.period !== null && view.period !== closed[0]?.id ? view.period : LAST
  return (
    <FilterBar name="Features or reliability">
      <MultiFilter
        label="Team"
        options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
        selected={view.team}
        onChange={(team) => onChange({ team, ...ANEW })}
      />
      <MultiFilter
        label="Deployment"
        none="Production"
        options={deployments.map(({ slug, name }) => ({ value: slug, label: name }))}
        selected={view.deployment}
        onChange={(deployment) => onChange({ deployment, ...ANEW })}
      />
      {periods.length > 0 && (
        <FilterSelect
          label="Last period"
          options={periods}
          value={chosen}
          isSet={chosen !== LAST}
          onChange={(period) => onChange({ period: period === LAST ? null : period, ...ANEW })}
        />
      )}
      <FilterSelect
        label="Picks per question"
        options={Array.from({ length: MOST_PICKS }, (_, at) => ({
          value: String(at + 1),
          label: String(at + 1),
        }))}
        value={String(view.picks)}
        isSet={view.picks !== PICKS}
        onChange={(picks) => onChange({ picks: Number(picks), ...ANEW })}
      />
      <Checkbox isChecked={view.isMerged} onChange={(isMerged) => onChange({ isMerged })}>
        Merge deployments
      </Checkbox>
    </FilterBar>
  )
}
