import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { BudgetSummary } from '../../contract/budget.ts'
import { Button } from '../../ui/button.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { BudgetSort } from '../../url/budgets-view.ts'
import { exploreViewCodec, looksBelow, type ExploreShow, type ExploreView } from '../../url/explore-view.ts'
import { paths } from '../../url/paths.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { scopeColumns, sloColumns } from './budget-columns.tsx'
import { BudgetGraphs } from './budget-graphs.tsx'
import { BudgetFilters, type NameFilter } from './budget-filters.tsx'
import { BudgetTools } from './budget-tools.tsx'
import { BudgetTable } from './budget-table.tsx'
import { budgetsQueryOf, isFiltered, noFilters, type BudgetScope } from './budgets-query.ts'
import styles from './explore.module.css'
import { BudgetMatrix } from './matrix/budget-matrix.tsx'
import { MatrixChoices } from './matrix/matrix-choices.tsx'
import { KeptByService } from './kept-by-service.tsx'
import { ScopeHeader } from './scope-header.tsx'
import { ServicesWithoutSlo } from './services-without-slo.tsx'

const byService: readonly BudgetSort[] = [
  { column: 'service', descending: false },
  { column: 'slo', descending: false },
  { column: 'sli', descending: false },
]

const worstFirst: readonly BudgetSort[] = [
  { column: 'state', descending: false },
  { column: 'remaining', descending: false },
]

const levels = ['team', 'deployment', 'service', 'sli'] as const satisfies readonly NameFilter[]

const shows: readonly Readonly<{ value: ExploreShow; label: string; icon: IconName }>[] = [
  { value: 'matrix', label: 'Matrix', icon: 'grid' },
  { value: 'list', label: 'List', icon: 'rows' },
  { value: 'graphs', label: 'Graphs', icon: 'chart' },
]

/** All budgets of a place in the hierarchy, as a matrix, a list or drawings. */
export function Explore({ scope }: Readonly<{ scope: BudgetScope }>) {
  const [view, setView] = useUrlState(exploreViewCodec)
  const name =
    scope.service ?? scope.team ?? (scope.deployment === undefined ? 'all budgets' : 'all services')
  const filters = budgetsQueryOf(view, byService, scope)
  return (
    <>
      <ScopeHeader scope={scope} view={view} />
      <BudgetFilters
        name={name}
        view={view}
        onChange={setView}
        ownDeployments="Production"
        without={levels.filter((level) => scope[level] !== undefined)}
      />
      <div className={styles['looks']}>
        {view.show === 'matrix' && scope.slo === undefined && (
          <MatrixChoices scope={scope} view={view} onChange={setView} />
        )}
        <span className={styles['shows']}>
          <BudgetTools
            fileName={`budgets-${name.replaceAll(' ', '-')}.csv`}
            columns={columnsOf(view)}
            isTable={view.show === 'list'}
            filters={filters}
            view={view}
            onChange={setView}
          />
          <Segmented
            label="Show as"
            options={shows}
            value={view.show}
            onChange={(show) => setView({ show })}
          />
        </span>
      </div>
      <Shown
        scope={scope}
        view={view}
        onChange={setView}
        caption={`Budgets of ${name}`}
        empty={<NothingHere name={name} scope={scope} view={view} onClear={() => setView(noFilters)} />}
      />
      {scope.sli === undefined && <ServicesWithoutSlo scope={scope} />}
      {scope.team !== undefined && scope.service === undefined && (
        <KeptByService scope={scope} chosen={view.service} />
      )}
    </>
  )
}

type ShownProps = Readonly<{
  scope: BudgetScope
  view: ExploreView
  onChange: (change: Partial<ExploreView>) => void
  caption: string
  empty: ReactNode
}>

function Shown({ scope, view, onChange, caption, empty }: ShownProps) {
  if (view.show === 'matrix') {
    return <BudgetMatrix caption={caption} scope={scope} view={view} empty={empty} />
  }
  if (view.show === 'graphs') {
    const sort = view.sort.length > 0 ? view.sort : worstFirst
    return (
      <BudgetGraphs
        caption={caption}
        filters={budgetsQueryOf(view, worstFirst, scope)}
        sort={sort}
        empty={empty}
      />
    )
  }
  const sort = view.sort.length > 0 ? view.sort : byService
  const isGrouped = isByService(view)
  return (
    <BudgetTable
      caption={caption}
      columns={columnsOf(view)}
      choice={view.columns}
      filters={budgetsQueryOf(view, byService, scope)}
      sort={sort}
      onSort={(chosen) => onChange({ sort: chosen })}
      {...(isGrouped && { groupOf: (budget: BudgetSummary) => serviceGroup(budget, scope, view) })}
      empty={empty}
    />
  )
}

/** Rows of a service follow one another only where they are sorted by it first. */
function isByService({ sort }: ExploreView): boolean {
  return (sort[0] ?? byService[0])?.column === 'service'
}

function columnsOf(view: ExploreView) {
  return isByService(view) ? scopeColumns : sloColumns
}

type NothingHereProps = Readonly<{ name: string; scope: BudgetScope; view: ExploreView; onClear: () => void }>

function NothingHere({ name, scope, view, onClear }: NothingHereProps) {
  if (isFiltered(view)) {
    return (
      <Notice
        kind="filtered"
        title="No budget is left by these filters"
        action={<Button onClick={onClear}>Clear filters</Button>}
      />
    )
  }
  const where = scope.deployment === undefined ? '' : ` in ${scope.deployment}`
  return (
    <Notice kind="missing" title={`There is no budget here: ${name} has no SLO${where}`}>
      A budget comes with an SLO, and an SLO is agreed with the team that owns the service.
    </Notice>
  )
}

function serviceGroup(budget: BudgetSummary, { deployment }: BudgetScope, view: ExploreView) {
  return {
    key: budget.service,
    label: (
      <span className={styles['service']}>
        <Link
          className={styles['name']}
          {...paths.explore({ team: budget.team, service: budget.service, deployment }, looksBelow(view))}
        >
          {budget.service}
        </Link>
        <span>{budget.teamName}</span>
      </span>
    ),
  }
}
