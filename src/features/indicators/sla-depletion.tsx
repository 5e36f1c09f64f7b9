import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { slaFiles, slaQueries, slaRows } from '../../api/sla-queries.ts'
import type { SlaDepletionTable } from '../../contract/sla-indicators.ts'
import { inColumns } from '../../api/rows-file.ts'
import { shownColumns } from '../../ui/column-choice.ts'
import { sortWords } from '../../ui/sort-words.ts'
import { slaDepletionCodec } from '../../url/sla-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { NoSlas } from './no-slas.tsx'
import { OutageCosts } from './outage-costs.tsx'
import { ShareTable } from './share-table.tsx'
import { SlaCurves } from './sla-curves.tsx'
import { slaDepletionColumns } from './sla-depletion-columns.tsx'
import { slaFilters } from './sla-filters.ts'
import { SlaSettings } from './sla-settings.tsx'
import { sinceNote } from './sla-words.ts'
import { ShownAs } from './shown-as.tsx'

const own = slaDepletionCodec.parse({})
/** Contracts first, nearest to a penalty first. */
const ownSort = [
  { column: 'type', descending: false },
  { column: 'remaining', descending: false },
  { column: 'period', descending: true },
]

/** I-06: how far it is to penalties, and how fast one comes nearer. */
export function SlaDepletion({ header }: Readonly<{ header: ReactNode }>) {
  const [view, setView] = useUrlState(slaDepletionCodec)
  const isGraph = view.show === 'graph'
  const filters = slaFilters(view, ownSort)
  const rows = useInfiniteQuery({ ...slaQueries.depletion(filters), enabled: !isGraph })
  const curves = useInfiniteQuery({ ...slaQueries.curves(filters), enabled: isGraph })
  const table: SlaDepletionTable | undefined = rows.data?.pages[0]
  const facets = isGraph ? curves.data?.pages[0]?.facets : table?.facets
  const months = view.scale === 'month' ? ' Calendar months, not the granted periods.' : ''
  const frame = {
    header,
    caption: 'SLA depletion',
    view,
    own,
    onChange: setView,
    hasDefaults: false,
    ownSettings: <SlaSettings view={view} onChange={setView} facets={facets} />,
    actions: <ShownAs value={view.show} onChange={(show) => setView({ show })} />,
    empty: <NoSlas />,
  } as const
  const file = {
    fileName: 'sla-depletion.csv',
    address: slaFiles.depletion(filters),
    readAll: (signal: AbortSignal) => slaRows.depletion(filters, signal),
  }
  const columns = slaDepletionColumns(view)
  if (isGraph) {
    const shown = shownColumns(columns, view.columns)
    const tools = <ShareTable file={inColumns(file, view.columns, shown)} columns={shown} />
    return <SlaCurves {...frame} query={curves} view={view} tools={tools} />
  }
  return (
    <IndicatorTable
      {...frame}
      ownSort={ownSort}
      query={rows}
      file={file}
      frozen="costs"
      columnsOf={() => columns}
      isNarrow
      rowKey={({ type, id, deployment, period }) => `${type} ${id} ${deployment} ${period.id}`}
      below={table && table.costs.length > 0 && <OutageCosts costs={table.costs} />}
      footer={`${sortWords(view.sort.length > 0 ? view.sort : ownSort)} What is left of what may fail before the promise is broken; speeds in % of it per hour. Figures of an open period are estimates.${sinceNote(table?.items)}${months}`}
    />
  )
}
