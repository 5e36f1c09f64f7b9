import { Link } from '@tanstack/react-router'

import { ChartFigure } from '../../charts/chart-figure.tsx'
import { PeriodPlot } from '../../charts/period-plot.tsx'
import { countAxis } from '../../charts/value-axis.ts'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { TicketTrendTable } from '../../contract/ticket-trend.ts'
import { formatCount } from '../../domain/format.ts'
import { downloadCsv } from '../../ui/csv.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { formatDays } from '../../ui/time-format.ts'
import { ticketsCodec, type TicketView } from '../../url/indicator-view.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { plotPeriod } from './plot-period.ts'
import { selectionWords } from './selection-words.ts'
import { ticketPointWords, ticketSummary } from './ticket-words.ts'
import { zoomOut } from './zoom-out.ts'

type TicketChartProps = Readonly<{
  table: Pick<TicketTrendTable, 'periods' | 'totals' | 'dataUpTo' | 'enacted' | 'afterEnacted'>
  view: TicketView
  onChange: (change: Partial<TicketView>) => void
}>

type PeriodCount = Readonly<{ period: PeriodOnWire; count: number; enacted: number }>

/** All tickets of the selection, period by period; a point leads to its tickets. */
export function TicketChart({ table, view, onChange }: TicketChartProps) {
  const { periods, totals, dataUpTo, enacted, afterEnacted } = table
  const rows = periods.map((period, at): PeriodCount => ({
    period,
    count: totals.counts[at] ?? 0,
    enacted: enacted[at] ?? 0,
  }))
  const banded = new Set(rows.flatMap((row) => (row.enacted > 0 ? [row.period.id] : [])))
  const title = view.tickets === 'all' ? 'Tickets by period' : 'Tickets about reliability, by period'
  return (
    <ChartFigure
      title={title}
      summary={ticketSummary(totals, periods, afterEnacted)}
      note={noteOf(totals.withoutRow, banded.size > 0)}
      show={view.figures}
      onShow={(figures) => onChange({ figures })}
      onZoomOut={zoomOut(view, ticketsCodec, onChange)}
      onDownload={() => downloadCsv('tickets-by-period.csv', csvHeader, rows.map(csvRow))}
      image={{ fileName: 'tickets-by-period', selection: selectionWords(view, periods), dataUpTo }}
      table={
        <DataTable
          caption={title}
          columns={columnsFor(view)}
          rows={rows}
          rowKey={({ period }) => period.id}
          density="dense"
        />
      }
    >
      {({ titleId, summaryId }) => (
        <PeriodPlot
          titleId={titleId}
          summaryId={summaryId}
          periods={periods.map(plotPeriod)}
          points={rows.map(({ period, count, enacted: met }) => ({
            key: period.id,
            atMs: (Date.parse(period.start) + Date.parse(period.end)) / 2,
            value: count,
            words: ticketPointWords(period, count, met),
            isOpen: period.isOpen,
          }))}
          axis={countAxis(Math.max(0, ...totals.counts))}
          tickLabel={formatCount}
          isJoined
          banded={banded}
          onZoom={(range) => onChange({ range })}
          renderPoint={({ key }, place) => (
            <Link
              key={key}
              {...place}
              {...indicatorPaths.supportTickets({ ...view, listed: key })}
              resetScroll={false}
            />
          )}
        />
      )}
    </ChartFigure>
  )
}

function noteOf(withoutRow: number, hasBands: boolean): string | undefined {
  const parts = [
    ...(withoutRow === 0 ? [] : [`${formatCount(withoutRow)} of them name no service below`]),
    ...(hasBands ? ['blue on the axis: clauses of policies were met'] : []),
  ]
  return parts.length === 0 ? undefined : parts.join('; ')
}

function columnsFor(view: TicketView): readonly Column<PeriodCount>[] {
  return [
    { id: 'period', header: 'Period', cell: ({ period }) => period.name, isRowHeader: true },
    {
      id: 'days',
      header: 'Days, UTC',
      cell: ({ period }) => formatDays(Date.parse(period.start), Date.parse(period.end), 'UTC'),
    },
    {
      id: 'tickets',
      header: 'Tickets',
      align: 'end',
      cell: ({ period, count }) => (
        <Link
          className="link"
          {...indicatorPaths.supportTickets({ ...view, listed: period.id })}
          resetScroll={false}
        >
          {formatCount(count)}
          {period.isOpen && ' so far'}
        </Link>
      ),
    },
    {
      id: 'enacted',
      header: 'Policy clauses met',
      align: 'end',
      cell: ({ enacted }) => formatCount(enacted),
    },
  ]
}

const csvHeader = ['period', 'start', 'end', 'open', 'tickets', 'policy clauses met']

function csvRow({ period, count, enacted }: PeriodCount) {
  return [period.id, period.start, period.end, period.isOpen ? 'yes' : 'no', count, enacted]
}
