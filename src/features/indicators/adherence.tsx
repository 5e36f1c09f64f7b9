import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { indicatorFiles, indicatorQueries, indicatorRows } from '../../api/indicator-queries.ts'
import { adherenceCodec } from '../../url/indicator-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { adherenceColumns } from './adherence-columns.tsx'
import { adherenceFilters } from './indicator-filters.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { sortWords } from '../../ui/sort-words.ts'

const own = adherenceCodec.parse({})
const ownSort = [
  { column: 'broken', descending: true },
  { column: 'service', descending: false },
]

type AdherenceProps = Readonly<{
  header: ReactNode
  /** Where nothing is promised yet. */
  empty: ReactNode
}>

/** I-02: whether each SLO was kept, period by period. */
export function Adherence({ header, empty }: AdherenceProps) {
  const [view, setView] = useUrlState(adherenceCodec)
  const filters = adherenceFilters(view, ownSort)
  const query = useInfiniteQuery(indicatorQueries.adherence(filters))
  return (
    <IndicatorTable
      header={header}
      caption="SLO adherence"
      view={view}
      own={own}
      onChange={setView}
      ownSort={ownSort}
      query={query}
      columnsOf={adherenceColumns}
      isNarrow
      rowKey={({ sloId, deployment }) => `${sloId} ${deployment}`}
      file={{
        fileName: 'slo-adherence.csv',
        address: indicatorFiles.adherence(filters),
        readAll: (signal) => indicatorRows.adherence(filters, signal),
      }}
      footer={`${sortWords(view.sort.length > 0 ? view.sort : ownSort)} Figures are the budget left at the end, in %.${view.scale === 'month' ? ' Calendar months, not the granted periods.' : ''}`}
      empty={empty}
    />
  )
}
