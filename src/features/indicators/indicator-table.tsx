import { useMemo, type ReactNode } from 'react'

import { inColumns, type RowsFile } from '../../api/rows-file.ts'
import { useMorePages } from '../../api/use-more-pages.ts'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import { shownColumns } from '../../ui/column-choice.ts'
import { ColumnMenu } from '../../ui/column-menu.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { toggleSort } from '../../ui/table-sort.ts'
import type { IndicatorSort } from '../../url/indicator-sort.ts'
import { ShareTable } from './share-table.tsx'
import { IndicatorFrame, type FrameProps } from './indicator-frame.tsx'

const noPeriods: readonly PeriodOnWire[] = []

type IndicatorTableProps<Row> = Omit<FrameProps<Row>, 'tools'> &
  Readonly<{
    ownSort: readonly IndicatorSort[]
    columnsOf: (periods: readonly PeriodOnWire[]) => readonly Column<Row>[]
    rowKey: (row: Row) => string
    /** All rows as a file: with it the page can be shared. */
    file?: RowsFile<Row>
    isNarrow?: boolean
    /** Stands below the rows: how they are sorted and what marks mean. */
    footer: ReactNode
  }>

/** An indicator as a table: its rows page by page as they are scrolled to. */
export function IndicatorTable<Row>(props: IndicatorTableProps<Row>) {
  const { caption, view, onChange, ownSort, query, columnsOf, rowKey, file, footer, isNarrow = false } = props
  const { isPlaceholderData } = query
  const fetchMore = useMorePages(query)
  const sort = view.sort.length > 0 ? view.sort : ownSort

  const periods = query.data?.pages[0]?.periods ?? noPeriods
  const columns = useMemo(() => columnsOf(periods), [columnsOf, periods])
  const shown = shownColumns(columns, view.columns)

  return (
    <IndicatorFrame
      {...props}
      tools={
        <>
          <ColumnMenu
            columns={columns}
            choice={view.columns}
            onChange={(chosen) => onChange({ columns: chosen })}
          />
          {file && <ShareTable file={inColumns(file, view.columns, shown)} columns={shown} />}
        </>
      }
    >
      {(rows, { totalCount, dataUpTo }) => (
        <DataTable
          caption={caption}
          columns={shown}
          rows={rows}
          rowKey={rowKey}
          sort={sort}
          onSort={(column, isAdded) => onChange({ sort: toggleSort(sort, column, isAdded) })}
          onSortChange={(chosen) => onChange({ sort: chosen })}
          sortColumns={columns}
          totalCount={totalCount}
          onEndNear={fetchMore}
          isStale={isPlaceholderData}
          footer={footer}
          asOf={dataUpTo}
          isNarrow={isNarrow}
        />
      )}
    </IndicatorFrame>
  )
}
