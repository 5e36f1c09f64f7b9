import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { useQuiet } from '../../api/use-quiet.ts'
import { statesBySeverity, type BudgetState } from '../../domain/state.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { ListSearch } from '../../ui/search-field.tsx'
import { stateWords } from '../../ui/state-words.ts'
import type { BudgetsView } from '../../url/budgets-view.ts'
import styles from './budget-filters.module.css'
import { isFiltered, noFilters } from './budgets-query.ts'

const nameFilters = ['team', 'service', 'sli', 'deployment'] as const
export type NameFilter = (typeof nameFilters)[number]

type BudgetFiltersProps = Readonly<{
  /** Of what: the page's title. */
  name: string
  view: BudgetsView
  onChange: (change: Partial<BudgetsView>, options?: Readonly<{ replace?: boolean }>) => void
  /** Narrowed by the place itself already, so not offered. */
  without?: readonly NameFilter[]
  /** What no choice of a deployment means, where it is not all of them. */
  ownDeployments?: string
  end?: ReactNode
}>

const MOST_SERVICES = 500

export function BudgetFilters({
  name,
  view,
  onChange,
  without = [],
  ownDeployments = 'All',
  end,
}: BudgetFiltersProps) {
  const options = useFilterOptions(view)
  return (
    <FilterBar name={name} end={end}>
      {nameFilters
        .filter((filter) => !without.includes(filter))
        .map((filter) => (
          <MultiFilter
            key={filter}
            label={labels[filter]}
            options={options[filter]}
            none={filter === 'deployment' ? ownDeployments : 'All'}
            selected={view[filter]}
            onChange={(selected) => onChange({ [filter]: selected })}
          />
        ))}
      <MultiFilter<BudgetState>
        label="State"
        options={statesBySeverity.map((state) => ({ value: state, label: stateWords[state] }))}
        selected={view.state}
        onChange={(state) => onChange({ state })}
      />
      <FilterSelect
        label="Period"
        value={view.period ?? CURRENT}
        options={options.period}
        // Another period is looked at from the present again.
        onChange={(period) => onChange({ period: period === CURRENT ? null : period, at: null })}
        isSet={view.period !== null}
      />
      <span className={styles['search']}>
        <ListSearch
          label="Find in this list"
          value={view.search}
          onChange={(text) => onChange({ search: text }, { replace: true })}
        />
      </span>
      <Checkbox isChecked={view.showDefaults} onChange={(showDefaults) => onChange({ showDefaults })}>
        Default SLOs
      </Checkbox>
      <Checkbox isChecked={view.burningOnly} onChange={(burningOnly) => onChange({ burningOnly })}>
        Only burning
      </Checkbox>
      {isFiltered(view) && (
        <Button look="quiet" onClick={() => onChange(noFilters)}>
          Clear filters
        </Button>
      )}
    </FilterBar>
  )
}

const labels: Record<NameFilter, string> = {
  team: 'Team',
  service: 'Service',
  sli: 'SLI',
  deployment: 'Deployment',
}

const CURRENT = 'current'

/** The choices lie in closed menus, so they can wait; but what is chosen is named on its button. */
function useFilterOptions(view: BudgetsView) {
  const isQuiet = useQuiet()
  const when = (isNamed: boolean) => ({ enabled: isQuiet || isNamed })
  const teams = useQuery(organizationQueries.teams()).data?.items
  const slis = useQuery({ ...organizationQueries.slis(), ...when(view.sli.length > 0) }).data?.items
  const deployments = useQuery({
    ...organizationQueries.deployments(),
    ...when(view.deployment.length > 0),
  }).data?.items
  const current = useQuery(organizationQueries.current()).data?.currentPeriod
  const periods =
    useQuery({ ...organizationQueries.periods(), ...when(view.period !== null) }).data?.items ?? []
  // Choosing a team narrows the services on offer.
  const ofTeams = view.team.length > 0 ? { team: view.team.join(',') } : {}
  const services = useInfiniteQuery({
    ...catalogQueries.services({ ...ofTeams, limit: MOST_SERVICES }),
    ...when(view.service.length > 0),
  }).data?.pages[0]?.items
  return {
    team: optionsOf(teams),
    // By its id, as in the rows, and found by its name as well.
    service: (services ?? []).map(({ slug, name }) => ({ value: slug, label: slug, also: name })),
    sli: optionsOf(slis),
    deployment: optionsOf(deployments),
    period: [
      { value: CURRENT, label: current ? `Current, ${current.name}` : 'Current' },
      ...periods.toReversed().map(({ id, name }) => ({ value: id, label: `${name}, ${id.slice(0, 4)}` })),
    ],
  }
}

function optionsOf(named: readonly Readonly<{ slug: string; name: string }>[] = []) {
  return named.map(({ slug, name }) => ({ value: slug, label: name }))
}
