import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { organizationQueries } from '../../api/organization-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { useMorePages } from '../../api/use-more-pages.ts'
import { budgetSortColumns, type BudgetsQuery, type BudgetSummary } from '../../contract/budget.ts'
import { DataTable, type Column, type RowGroup } from '../../ui/data-table.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { shownColumns } from '../../ui/column-choice.ts'
import { toggleSort, type TableSort } from '../../ui/table-sort.ts'
import type { ColumnChoice } from '../../url/column-choice.ts'
import type { BudgetSort } from '../../url/budgets-view.ts'
import { columnsAsOf } from './budget-columns.tsx'
import { budgetList } from './budgets-query.ts'
import { sortWords } from '../../ui/sort-words.ts'

type BudgetTableProps = Readonly<{
  caption: string
  columns: readonly Column<BudgetSummary>[]
  choice: ColumnChoice
  filters: Omit<BudgetsQuery, 'cursor'>
  /** As it is shown, be it the viewer's or the page's own. */
  sort: readonly BudgetSort[]
  onSort: (sort: readonly BudgetSort[]) => void
  groupOf?: (budget: BudgetSummary) => RowGroup
  isNarrow?: boolean
  /** What to say where there is no row. */
  empty: ReactNode
}>

/** Budgets of one period, page after page as they are scrolled to. The server filters and sorts. */
export function BudgetTable(props: BudgetTableProps) {
  const { caption, columns, choice, filters, sort, onSort, groupOf, isNarrow = false, empty } = props
  const query = useInfiniteQuery(budgetList(filters))
  const present = useQuery(organizationQueries.current()).data?.dataUpTo ?? null
  const asOf = filters.at ?? present
  const fetchMore = useMorePages(query)

  function handleSort(columnId: string, isAdded: boolean) {
    const [column] = knownSort([{ column: columnId, descending: false }])
    if (column) onSort(toggleSort(sort, column.column, isAdded))
  }

  return (
    <QueryPanel title={caption} query={query} skeleton={<Skeleton name={caption} lines={14} />}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items)
        if (rows.length === 0) return empty
        return (
          <DataTable
            caption={caption}
            columns={shownColumns(columnsAsOf(columns, filters.at ?? null), choice)}
            sortColumns={columns}
            rows={rows}
            rowKey={({ sloId, deployment }) => `${sloId} ${deployment}`}
            sort={sort}
            onSort={handleSort}
            onSortChange={(chosen) => onSort(knownSort(chosen))}
            {...(asOf !== null && { asOf })}
            totalCount={pages[0]?.totalCount ?? rows.length}
            onEndNear={fetchMore}
            {...(groupOf && { groupOf })}
            isNarrow={isNarrow}
            footer={`${sortWords(sort)} Absent figures come last.`}
          />
        )
      }}
    </QueryPanel>
  )
}

/** A table knows its columns as words; of these, those that the server sorts by. */
function knownSort(sort: readonly TableSort[]): readonly BudgetSort[] {
  return sort.flatMap(({ column, descending }) => {
    const known = budgetSortColumns.find((one) => one === column)
    return known === undefined ? [] : [{ column: known, descending }]
  })
}
