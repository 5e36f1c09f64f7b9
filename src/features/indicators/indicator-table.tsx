import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useCallback, type ReactNode } from 'react'

import { QueryPanel } from '../../api/query-panel.tsx'
import type { Facets } from '../../contract/indicators.ts'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { SettingsPage } from '../../ui/settings.tsx'
import { toggleSort } from '../../ui/table-sort.ts'
import { useDraft } from '../../ui/use-draft.ts'
import type { IndicatorSort, IndicatorView } from '../../url/indicator-view.ts'
import { setCountOf } from './indicator-filters.ts'
import { IndicatorSettings } from './indicator-settings.tsx'
import styles from './indicator-table.module.css'

type TablePage<Row> = Readonly<{
  periods: readonly PeriodOnWire[]
  items: readonly Row[]
  totalCount: number
  answer: string
  facets: Facets
}>

type IndicatorTableProps<Row> = Readonly<{
  header: ReactNode
  caption: string
  view: IndicatorView
  /** What the indicator shows by itself. */
  own: IndicatorView
  onChange: (change: Partial<IndicatorView>, options?: Readonly<{ replace?: boolean }>) => void
  ownSort: readonly IndicatorSort[]
  query: UseInfiniteQueryResult<InfiniteData<TablePage<Row>>>
  columnsOf: (periods: readonly PeriodOnWire[]) => readonly Column<Row>[]
  rowKey: (row: Row) => string
  isAboutSlos?: boolean
  hasPremature?: boolean
  actions: ReactNode
  /** Stands below the rows: how they are sorted and what marks mean. */
  footer: ReactNode
  /** Where nothing narrows the table and it is empty all the same. */
  empty: ReactNode
}>

/** An indicator that lists budgets over periods: its answer, its settings, its rows page by page as they are scrolled to. */
export function IndicatorTable<Row>(props: IndicatorTableProps<Row>) {
  const {
    header,
    caption,
    view,
    own,
    onChange,
    ownSort,
    query,
    columnsOf,
    rowKey,
    isAboutSlos = true,
    hasPremature = false,
    actions,
    footer,
    empty,
  } = props
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = query
  const fetchMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, hasNextPage, isFetchingNextPage])
  const [search, setSearch] = useDraft(view.search, (text) => onChange({ search: text }, { replace: true }))
  const setCount = setCountOf(view, own)
  const reset = () => onChange({ ...own, sort: view.sort })
  const first = query.data?.pages[0]

  return (
    <SettingsPage
      setCount={setCount}
      onReset={reset}
      settings={
        <IndicatorSettings
          view={view}
          onChange={onChange}
          facets={first?.facets}
          isAboutSlos={isAboutSlos}
          hasPremature={hasPremature}
        />
      }
    >
      {header}
      <div className={styles['head']}>
        <p className={styles['answer']}>{first?.answer}</p>
        <div className={styles['actions']}>
          <SearchField label="Find in this list" value={search} onChange={setSearch} />
          {actions}
        </div>
      </div>
      <div className={styles['rows']}>
        <QueryPanel title={caption} query={query} skeleton={<Skeleton name={caption} lines={14} />}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items)
            if (rows.length === 0 && setCount === 0) return empty
            if (rows.length === 0) {
              return (
                <Notice
                  kind="filtered"
                  title="These settings leave no row"
                  action={<Button onClick={reset}>Reset the settings</Button>}
                >
                  There may be rows; none of them is all of what was chosen.
                </Notice>
              )
            }
            const shown = view.sort.length > 0 ? view.sort : ownSort
            return (
              <DataTable
                caption={caption}
                columns={columnsOf(pages[0]?.periods ?? [])}
                rows={rows}
                rowKey={rowKey}
                sort={shown}
                onSort={(column, isAdded) => onChange({ sort: toggleSort(shown, column, isAdded) })}
                totalCount={pages[0]?.totalCount ?? rows.length}
                onEndNear={fetchMore}
                isStale={isPlaceholderData}
                footer={footer}
              />
            )
          }}
        </QueryPanel>
      </div>
    </SettingsPage>
  )
}
