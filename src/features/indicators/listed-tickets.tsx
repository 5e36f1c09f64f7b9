import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { indicatorQueries, type TicketFilters } from '../../api/indicator-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { useMorePages } from '../../api/use-more-pages.ts'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { Ticket } from '../../contract/records.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import type { TicketView } from '../../url/indicator-view.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import styles from './trend.module.css'

type ListedTicketsProps = Readonly<{ period: PeriodOnWire; view: TicketView }>

/** The tickets that a point of the graph counts, newest first; each leads into the ticket tool where its address is known. */
export function ListedTickets({ period, view }: ListedTicketsProps) {
  const query = useInfiniteQuery(indicatorQueries.tickets(filtersOf(period, view)))
  const fetchMore = useMorePages(query)
  const caption = `Tickets of ${period.name}`
  return (
    <div className={styles['listed']}>
      <div className={styles['listedHead']}>
        <h2>{caption}</h2>
        <Link
          className="link"
          {...indicatorPaths.supportTickets({ ...view, listed: null })}
          resetScroll={false}
        >
          Close the list
        </Link>
      </div>
      <QueryPanel title={caption} query={query} skeleton={<Skeleton name={caption} lines={6} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          if (rows.length === 0) {
            return (
              <Notice kind="good" title={`No ticket in ${period.name}`}>
                Nobody wrote in about what is chosen in the settings.
              </Notice>
            )
          }
          return (
            <DataTable
              caption={caption}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              density="dense"
              totalCount={pages[0]?.totalCount ?? rows.length}
              onEndNear={fetchMore}
              footer="Newest first."
            />
          )
        }}
      </QueryPanel>
    </div>
  )
}

function filtersOf({ start, end }: PeriodOnWire, view: TicketView): TicketFilters {
  const chosen = (['team', 'service', 'deployment'] as const)
    .filter((name) => view[name].length > 0)
    .map((name) => [name, view[name].join(',')])
  return {
    ...(Object.fromEntries(chosen) as Pick<TicketFilters, 'team' | 'service' | 'deployment'>),
    from: start,
    to: end,
    ...(view.tickets === 'reliability' && { reliability: 'only' as const }),
  }
}

const columns: readonly Column<Ticket>[] = [
  {
    id: 'opened',
    header: 'Opened',
    cell: ({ createdAt }) => <Time at={createdAt} form="date-time" />,
    width: '106px',
  },
  {
    id: 'title',
    header: 'Ticket',
    cell: (ticket) => <TicketName ticket={ticket} />,
    isRowHeader: true,
    width: '222px',
  },
  {
    id: 'service',
    header: 'Service',
    cell: ({ service, product }) =>
      service ?? product ?? <Absent reason="The tool does not know the service" />,
    width: '132px',
  },
  {
    id: 'deployment',
    header: 'Deployment',
    cell: ({ deployment }) => deployment ?? <Absent reason="The tool does not know the deployment" />,
    width: '88px',
  },
  {
    id: 'category',
    header: 'Class',
    cell: ({ category }) => category ?? <Absent reason="Not classed" />,
    width: '106px',
  },
  { id: 'priority', header: 'Priority', align: 'end', cell: ({ priority }) => rank(priority), width: '66px' },
  { id: 'severity', header: 'Severity', align: 'end', cell: ({ severity }) => rank(severity), width: '72px' },
  {
    id: 'problem',
    header: 'Problem',
    cell: ({ problem }) => problem ?? <Absent reason="Not linked to a problem" />,
    width: '106px',
  },
  {
    id: 'closed',
    header: 'Closed',
    cell: ({ closedAt }) => (closedAt === null ? 'open' : <Time at={closedAt} form="date-time" />),
    width: '100px',
  },
]

function rank(value: number | null) {
  return value ?? <Absent reason="Not set" />
}

function TicketName({ ticket: { id, title, url } }: Readonly<{ ticket: Ticket }>) {
  if (url === null) return title ?? id
  return (
    <a className="link" href={url} target="_blank" rel="noreferrer">
      {title ?? id}
    </a>
  )
}
