import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { slaFiles, slaQueries, slaRows } from '../../api/sla-queries.ts'
import type { SlaListTable } from '../../contract/sla-indicators.ts'
import { sortWords } from '../../ui/sort-words.ts'
import { slasCodec } from '../../url/sla-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { ContractTable } from './contract-table.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { NoContracts, NoSlas } from './no-slas.tsx'
import { slaFilters } from './sla-filters.ts'
import { slaListColumns } from './sla-list-columns.tsx'
import { SlaSettings } from './sla-settings.tsx'
import styles from './trend.module.css'

const own = slasCodec.parse({})
const ownSort = [
  { column: 'contract', descending: false },
  { column: 'service', descending: false },
  { column: 'sla', descending: false },
]

/** I-05: what is owed to customers, and the endpoints that carry it. */
export function SlasByService({ header }: Readonly<{ header: ReactNode }>) {
  const [view, setView] = useUrlState(slasCodec)
  const filters = slaFilters(view, ownSort)
  const query = useInfiniteQuery(slaQueries.list(filters))
  const table: SlaListTable | undefined = query.data?.pages[0]
  return (
    <IndicatorTable
      header={header}
      caption="Endpoint-level SLAs"
      view={view}
      own={own}
      onChange={setView}
      ownSort={ownSort}
      query={query}
      columnsOf={(shown) => slaListColumns(shown, view)}
      isNarrow
      rowKey={({ id, deployment, under }) => `${id} ${deployment} ${under?.slug ?? ''}`}
      hasScale={false}
      hasDefaults={false}
      ownSettings={<SlaSettings view={view} onChange={setView} facets={table?.facets} />}
      graph={
        table &&
        (table.facets.contract.length === 0 && table.totalCount > 0 ? (
          <NoContracts />
        ) : (
          table.contracts.length > 0 && (
            <div
              className={query.isPlaceholderData ? styles['stale'] : undefined}
              aria-busy={query.isPlaceholderData}
            >
              <ContractTable contracts={table.contracts} view={view} />
            </div>
          )
        ))
      }
      file={{
        fileName: 'slas-by-service.csv',
        address: slaFiles.list(filters),
        readAll: (signal) => slaRows.list(filters, signal),
      }}
      footer={`${sortWords(view.sort.length > 0 ? view.sort : ownSort)} Leeway: what may fail beyond the SLO before the SLA breaks.`}
      empty={<NoSlas />}
    />
  )
}
