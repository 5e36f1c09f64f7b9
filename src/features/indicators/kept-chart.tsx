import { Link } from '@tanstack/react-router'

import { ChartFigure } from '../../charts/chart-figure.tsx'
import type { PlotPoint } from '../../charts/period-drawing.tsx'
import { PeriodPlot } from '../../charts/period-plot.tsx'
import { shareAxis } from '../../charts/value-axis.ts'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { KeptOverviewTable } from '../../contract/kept-overview.ts'
import { formatCount, formatRemaining } from '../../domain/format.ts'
import { percent } from '../../domain/indicator-words.ts'
import { Absent } from '../../ui/absent.tsx'
import { downloadCsv } from '../../ui/csv.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import { keptCodec, type KeptView } from '../../url/indicator-view.ts'
import { adherenceOf } from './kept-columns.tsx'
import { keptPointWords, keptSummary } from './kept-words.ts'
import { plotPeriod } from './plot-period.ts'
import { selectionWords } from './selection-words.ts'
import { zoomOut } from './zoom-out.ts'

type KeptChartProps = Readonly<{
  table: KeptOverviewTable
  view: KeptView
  onChange: (change: Partial<KeptView>) => void
}>

type PeriodTotal = Readonly<{ period: PeriodOnWire; total: KeptOverviewTable['totals'][number] }>

const TITLE = 'Services within budget, by period'

/** The share of services that kept every budget, and the marks it should pass; a point leads to its verdicts. */
export function KeptChart({ table, view, onChange }: KeptChartProps) {
  const { periods, totals, marks } = table
  const rows = periods.flatMap((period, at): PeriodTotal[] => {
    const total = totals[at]
    return total === undefined ? [] : [{ period, total }]
  })
  const byId = new Map(periods.map((period) => [period.id, period]))
  return (
    <ChartFigure
      title={TITLE}
      summary={keptSummary(table)}
      show={view.figures}
      onShow={(figures) => onChange({ figures })}
      onZoomOut={zoomOut(view, keptCodec, onChange)}
      onDownload={() => downloadCsv('services-within-budget.csv', csvHeader, rows.map(csvRow))}
      image={{
        fileName: 'services-within-budget',
        selection: selectionWords(view, periods),
        dataUpTo: table.dataUpTo,
      }}
      table={
        <DataTable
          caption={TITLE}
          columns={columns}
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
          points={rows.flatMap(pointOf)}
          axis={shareAxis}
          tickLabel={percent}
          isJoined
          onZoom={(range) => onChange({ range })}
          goals={marks.map(({ share }) => ({ value: share, label: `more than ${percent(share)}` }))}
          renderPoint={({ key }, place) => {
            const period = byId.get(key)
            return period && <Link key={key} {...place} {...adherenceOf(view, period)} />
          }}
        />
      )}
    </ChartFigure>
  )
}

/** Where no service has a verdict there is no share, and no point. */
function pointOf({ period, total }: PeriodTotal): readonly PlotPoint[] {
  if (total.share === null) return []
  return [
    {
      key: period.id,
      atMs: (Date.parse(period.start) + Date.parse(period.end)) / 2,
      value: total.share,
      words: keptPointWords(period, total),
      isOpen: period.isOpen,
    },
  ]
}

const columns: readonly Column<PeriodTotal>[] = [
  { id: 'period', header: 'Period', cell: ({ period }) => period.name, isRowHeader: true },
  { id: 'kept', header: 'Within budget', align: 'end', cell: ({ total }) => formatCount(total.kept) },
  {
    id: 'counted',
    header: 'Services counted',
    align: 'end',
    cell: ({ total }) => formatCount(total.counted),
  },
  {
    id: 'share',
    header: 'Share',
    align: 'end',
    cell: ({ total: { share }, period }) =>
      share === null ? (
        <Absent reason="No service has a verdict" />
      ) : (
        <>
          <Figure value={formatRemaining(share)} unit="%" />
          {period.isOpen && ' so far'}
        </>
      ),
  },
]

const csvHeader = ['period', 'start', 'end', 'open', 'services within budget', 'services counted', 'share']

function csvRow({ period, total: { kept, counted, share } }: PeriodTotal) {
  return [period.id, period.start, period.end, period.isOpen ? 'yes' : 'no', kept, counted, share]
}
