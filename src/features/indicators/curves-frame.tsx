import { useRef, type ReactNode } from 'react'

import { ChartImageMenu } from '../../charts/chart-image-menu.tsx'
import { CurvesLegend } from '../../charts/period-curves.tsx'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import { formatCount } from '../../domain/format.ts'
import { Button } from '../../ui/button.tsx'
import styles from './budget-curves.module.css'
import { IndicatorFrame, type FrameProps } from './indicator-frame.tsx'
import { PeriodNames } from './zoomable-curves.tsx'

type Zoom = (range: Readonly<{ from: string; to: string }>) => void

export type CurvesPage = Readonly<{ periods: readonly PeriodOnWire[]; dataUpTo: string }>

type CurvesFrameProps<Row> = FrameProps<Row> &
  Readonly<{
    fileName: string
    /** What is counted and how it is sorted: "budgets, most often exhausted first." */
    rowsAre: string
    /** Stands below the graphs, after how many there are. */
    note?: string
    selectionOf: (periods: readonly PeriodOnWire[]) => string
    renderLine: (row: Row, page: CurvesPage, onZoom: Zoom) => ReactNode
  }>

/** Burn-downs as rows, period beside period: to be zoomed, saved as an image and read on. */
export function CurvesFrame<Row>(props: CurvesFrameProps<Row>) {
  const { caption, view, own, query, onChange, fileName, rowsAre, note, selectionOf, renderLine } = props
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query
  const drawing = useRef<HTMLDivElement>(null)
  return (
    <IndicatorFrame {...props}>
      {(rows, { periods, totalCount, dataUpTo, answer }) => {
        const shown = `${formatCount(rows.length)} of ${formatCount(totalCount)} ${rowsAre}`
        return (
          <>
            <div className={styles['acts']}>
              {'from' in view.range && (
                <Button look="quiet" onClick={() => onChange({ range: own.range })}>
                  Zoom out
                </Button>
              )}
              <ChartImageMenu
                drawing={drawing}
                title={caption}
                summary={`${answer} ${shown}`}
                image={{ fileName, selection: selectionOf(periods), dataUpTo }}
              />
            </div>
            {/* A region that scrolls must be reachable by keyboard. */}
            <div className={styles['scroller']} tabIndex={0} role="region" aria-label={`${caption}, graphs`}>
              <div ref={drawing} className={styles['drawing']}>
                <ul className={styles['list']}>
                  <PeriodNames periods={periods} />
                  {rows.map((row) => renderLine(row, { periods, dataUpTo }, (range) => onChange({ range })))}
                </ul>
                <CurvesLegend />
              </div>
            </div>
            <p className={styles['footer']}>
              <span>{[shown, note].filter(Boolean).join(' ')}</span>
              <span className={styles['hint']}>
                Drag over periods to zoom, or press Z on one, then the arrow keys and Enter.
              </span>
              {hasNextPage && (
                <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
                  Show more
                </Button>
              )}
            </p>
          </>
        )
      }}
    </IndicatorFrame>
  )
}
