import type { KeptBudgets } from '../../contract/budget.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { Absent } from '../../ui/absent.tsx'
import { downloadCsv } from '../../ui/csv.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { formatDays } from '../../ui/time-format.ts'
import type { OrganizationView } from '../../url/organization-view.ts'
import { BrickChart } from './brick-chart.tsx'
import { sharePercent } from './share-percent.ts'

type KeptPeriod = KeptBudgets['items'][number]

const columns: readonly Column<KeptPeriod>[] = [
  { id: 'period', header: 'Period', cell: ({ period }) => period.name, isRowHeader: true },
  {
    id: 'days',
    header: 'Days, UTC',
    cell: ({ period }) => formatDays(Date.parse(period.start), Date.parse(period.end), 'UTC'),
  },
  { id: 'kept', header: 'Kept every budget', align: 'end', cell: ({ kept }) => kept },
  { id: 'broke', header: 'Broke at least one', align: 'end', cell: ({ kept, counted }) => counted - kept },
  { id: 'counted', header: 'Services counted', align: 'end', cell: ({ counted }) => counted },
  {
    id: 'share',
    header: 'Share',
    align: 'end',
    cell: ({ share, period }) =>
      share === null ? (
        <Absent reason="No service had a verdict" />
      ) : period.isOpen ? (
        <StateBadge state="open">open</StateBadge>
      ) : (
        <Figure value={sharePercent(share)} unit="%" />
      ),
  },
]

type KeptBudgetsChartProps = Readonly<{
  kept: KeptBudgets
  /** Where they run, in words. */
  selection: string
  summary: string
  show: OrganizationView['show']
  onShow: (show: OrganizationView['show']) => void
}>

export function KeptBudgetsChart({ kept, selection, summary, show, onShow }: KeptBudgetsChartProps) {
  const { items, dataUpTo } = kept
  function download() {
    downloadCsv(
      'services-that-kept-every-budget.csv',
      ['period', 'start', 'end', 'open', 'kept', 'counted', 'share'],
      items.map(({ period, kept, counted, share }) => [
        period.id,
        period.start,
        period.end,
        period.isOpen ? 'yes' : 'no',
        kept,
        counted,
        share,
      ]),
    )
  }

  return (
    <ChartFigure
      title="Services that kept every budget"
      summary={summary}
      show={show}
      onShow={onShow}
      onDownload={download}
      image={{ fileName: 'services-that-kept-every-budget', selection, dataUpTo }}
      table={
        <DataTable
          caption="Services that kept every budget, by period"
          columns={columns}
          rows={items}
          rowKey={({ period }) => period.id}
          density="dense"
        />
      }
    >
      {({ titleId, summaryId }) => <BrickChart items={items} titleId={titleId} summaryId={summaryId} />}
    </ChartFigure>
  )
}
