import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { indicatorFiles, indicatorQueries, indicatorRows } from '../../api/indicator-queries.ts'
import type { KeptOverviewTable } from '../../contract/kept-overview.ts'
import { sortWords } from '../../ui/sort-words.ts'
import { keptCodec } from '../../url/indicator-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { keptFilters } from './indicator-filters.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { KeptChart } from './kept-chart.tsx'
import { keptColumns } from './kept-columns.tsx'
import styles from './trend.module.css'

const own = keptCodec.parse({})
const ownSort = [
  { column: 'broken', descending: true },
  { column: 'service', descending: false },
]

type KeptOverviewProps = Readonly<{
  header: ReactNode
  /** Where nothing is promised yet. */
  empty: ReactNode
}>

/** I-13: which services kept every budget, and which SLOs of the others did not. */
export function KeptOverview({ header, empty }: KeptOverviewProps) {
  const [view, setView] = useUrlState(keptCodec)
  const filters = keptFilters(view, ownSort)
  const query = useInfiniteQuery(indicatorQueries.kept(filters))
  const table: KeptOverviewTable | undefined = query.data?.pages[0]
  return (
    <IndicatorTable
      header={header}
      caption="Fulfilled and broken SLOs"
      view={view}
      own={own}
      onChange={setView}
      ownSort={ownSort}
      query={query}
      columnsOf={(shown) => keptColumns(shown, view)}
      rowKey={({ service }) => service}
      graph={
        table &&
        table.totalCount > 0 && (
          <div
            className={query.isPlaceholderData ? styles['stale'] : undefined}
            aria-busy={query.isPlaceholderData}
          >
            <KeptChart table={table} view={view} onChange={setView} />
          </div>
        )
      }
      file={{
        fileName: 'fulfilled-and-broken-slos.csv',
        address: indicatorFiles.kept(filters),
        readAll: (signal) => indicatorRows.kept(filters, signal),
      }}
      footer={`${sortWords(view.sort.length > 0 ? view.sort : ownSort, 'broken')} In a cell: SLOs within budget / SLOs that broke it.${view.scale === 'month' ? ' Calendar months, not the granted periods.' : ''}`}
      empty={empty}
    />
  )
}
