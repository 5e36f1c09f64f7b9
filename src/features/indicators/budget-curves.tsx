import { Link } from '@tanstack/react-router'
import { useRef } from 'react'

import { ChartImageMenu } from '../../charts/chart-image-menu.tsx'
import { CurvesLegend } from '../../charts/period-curves.tsx'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { CurvesRow } from '../../contract/indicators.ts'
import { formatCount } from '../../domain/format.ts'
import { Button } from '../../ui/button.tsx'
import { paths } from '../../url/paths.ts'
import styles from './budget-curves.module.css'
import { curveWords } from './curve-words.ts'
import { IndicatorFrame, type FrameProps } from './indicator-frame.tsx'
import { selectionWords } from './selection-words.ts'
import { SloCell } from './slo-cell.tsx'
import { PeriodNames, ZoomableCurves, type PeriodKeys } from './zoomable-curves.tsx'

/** Every budget's burn-downs, period beside period: whose pattern repeats is seen at a glance. */
export function BudgetCurves(props: FrameProps<CurvesRow>) {
  const { caption, view, own, query, onChange } = props
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query
  const drawing = useRef<HTMLDivElement>(null)
  const hidden = view.prematureOnly ? ' Hatched periods were not exhausted early.' : ''
  return (
    <IndicatorFrame {...props}>
      {(rows, { periods, totalCount, dataUpTo, answer }) => {
        const shown = `${formatCount(rows.length)} of ${formatCount(totalCount)} budgets, most often exhausted first.${hidden}`
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
                image={{ fileName: 'budget-curves', selection: selectionWords(view, periods), dataUpTo }}
              />
            </div>
            {/* A region that scrolls must be reachable by keyboard. */}
            <div className={styles['scroller']} tabIndex={0} role="region" aria-label={`${caption}, graphs`}>
              <div ref={drawing} className={styles['drawing']}>
                <ul className={styles['list']}>
                  <PeriodNames periods={periods} />
                  {rows.map((row) => (
                    <CurvesLine
                      key={`${row.sloId} ${row.deployment}`}
                      row={row}
                      periods={periods}
                      onZoom={(range) => onChange({ range })}
                    />
                  ))}
                </ul>
                <CurvesLegend />
              </div>
            </div>
            <p className={styles['footer']}>
              <span>{shown}</span>
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

type CurvesLineProps = Readonly<{
  row: CurvesRow
  periods: readonly PeriodOnWire[]
  onZoom: (range: Readonly<{ from: string; to: string }>) => void
}>

function CurvesLine({ row, periods, onZoom }: CurvesLineProps) {
  return (
    <li className={styles['line']}>
      <div className={styles['subject']}>
        <span>
          <b>{row.service}</b> <span className="muted">{row.deployment}</span>
        </span>
        <SloCell row={row} />
        <span className="muted">
          {row.prematureCount} of {periods.length} periods exhausted early
        </span>
      </div>
      <ZoomableCurves periods={periods} curves={row.curves} events={row.marks} onZoom={onZoom}>
        {(period, at, keys) => <PeriodLink key={period.id} row={row} period={period} at={at} keys={keys} />}
      </ZoomableCurves>
    </li>
  )
}

type PeriodLinkProps = Readonly<{ row: CurvesRow; period: PeriodOnWire; at: number; keys: PeriodKeys }>

/** Over the drawing, so that each burn-down is announced and leads to its own page. */
function PeriodLink({ row, period, at, keys }: PeriodLinkProps) {
  const curve = row.curves[at]
  if (curve?.daily == null) return <span />
  const words = curveWords(curve, period, row.marks)
  return (
    <Link
      {...paths.slo(row, { range: { from: period.start, to: period.end } })}
      {...keys}
      draggable={false}
      aria-label={words}
      title={words}
    />
  )
}
