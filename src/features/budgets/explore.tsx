import { Link } from '@tanstack/react-router'

import type { BudgetSummary } from '../../contract/budget.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { budgetsViewCodec, type BudgetSort } from '../../url/budgets-view.ts'
import { paths } from '../../url/paths.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { scopeColumns, sloColumns } from './budget-columns.tsx'
import { BudgetFilters, type NameFilter } from './budget-filters.tsx'
import { BudgetTools } from './budget-tools.tsx'
import { BudgetTable } from './budget-table.tsx'
import { budgetsQueryOf, isFiltered, noFilters, type BudgetScope } from './budgets-query.ts'
import styles from './explore.module.css'
import { KeptByService } from './kept-by-service.tsx'
import { ScopeHeader } from './scope-header.tsx'
import { ServicesWithoutSlo } from './services-without-slo.tsx'

const byService: readonly BudgetSort[] = [
  { column: 'service', descending: false },
  { column: 'slo', descending: false },
  { column: 'sli', descending: false },
]

const levels = ['team', 'deployment', 'service', 'sli'] as const satisfies readonly NameFilter[]

/** All budgets of a place in the tree, service by service. */
export function Explore({ scope }: Readonly<{ scope: BudgetScope }>) {
  const [view, setView] = useUrlState(budgetsViewCodec)
  const sort = view.sort.length > 0 ? view.sort : byService
  const filters = budgetsQueryOf(view, byService, scope)
  // Rows of a service follow one another only where they are sorted by it first.
  const isGrouped = sort[0]?.column === 'service'
  const columns = isGrouped ? scopeColumns : sloColumns
  const name = scope.service ?? scope.team ?? 'all budgets'
  return (
    <>
      <ScopeHeader scope={scope} />
      <BudgetFilters
        name={name}
        view={view}
        onChange={setView}
        without={levels.filter((level) => scope[level] !== undefined)}
        end={
          <BudgetTools
            fileName={`budgets-${name.replaceAll(' ', '-')}.csv`}
            columns={columns}
            filters={filters}
            view={view}
            onChange={setView}
          />
        }
      />
      <BudgetTable
        caption={`Budgets of ${name}`}
        columns={columns}
        choice={view.columns}
        filters={filters}
        sort={sort}
        onSort={(chosen) => setView({ sort: chosen })}
        {...(isGrouped && { groupOf: (budget: BudgetSummary) => serviceGroup(budget, scope) })}
        empty={
          isFiltered(view) ? (
            <Notice
              kind="filtered"
              title="No budget is left by these filters"
              action={<Button onClick={() => setView(noFilters)}>Clear filters</Button>}
            />
          ) : (
            <Notice
              kind="missing"
              title={`There is no budget here: ${name} has no SLO${scope.deployment === undefined ? '' : ` in ${scope.deployment}`}`}
            >
              A budget comes with an SLO, and an SLO is agreed with the team that owns the service.
            </Notice>
          )
        }
      />
      {scope.sli === undefined && <ServicesWithoutSlo scope={scope} />}
      {scope.team !== undefined && scope.service === undefined && <KeptByService scope={scope} />}
    </>
  )
}

function serviceGroup(budget: BudgetSummary, { deployment }: BudgetScope) {
  return {
    key: budget.service,
    label: (
      <span className={styles['service']}>
        <Link
          className={styles['name']}
          {...paths.explore({
            team: budget.team,
            service: budget.service,
            ...(deployment !== undefined && { deployment }),
          })}
        >
          {budget.service}
        </Link>
        <span>{budget.teamName}</span>
      </span>
    ),
  }
}
