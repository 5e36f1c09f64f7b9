import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { budgetsViewCodec } from '../../url/budgets-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { sloColumns } from './budget-columns.tsx'
import { BudgetFilters } from './budget-filters.tsx'
import { BudgetTools } from './budget-tools.tsx'
import { BudgetTable } from './budget-table.tsx'
import { budgetsQueryOf, isFiltered, noFilters, referenceSort } from './budgets-query.ts'
import { ListAnswer } from './list-answer.tsx'
import { NoSlos } from './no-slos.tsx'

/** I-01: every SLO there is, who owns it, and how its budget stands. */
export function SlosByService() {
  const [view, setView] = useUrlState(budgetsViewCodec)
  const sort = view.sort.length > 0 ? view.sort : referenceSort
  const filters = budgetsQueryOf(view, referenceSort)
  return (
    <>
      <BudgetFilters
        name="SLOs by service"
        view={view}
        onChange={setView}
        end={
          <BudgetTools
            fileName="slos-by-service.csv"
            columns={sloColumns}
            filters={filters}
            view={view}
            onChange={setView}
          />
        }
      />
      <ListAnswer filters={filters} />
      <BudgetTable
        caption="SLOs by service"
        columns={sloColumns}
        choice={view.columns}
        filters={filters}
        sort={sort}
        onSort={(chosen) => setView({ sort: chosen })}
        empty={
          isFiltered(view) ? (
            <Notice
              kind="filtered"
              title="No SLO is left by these filters"
              action={<Button onClick={() => setView(noFilters)}>Clear filters</Button>}
            >
              There are SLOs; none of them is all of what was chosen.
            </Notice>
          ) : (
            <NoSlos />
          )
        }
      />
    </>
  )
}
