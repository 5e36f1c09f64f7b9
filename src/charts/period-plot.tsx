import { useId, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'

import { isoFromHour } from '../domain/hours.ts'
import { useMeasuredWidth } from '../ui/use-measured-width.ts'
import { BrushBand } from './brush-band.tsx'
import { spanOf } from './brush.ts'
import { NOT_IN_IMAGE } from './not-in-image.ts'
import {
  PeriodDrawing,
  plotBox,
  type PeriodDrawingProps,
  type PlotPoint,
  type PlotScale,
} from './period-drawing.tsx'
import styles from './period-plot.module.css'
import { useBrush } from './use-brush.ts'

/** What makes an element the place of a point: spread into a link, or into a button where there is nowhere to go. */
export type PointPlace = Readonly<{
  className: string
  style: CSSProperties
  'aria-label': string
  tabIndex: number
  /** What is dragged is the span of time, not the link. */
  draggable: false
  onFocus: () => void
  onBlur: () => void
  onPointerEnter: () => void
  onPointerLeave: () => void
  onKeyDown: (event: KeyboardEvent) => void
}>

type PeriodPlotProps = PeriodDrawingProps &
  Readonly<{
    titleId: string
    summaryId: string
    renderPoint: (point: PlotPoint, place: PointPlace) => ReactNode
    /** Gets the whole periods that were chosen on the time axis. */
    onZoom?: ((range: ZoomRange) => void) | undefined
  }>

type ZoomRange = Readonly<{ from: string; to: string }>

const { height: HEIGHT, top: TOP, bottom: BOTTOM, left: LEFT, right: RIGHT } = plotBox
const HOUR_MS = 3_600_000
const TARGET_PX = 24
const TOOLTIP_PX = 210

/** Values over periods: bands with their names, a grid, points that are read with the pointer or the arrow keys. */
export function PeriodPlot(props: PeriodPlotProps) {
  const [ref, width] = useMeasuredWidth()
  return (
    <div ref={ref} className={styles['plot']} style={{ height: HEIGHT }}>
      {width > 0 && <MeasuredPlot {...props} width={width} />}
    </div>
  )
}

function MeasuredPlot({ width, ...props }: PeriodPlotProps & Readonly<{ width: number }>) {
  const { titleId, summaryId, periods, points, axis, renderPoint, onZoom } = props
  const [read, setRead] = useState<string | null>(null)
  const keysId = useId()
  const fromMs = periods[0]?.fromMs ?? 0
  const toMs = Math.max(periods.at(-1)?.toMs ?? 1, fromMs + 1)
  const scale: PlotScale = {
    width,
    x: (ms) => LEFT + ((ms - fromMs) / (toMs - fromMs)) * Math.max(1, width - LEFT - RIGHT),
    y: (value) => BOTTOM - (value / axis.most) * (BOTTOM - TOP),
  }
  const readIndex = points.findIndex(({ key }) => key === read)
  const readPoint = points[readIndex]
  // One stop of the Tab key for all of them: a year may have hundreds.
  const stop = Math.max(0, readIndex)

  const periodOf = (ms: number) => periods.findIndex((one) => ms >= one.fromMs && ms < one.toMs)
  const brushing = useBrush({
    placeAt: (left) => {
      const share = (left - LEFT) / Math.max(1, width - LEFT - RIGHT)
      const found = periodOf(fromMs + Math.min(1 - Number.EPSILON, Math.max(0, share)) * (toMs - fromMs))
      return found === -1 ? null : found
    },
    onChoose:
      onZoom &&
      ((brush) => {
        const { first, last } = spanOf(brush)
        const [from, to] = [periods[first]?.fromMs, periods[last]?.toMs]
        if (from !== undefined && to !== undefined)
          onZoom({ from: isoFromHour(from / HOUR_MS), to: isoFromHour(to / HOUR_MS) })
      }),
  })
  const chosen = brushing.brush && spanOf(brushing.brush)
  const [first, last] = [periods[chosen?.first ?? -1], periods[chosen?.last ?? -1]]

  function walk(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (brushing.takeKey(event.key, readPoint ? periodOf(readPoint.atMs) : null))
      return event.preventDefault()
    if (event.key === 'Escape') return setRead(null)
    const to = walkedTo(event.key, readIndex, points.length)
    if (to === null) return
    event.preventDefault()
    const place = event.currentTarget.parentElement?.children[to]
    if (place instanceof HTMLElement) place.focus()
    brushing.pullTo(periodOf(points[to]?.atMs ?? fromMs))
  }

  return (
    <>
      <PeriodDrawing {...props} scale={scale} readPoint={readPoint} />
      {/* Named like the figure; its children are the links or buttons that are walked with the arrow keys. */}
      <div
        role="group"
        className={styles['places']}
        {...brushing.pointer}
        aria-labelledby={titleId}
        aria-describedby={`${summaryId} ${keysId}`}
      >
        {points.map((point, at) =>
          renderPoint(point, {
            className: styles['place'] ?? '',
            style: {
              left: scale.x(point.atMs) - TARGET_PX / 2,
              top: scale.y(point.value) - TARGET_PX / 2,
            },
            'aria-label': point.words.join(', '),
            tabIndex: at === stop ? 0 : -1,
            draggable: false,
            onFocus: () => setRead(point.key),
            onBlur: () => setRead(null),
            onPointerEnter: () => setRead(point.key),
            onPointerLeave: () => setRead(null),
            onKeyDown: walk,
          }),
        )}
      </div>
      <p id={keysId} hidden>
        Left and Right go from point to point.
        {onZoom && ' Z begins a span of periods, Enter zooms to it; so does dragging over the chart.'}
      </p>
      {first && last && (
        <BrushBand
          left={scale.x(first.fromMs)}
          right={scale.x(last.toMs)}
          top={TOP - 22}
          height={BOTTOM - TOP + 22}
          words={first === last ? first.name : `${first.name} to ${last.name}`}
        />
      )}
      {readPoint && !chosen && <Tooltip point={readPoint} scale={scale} />}
    </>
  )
}

function walkedTo(key: string, from: number, count: number): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, from + 1)
    case 'ArrowLeft':
      return Math.max(0, from - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

function Tooltip({ point, scale: { width, x, y } }: Readonly<{ point: PlotPoint; scale: PlotScale }>) {
  const at = x(point.atMs)
  const left = at + TOOLTIP_PX + 14 > width ? Math.max(0, at - TOOLTIP_PX - 10) : at + 10
  const [title, ...rest] = point.words
  return (
    <div
      className={styles['tooltip']}
      style={{ left, top: Math.min(Math.max(0, y(point.value) - 20), HEIGHT - 90), maxWidth: TOOLTIP_PX }}
      aria-hidden="true"
      {...{ [NOT_IN_IMAGE]: '' }}
    >
      <b>{title}</b>
      {rest.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}
