import { useCallback, type ReactNode } from 'react'

import type { PeriodOnWire } from '../../contract/catalog.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { toggleSort } from '../../ui/table-sort.ts'
import type { IndicatorSort } from '../../url/indicator-view.ts'
import { IndicatorFrame, type FrameProps } from './indicator-frame.tsx'

type IndicatorTableProps<Row> = FrameProps<Row> &
  Readonly<{
    ownSort: readonly IndicatorSort[]
    columnsOf: (periods: readonly PeriodOnWire[]) => readonly Column<Row>[]
    rowKey: (row: Row) => string
    /** Stands below the rows: how they are sorted and what marks mean. */
    footer: ReactNode
  }>

/** An indicator as a table: its rows page by page as they are scrolled to. */
export function IndicatorTable<Row>(props: IndicatorTableProps<Row>) {
  const { caption, view, onChange, ownSort, query, columnsOf, rowKey, footer } = props
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = query
  const fetchMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, hasNextPage, isFetchingNextPage])
  const sort = view.sort.length > 0 ? view.sort : ownSort

  return (
    <IndicatorFrame {...props}>
      {(rows, { periods, totalCount }) => (
        <DataTable
          caption={caption}
          columns={columnsOf(periods)}
          rows={rows}
          rowKey={rowKey}
          sort={sort}
          onSort={(column, isAdded) => onChange({ sort: toggleSort(sort, column, isAdded) })}
          totalCount={totalCount}
          onEndNear={fetchMore}
          isStale={isPlaceholderData}
          footer={footer}
        />
      )}
    </IndicatorFrame>
  )
}
