import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { AnsweredList } from '../../ui/answered-list.tsx'
import { ListSearch } from '../../ui/search-field.tsx'
import { SettingsPage } from '../../ui/settings.tsx'
import { budgetsViewCodec } from '../../url/budgets-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { sloColumns } from './budget-columns.tsx'
import { BudgetTools } from './budget-tools.tsx'
import { BudgetTable } from './budget-table.tsx'
import {
  budgetList,
  budgetsQueryOf,
  isFiltered,
  noFilters,
  referenceSort,
  setCountOf,
} from './budgets-query.ts'
import { NoSlos } from './no-slos.tsx'
import { SloSettings } from './slo-settings.tsx'

type SlosByServiceProps = Readonly<{
  header: ReactNode
  /** Where the settings leave no row: of the services that were chosen, or with the words that were looked for. */
  nothingLeft: (
    chosen: Readonly<{
      services: readonly string[]
      search: string
      onClearSearch: () => void
      onReset: () => void
    }>,
  ) => ReactNode
}>

/** I-01: every SLO there is, who owns it, and how its budget stands. */
export function SlosByService({ header, nothingLeft }: SlosByServiceProps) {
  const [view, setView] = useUrlState(budgetsViewCodec)
  const sort = view.sort.length > 0 ? view.sort : referenceSort
  const filters = budgetsQueryOf(view, referenceSort)
  const answer = useInfiniteQuery(budgetList(filters)).data?.pages[0]?.answer
  const reset = () => setView({ ...noFilters, period: null, at: null })
  return (
    <SettingsPage
      header={header}
      setCount={setCountOf(view)}
      onReset={reset}
      settings={<SloSettings view={view} onChange={setView} />}
    >
      <AnsweredList
        answer={answer}
        actions={
          <>
            <ListSearch
              label="Find in this list"
              value={view.search}
              onChange={(text) => setView({ search: text }, { replace: true })}
            />
            <BudgetTools
              fileName="slos-by-service.csv"
              columns={sloColumns}
              filters={filters}
              view={view}
              onChange={setView}
            />
          </>
        }
      >
        <BudgetTable
          caption="SLOs by service"
          columns={sloColumns}
          isNarrow
          choice={view.columns}
          filters={filters}
          sort={sort}
          onSort={(chosen) => setView({ sort: chosen })}
          empty={
            isFiltered(view) ? (
              nothingLeft({
                services: view.service,
                search: view.search,
                onClearSearch: () => setView({ search: '' }),
                onReset: reset,
              })
            ) : (
              <NoSlos />
            )
          }
        />
      </AnsweredList>
    </SettingsPage>
  )
}
