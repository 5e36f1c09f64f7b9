import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { trendFiles, trendQueries, trendRows } from '../../api/trend-queries.ts'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { TicketTrendTable } from '../../contract/ticket-trend.ts'
import { Notice } from '../../ui/notice.tsx'
import { sortWords } from '../../ui/sort-words.ts'
import { ticketsCodec } from '../../url/indicator-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { ticketTrendFilters } from './indicator-filters.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { ListedTickets } from './listed-tickets.tsx'
import { TicketChart } from './ticket-chart.tsx'
import { ticketColumns } from './ticket-columns.tsx'
import { TicketSettings } from './ticket-settings.tsx'
import styles from './trend.module.css'

const own = ticketsCodec.parse({})
const ownSort = [
  { column: 'growth', descending: true },
  { column: 'tickets', descending: true },
]
const noPeriods: readonly PeriodOnWire[] = []

/** I-08: whether customers ask for more and more help, and about which services. */
export function SupportTickets({ header }: Readonly<{ header: ReactNode }>) {
  const [view, setView] = useUrlState(ticketsCodec)
  const filters = ticketTrendFilters(view, ownSort)
  const query = useInfiniteQuery(trendQueries.ticketTrend(filters))
  const table: TicketTrendTable | undefined = query.data?.pages[0]
  const periods = table?.periods ?? noPeriods
  const listed = periods.find(({ id }) => id === view.listed)
  return (
    <IndicatorTable
      header={header}
      caption="Ticket growth by service"
      view={view}
      own={own}
      onChange={setView}
      ownSort={ownSort}
      query={query}
      columnsOf={(shown) => ticketColumns(shown, view)}
      isNarrow
      rowKey={({ service }) => service}
      isAboutSlos={false}
      ownSettings={<TicketSettings view={view} onChange={setView} />}
      graph={
        table && (
          <div
            className={query.isPlaceholderData ? styles['stale'] : undefined}
            aria-busy={query.isPlaceholderData}
          >
            {table.totals.counts.every((count) => count === 0) ? (
              <Notice kind="missing" title="No ticket of this window is known">
                Either nobody wrote, or none was sent: tickets come from the ticket tool, as lines.
              </Notice>
            ) : (
              <TicketChart table={table} view={view} onChange={setView} />
            )}
            {listed && <ListedTickets period={listed} view={view} />}
          </div>
        )
      }
      file={{
        fileName: 'ticket-growth.csv',
        address: trendFiles.ticketTrend(filters),
        readAll: (signal) => trendRows.ticketTrend(filters, signal),
      }}
      footer={`${sortWords(view.sort.length > 0 ? view.sort : ownSort, 'tickets')} Growth is the mean of the changes between closed periods; one after a period without tickets has none.`}
      empty={
        <Notice kind="missing" title="No service is in the catalog">
          Tickets are counted by service, and there is none yet.
        </Notice>
      }
    />
  )
}
