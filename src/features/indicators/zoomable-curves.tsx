import { useState, type KeyboardEvent, type ReactNode } from 'react'

import { BrushBand } from '../../charts/brush-band.tsx'
import { spanOf } from '../../charts/brush.ts'
import type { CurveEvents } from '../../charts/curve-marks.ts'
import { PeriodCurves } from '../../charts/period-curves.tsx'
import { useBrush } from '../../charts/use-brush.ts'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import { useMeasuredWidth } from '../../ui/use-measured-width.ts'
import styles from './budget-curves.module.css'

export function PeriodNames({ periods }: Readonly<{ periods: readonly PeriodOnWire[] }>) {
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

/** What a period's link does beside leading to it. */
export type PeriodKeys = Readonly<{
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: () => void
  onBlur: () => void
}>

type ZoomableCurvesProps = Readonly<{
  periods: readonly PeriodOnWire[]
  /** One for each period, null where there is nothing to draw. */
  curves: Parameters<typeof PeriodCurves>[0]['curves']
  events: CurveEvents
  /** Up to when the data reach. */
  upTo: string
  onZoom: (range: Readonly<{ from: string; to: string }>) => void
  /** The link of each period, over the drawing. */
  children: (period: PeriodOnWire, at: number, keys: PeriodKeys) => ReactNode
}>

/** One row of curves, period beside period; what is drawn over by pointer or keys becomes the window. */
export function ZoomableCurves({ periods, curves, events, upTo, onZoom, children }: ZoomableCurvesProps) {
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
          curves={curves}
          events={events}
          upTo={upTo}
          width={width}
        />
      )}
      <div className={styles['boxes']} role="group" aria-label="Periods" {...brushing.pointer}>
        {periods.map((period, at) =>
          children(period, at, {
            onKeyDown: handleKey,
            onFocus: () => setRead(at),
            onBlur: brushing.letGo,
          }),
        )}
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
