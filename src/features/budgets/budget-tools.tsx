import { coreOperations } from '../../contract/core-operations.ts'
import { allRows } from '../../api/all-rows.ts'
import { apiOf } from '../../api/http.ts'
import { usePresent } from '../../api/present.ts'
import { csvAddress, inColumns } from '../../api/rows-file.ts'
import { ShareRows } from '../../api/share-rows.tsx'
import type { BudgetsQuery, BudgetSummary } from '../../contract/budget.ts'
import { shownColumns } from '../../ui/column-choice.ts'
import { ColumnMenu } from '../../ui/column-menu.tsx'
import type { Column } from '../../ui/data-table.tsx'
import type { BudgetsView } from '../../url/budgets-view.ts'
import { preloadShareLinks, useShareLinks } from '../../url/use-share-links.ts'

const callApi = apiOf(coreOperations)

const service = { id: 'service' }

const links = { useLinks: () => useShareLinks(usePresent()), preload: preloadShareLinks }

type BudgetToolsProps = Readonly<{
  fileName: string
  columns: readonly Column<BudgetSummary>[]
  /** Another form than a table has no columns to choose. */
  isTable?: boolean
  filters: Omit<BudgetsQuery, 'cursor'>
  view: BudgetsView
  onChange: (change: Partial<BudgetsView>) => void
}>

/** Which columns a list of budgets has, and ways to take it along. */
export function BudgetTools({
  fileName,
  columns,
  isTable = true,
  filters,
  view,
  onChange,
}: BudgetToolsProps) {
  const shown = shownColumns(columns, view.columns)
  // In a group's line it is no column of the page: a file has no such lines.
  const named = shown.some(({ id }) => id === service.id) ? shown : [service, ...shown]
  return (
    <>
      {isTable && (
        <ColumnMenu
          columns={columns}
          choice={view.columns}
          onChange={(chosen) => onChange({ columns: chosen })}
        />
      )}
      <ShareRows
        links={links}
        columns={shown}
        file={inColumns(
          {
            fileName,
            address: csvAddress(coreOperations, 'listBudgets', filters),
            readAll: (signal) =>
              allRows((page) =>
                callApi('listBudgets', { params: {}, query: { ...filters, ...page }, signal }),
              ),
          },
          view.columns,
          named,
        )}
      />
    </>
  )
}
