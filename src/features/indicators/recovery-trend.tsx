import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { trendFiles, trendQueries, trendRows } from '../../api/trend-queries.ts'
import type { RecoveryTable } from '../../contract/recovery-trend.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { sortWords } from '../../ui/sort-words.ts'
import { recoveryCodec, type RecoveryView } from '../../url/indicator-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { recoveryFilters } from './indicator-filters.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { RecoveryChart } from './recovery-chart.tsx'
import { incidentColumns, openColumns, periodColumns, serviceColumns } from './recovery-columns.tsx'
import styles from './trend.module.css'

const own = recoveryCodec.parse({})
const ownSort = [{ column: 'created', descending: true }]

/** I-10: whether recovery gets slower or faster. */
export function RecoveryTrend({ header }: Readonly<{ header: ReactNode }>) {
  const [view, setView] = useUrlState(recoveryCodec)
  const filters = recoveryFilters(view, ownSort)
  const query = useInfiniteQuery(trendQueries.recovery(filters))
  const table: RecoveryTable | undefined = query.data?.pages[0]
  return (
    <IndicatorTable
      header={header}
      caption="Resolved incidents"
      view={view}
      own={own}
      onChange={setView}
      ownSort={ownSort}
      query={query}
      columnsOf={() => incidentColumns}
      isNarrow
      rowKey={({ id }) => id}
      isAboutSlos={false}
      takes="hours"
      graph={
        table && (
          <div
            className={query.isPlaceholderData ? styles['stale'] : undefined}
            aria-busy={query.isPlaceholderData}
          >
            <RecoveryChart table={table} view={view} onChange={setView} />
            <BesideTheMean table={table} />
          </div>
        )
      }
      below={table && table.byService.length > 0 && <ByService table={table} view={view} />}
      file={{
        fileName: 'resolved-incidents.csv',
        address: trendFiles.recovery(filters),
        readAll: (signal) => trendRows.recovery(filters, signal),
      }}
      footer={`${sortWords(view.sort.length > 0 ? view.sort : ownSort)} From creation to resolution.`}
      empty={
        table === undefined || table.open.length > 0 ? (
          <Notice kind="partial" title="No incident of this window is resolved yet">
            Those that are still open stand above.
          </Notice>
        ) : (
          <Notice kind="missing" title="No incident of this window is known">
            Either none happened, or none was sent: incidents come from the on-call tool, by its webhook or as
            lines.
          </Notice>
        )
      }
    />
  )
}

/** Counts and downtime by period, which a mean does not tell; what is open is not in the mean at all. */
function BesideTheMean({ table: { open, byPeriod } }: Readonly<{ table: RecoveryTable }>) {
  return (
    <>
      {open.length > 0 && (
        <Listed caption="Open incidents" columns={openColumns} rows={open} rowKey={({ id }) => id} isNarrow />
      )}
      {byPeriod.length > 0 && (
        <Listed
          caption="Incidents and downtime by period"
          columns={periodColumns}
          rows={byPeriod}
          rowKey={({ period }) => period.id}
          footer="Downtime: at least one incident was going on, from the first affected user where that is known."
        />
      )}
    </>
  )
}

function ByService({ table, view }: Readonly<{ table: RecoveryTable; view: RecoveryView }>) {
  return (
    <Listed
      caption="By service"
      columns={serviceColumns(view)}
      rows={table.byService}
      rowKey={({ service }) => service}
      footer="Most downtime first. An incident of several services counts for each."
    />
  )
}

type ListedProps<Row> = Readonly<{
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  footer?: string
  isNarrow?: boolean
}>

function Listed<Row>({ caption, footer, ...table }: ListedProps<Row>) {
  return (
    <div className={styles['listed']}>
      <div className={styles['listedHead']}>
        <h2>{caption}</h2>
      </div>
      <DataTable caption={caption} density="dense" {...(footer !== undefined && { footer })} {...table} />
    </div>
  )
}
