import { Link } from '@tanstack/react-router'
import { useRef, useState, type KeyboardEvent } from 'react'

import { BrushBand } from '../../charts/brush-band.tsx'
import { spanOf } from '../../charts/brush.ts'
import { ChartImageMenu } from '../../charts/chart-image-menu.tsx'
import { CurvesLegend, PeriodCurves } from '../../charts/period-curves.tsx'
import { useBrush } from '../../charts/use-brush.ts'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { CurvesRow } from '../../contract/indicators.ts'
import { formatCount } from '../../domain/format.ts'
import { Button } from '../../ui/button.tsx'
import { useMeasuredWidth } from '../../ui/use-measured-width.ts'
import type { IndicatorView } from '../../url/indicator-view.ts'
import { paths } from '../../url/paths.ts'
import styles from './budget-curves.module.css'
import { curveWords } from './curve-words.ts'
import { IndicatorFrame, type FrameProps } from './indicator-frame.tsx'
import { selectionWords } from './selection-words.ts'
import { SloCell } from './slo-cell.tsx'

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

function PeriodNames({ periods }: Readonly<{ periods: readonly PeriodOnWire[] }>) {
  return (
    <li className={styles['names']} aria-hidden="true">
      <span />
      <span className={styles['boxes']}>
        {periods.map(({ id, name, isOpen }) => (
          <span key={id} className={isOpen ? styles['open'] : undefined}>
            {name}
          </span>
        ))}
      </span>
    </li>
  )
}

type CurvesLineProps = Readonly<{
  row: CurvesRow
  periods: readonly PeriodOnWire[]
  onZoom: (range: Extract<IndicatorView['range'], { from: string }>) => void
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
      <Curves row={row} periods={periods} onZoom={onZoom} />
    </li>
  )
}

function Curves({ row, periods, onZoom }: CurvesLineProps) {
  const [measured, width] = useMeasuredWidth()
  const [read, setRead] = useState<number | null>(null)
  const boxWidth = width / Math.max(1, periods.length)
  const brushing = useBrush({
    placeAt: (x) => Math.max(0, Math.min(periods.length - 1, Math.floor(x / Math.max(1, boxWidth)))),
    onChoose: (brush) => {
      const { first, last } = spanOf(brush)
      const [from, to] = [periods[first]?.start, periods[last]?.end]
      if (from !== undefined && to !== undefined) onZoom({ from, to })
    },
  })
  const chosen = brushing.brush && spanOf(brushing.brush)

  function handleKey(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (brushing.takeKey(event.key, read)) return event.preventDefault()
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined || brushing.brush === null) return
    event.preventDefault()
    brushing.pullTo(Math.max(0, Math.min(periods.length - 1, brushing.brush.head + step)))
  }

  return (
    <div ref={measured} className={styles['curves']}>
      {width > 0 && (
        <PeriodCurves
          periods={periods.map(({ id, start, end }) => ({
            id,
            fromMs: Date.parse(start),
            toMs: Date.parse(end),
          }))}
          curves={row.curves}
          events={row.marks}
          width={width}
        />
      )}
      <div className={styles['boxes']} role="group" aria-label="Periods" {...brushing.pointer}>
        {periods.map((period, at) => (
          <PeriodLink
            key={period.id}
            row={row}
            period={period}
            at={at}
            onKeyDown={handleKey}
            onFocus={() => setRead(at)}
            onBlur={brushing.letGo}
          />
        ))}
      </div>
      {chosen && (
        <BrushBand
          left={chosen.first * boxWidth}
          right={(chosen.last + 1) * boxWidth}
          top={0}
          height={54}
          words={[...new Set([periods[chosen.first]?.name, periods[chosen.last]?.name])].join(' to ')}
        />
      )}
    </div>
  )
}

type PeriodLinkProps = Readonly<{
  row: CurvesRow
  period: PeriodOnWire
  at: number
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: () => void
  onBlur: () => void
}>

/** Over the drawing, so that each burn-down is announced and leads to its own page. */
function PeriodLink({ row, period, at, ...keys }: PeriodLinkProps) {
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
