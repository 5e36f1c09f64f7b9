import { useEffect } from 'react'

import { ChartFigure } from '../../charts/chart-figure.tsx'
import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import { downloadCsv } from '../../ui/csv.ts'
import { later } from '../../ui/later.tsx'
import type { OrganizationView } from '../../url/organization-view.ts'
import { BrickChart } from './brick-chart.tsx'

const KeptTable = later(async () => (await import('./kept-table.tsx')).KeptTable)

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
  useEffect(() => KeptTable.preload(), [])
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
      table={<KeptTable items={items} />}
    >
      {({ titleId, summaryId }) => <BrickChart items={items} titleId={titleId} summaryId={summaryId} />}
    </ChartFigure>
  )
}
