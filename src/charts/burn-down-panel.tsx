import { useEffect, useMemo, type ReactNode } from 'react'

import type { BudgetHistory } from '../contract/budget-history.ts'
import { isoFromHour } from '../domain/hours.ts'
import { downloadCsv } from '../ui/csv.ts'
import { later } from '../ui/later.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useTimeZone } from '../ui/zone.tsx'
import { burnDownCsv, burnDownFileName } from './burn-down-csv.ts'
import { BurnDownLegend } from './burn-down-legend.tsx'
import { burnDownModel } from './burn-down-model.ts'
import { BurnDownPlot } from './burn-down-plot.tsx'
import type { Figures } from './burn-down-points.ts'
import { burnDownSelection } from './burn-down-selection.ts'
import { ChartFigure, type ChartShow } from './chart-figure.tsx'
import type { ChartSize } from './plot-geometry.ts'
import { zoneClock } from './zone-clock.ts'

type BurnDownPanelProps = Readonly<{
  history: BudgetHistory
  title: string
  heading?: ReactNode
  headingLevel?: 'h2' | 'h3'
  note?: ReactNode
  summary: string
  size?: ChartSize
  figures?: Figures
  isSliding?: boolean
  /** The lowest figure of several charts side by side, so that they share a scale. */
  sharedLowest?: number
  show: ChartShow
  onShow: (show: ChartShow) => void
  /** Gets the whole hours that were chosen on the time axis. */
  onZoom?: (range: Readonly<{ from: string; to: string }>) => void
  onZoomOut?: (() => void) | undefined
}>

/** All that tables bring is not waited for by the drawing; it is here before somebody turns to the table. */
const BurnDownTable = later(
  async () => (await import('./burn-down-table.tsx')).BurnDownTable,
  <Skeleton name="the table" />,
)

/** The burn-down of one SLO in one deployment, with its table, its download and its legend. */
export function BurnDownPanel({
  history,
  size = 'full',
  figures = 'corrected',
  isSliding = false,
  sharedLowest = 0,
  onZoom,
  ...figure
}: BurnDownPanelProps) {
  const timeZone = useTimeZone()
  const clock = useMemo(() => zoneClock(timeZone), [timeZone])
  // A year of hours takes milliseconds to turn into lines, and the pointer renders this at every move.
  const model = useMemo(
    () => burnDownModel(history, { figures, isSliding, clock, sharedLowest }),
    [history, figures, isSliding, clock, sharedLowest],
  )

  useEffect(() => BurnDownTable.preload(), [])

  function handleDownload() {
    const { fileName, header, rows } = burnDownCsv(history, model.points, isSliding)
    downloadCsv(fileName, header, rows)
  }

  return (
    <ChartFigure
      {...figure}
      isCompact={size === 'beside'}
      onDownload={handleDownload}
      image={{
        fileName: burnDownFileName(history, isSliding),
        selection: burnDownSelection(history, timeZone),
        dataUpTo: history.dataUpTo,
      }}
      table={
        <BurnDownTable
          caption={figure.title}
          model={model}
          scale={isSliding ? 'hour' : history.scale}
          timeZone={timeZone}
        />
      }
    >
      {({ titleId, summaryId }) =>
        model.points.length === 0 ? (
          <Notice kind="missing" title="Nothing was measured in this window">
            There is no bucket between its first hour and its last. A missing hour depletes nothing.
          </Notice>
        ) : (
          <>
            <BurnDownPlot
              labelledBy={titleId}
              describedBy={summaryId}
              model={model}
              size={size}
              clock={clock}
              timeZone={timeZone}
              onZoom={
                onZoom &&
                (({ fromHour, toHour }) => onZoom({ from: isoFromHour(fromHour), to: isoFromHour(toHour) }))
              }
            />
            {size === 'full' && <BurnDownLegend model={model} />}
          </>
        )
      }
    </ChartFigure>
  )
}
