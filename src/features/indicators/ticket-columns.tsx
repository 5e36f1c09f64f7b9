import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { TicketTrendRow } from '../../contract/ticket-trend.ts'
import { formatCount } from '../../domain/format.ts'
import { formatDelta, formatGrowth } from '../../domain/format-growth.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import type { TicketView } from '../../url/indicator-view.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import styles from './trend.module.css'

type TicketColumn = Column<TicketTrendRow>

/** Who, how fast it grows, then the count of every period. */
export function ticketColumns(periods: readonly PeriodOnWire[], view: TicketView): readonly TicketColumn[] {
  return [
    {
      id: 'service',
      header: 'Service',
      cell: ({ service }) => (
        <CellLink
          className="link"
          {...indicatorPaths.supportTickets({ ...view, service: [service], search: '' })}
        >
          {service}
        </CellLink>
      ),
      isRowHeader: true,
      sortable: true,
      width: '122px',
    },
    {
      id: 'growth',
      header: 'Growth',
      align: 'end',
      cell: (row) => <Growth row={row} />,
      sortable: true,
      width: '78px',
    },
    {
      id: 'delta',
      header: 'Added',
      align: 'end',
      cell: ({ averageDelta }) =>
        averageDelta === null ? <Absent reason="Fewer than two closed periods" /> : formatDelta(averageDelta),
      sortable: true,
      width: '58px',
    },
    {
      id: 'direction',
      header: 'Trend',
      cell: ({ direction }) =>
        direction === null ? (
          <Absent reason="Fewer than three closed periods" />
        ) : (
          <span className={direction === 'upward' ? styles['worse'] : undefined}>{direction}</span>
        ),
      width: '76px',
    },
    {
      id: 'tickets',
      header: 'Tickets',
      align: 'end',
      cell: ({ ticketCount }) => formatCount(ticketCount),
      sortable: true,
      width: '80px',
    },
    ...periods.map((period, at): TicketColumn => ({
      id: period.id,
      header: period.name,
      align: 'end',
      cell: ({ counts }) => <Count count={counts[at] ?? 0} isOpen={period.isOpen} />,
      sortable: true,
      width: view.scale === 'month' ? '72px' : '42px',
    })),
    { id: 'team', header: 'Team', cell: ({ teamName }) => teamName, sortable: true, width: '78px' },
  ]
}

function Growth({ row: { averageRate, ticketCount } }: Readonly<{ row: TicketTrendRow }>) {
  if (averageRate !== null) return <Figure value={formatGrowth(averageRate)} unit="%" />
  return (
    <Absent
      reason={ticketCount === 0 ? 'No ticket in view' : 'Nothing grows out of periods without a ticket'}
    />
  )
}

function Count({ count, isOpen }: Readonly<{ count: number; isOpen: boolean }>) {
  if (!isOpen) return formatCount(count)
  return (
    <span className={styles['soFar']} title="So far: the period is open and left out of growth">
      {formatCount(count)}
    </span>
  )
}
