import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { slaFiles, slaQueries, slaRows } from '../../api/sla-queries.ts'
import type { SlaAdherenceTable } from '../../contract/sla-indicators.ts'
import { sortWords } from '../../ui/sort-words.ts'
import { slaAdherenceCodec } from '../../url/sla-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { BrokenContracts } from './broken-contracts.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { NoSlas } from './no-slas.tsx'
import { slaAdherenceColumns } from './sla-adherence-columns.tsx'
import { slaFilters } from './sla-filters.ts'
import { SlaSettings } from './sla-settings.tsx'
import { sinceNote } from './sla-words.ts'

const own = slaAdherenceCodec.parse({})
/** Contracts first, most often broken first. */
const ownSort = [
  { column: 'type', descending: false },
  { column: 'broken', descending: true },
  { column: 'contract', descending: false },
]

/** I-07: whether each SLA was kept, period by period, and which part broke a contract. */
export function SlaAdherence({ header }: Readonly<{ header: ReactNode }>) {
  const [view, setView] = useUrlState(slaAdherenceCodec)
  const filters = slaFilters(view, ownSort)
  const query = useInfiniteQuery(slaQueries.adherence(filters))
  const table: SlaAdherenceTable | undefined = query.data?.pages[0]
  const months = view.scale === 'month' ? ' Calendar months, not the granted periods.' : ''
  return (
    <IndicatorTable
      header={header}
      caption="SLA adherence"
      view={view}
      own={own}
      onChange={setView}
      ownSort={ownSort}
      query={query}
      columnsOf={(shown) => slaAdherenceColumns(shown, view)}
      isNarrow
      rowKey={({ type, id, deployment }) => `${type} ${id} ${deployment}`}
      hasDefaults={false}
      ownSettings={<SlaSettings view={view} onChange={setView} facets={table?.facets} />}
      below={table && table.breaks.length > 0 && <BrokenContracts breaks={table.breaks} view={view} />}
      file={{
        fileName: 'sla-adherence.csv',
        address: slaFiles.adherence(filters),
        readAll: (signal) => slaRows.adherence(filters, signal),
      }}
      footer={`${sortWords(view.sort.length > 0 ? view.sort : ownSort)} Figures: % left of what may fail. Verdicts are of whole contracts, in each deployment by itself.${sinceNote(table?.items)}${months}`}
      empty={<NoSlas />}
    />
  )
}
