import { useId, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'

import { useMeasuredWidth } from '../ui/use-measured-width.ts'
import { labelWidth } from './place-labels.ts'
import styles from './period-plot.module.css'
import type { ValueAxis } from './value-axis.ts'

type PlotPeriod = Readonly<{ id: string; name: string; fromMs: number; toMs: number; isOpen: boolean }>

export type PlotPoint = Readonly<{
  key: string
  atMs: number
  value: number
  /** What the point says, first its name: read aloud, and shown beside it. */
  words: readonly string[]
  /** Not final yet. */
  isOpen?: boolean
  isMarked?: boolean
}>

/** What makes an element the place of a point: spread into a link, or into a button where there is nowhere to go. */
export type PointPlace = Readonly<{
  className: string
  style: CSSProperties
  'aria-label': string
  tabIndex: number
  onFocus: () => void
  onBlur: () => void
  onPointerEnter: () => void
  onPointerLeave: () => void
  onKeyDown: (event: KeyboardEvent) => void
}>

type PeriodPlotProps = Readonly<{
  titleId: string
  summaryId: string
  periods: readonly PlotPeriod[]
  /** By time. */
  points: readonly PlotPoint[]
  axis: ValueAxis
  tickLabel: (value: number) => string
  /** A line through the points, where each stands for a period. */
  isJoined?: boolean
  trend?: Readonly<{ fromMs: number; from: number; toMs: number; to: number; label: string }> | undefined
  /** Lines that a value should reach. */
  goals?: readonly Readonly<{ value: number; label: string }>[]
  renderPoint: (point: PlotPoint, place: PointPlace) => ReactNode
}>

const HEIGHT = 240
const TOP = 30
const BOTTOM = 214
const LEFT = 48
const RIGHT = 12
const TARGET_PX = 24
const TOOLTIP_PX = 210
/** From here on they are drawn smaller, so that they do not hide each other. */
const MANY_POINTS = 60

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
  const { titleId, summaryId, periods, points, axis, renderPoint } = props
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

  function walk(event: KeyboardEvent) {
    if (event.key === 'Escape') return setRead(null)
    const to = walkedTo(event.key, readIndex, points.length)
    if (to === null) return
    event.preventDefault()
    const place = event.currentTarget.parentElement?.children[to]
    if (place instanceof HTMLElement) place.focus()
  }

  return (
    <>
      <PlotDrawing {...props} scale={scale} readPoint={readPoint} />
      {/* Named like the figure; its children are the links or buttons that are walked with the arrow keys. */}
      <div
        role="group"
        className={styles['places']}
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
      </p>
      {readPoint && <Tooltip point={readPoint} scale={scale} />}
    </>
  )
}

type PlotScale = Readonly<{ width: number; x: (ms: number) => number; y: (value: number) => number }>

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

type PlotDrawingProps = PeriodPlotProps & Readonly<{ scale: PlotScale; readPoint: PlotPoint | undefined }>

function PlotDrawing({ scale, readPoint, ...props }: PlotDrawingProps) {
  const { periods, points, axis, tickLabel, isJoined = false, trend, goals = [] } = props
  const { width, x, y } = scale
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true" className={styles['drawing']}>
      {periods.map((period, at) => (
        <PeriodBand key={period.id} period={period} isEven={at % 2 === 0} x={x} />
      ))}
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? styles['zero'] : styles['grid']}
            x1={LEFT}
            x2={width - RIGHT}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className={styles['tick']} x={LEFT - 6} y={y(tick) + 4}>
            {tickLabel(tick)}
          </text>
        </g>
      ))}
      {goals.map(({ value, label }) => (
        <g key={label}>
          <line className={styles['goal']} x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
          <text className={styles['goalLabel']} x={width - RIGHT - 2} y={y(value) - 4}>
            {label}
          </text>
        </g>
      ))}
      {isJoined && <JoinedPoints points={points} scale={scale} />}
      {trend && (
        <line
          className={styles['trend']}
          x1={x(trend.fromMs)}
          y1={y(Math.max(0, trend.from))}
          x2={x(trend.toMs)}
          y2={y(Math.max(0, trend.to))}
        />
      )}
      {points.map((point) => (
        <circle
          key={point.key}
          className={pointClass(point)}
          cx={x(point.atMs)}
          cy={y(point.value)}
          r={point === readPoint ? 5 : points.length > MANY_POINTS ? 2.5 : 3.5}
        />
      ))}
      {trend && (
        <text className={styles['trendLabel']} x={x(trend.toMs)} y={y(Math.max(0, trend.to)) - 8}>
          {trend.label}
        </text>
      )}
    </svg>
  )
}

function pointClass({ isOpen = false, isMarked = false }: PlotPoint) {
  if (isOpen) return styles['pointOpen']
  return isMarked ? styles['pointMarked'] : styles['point']
}

type PeriodBandProps = Readonly<{ period: PlotPeriod; isEven: boolean; x: (ms: number) => number }>

/** What has no room for its name goes without: the table says it too. */
function PeriodBand({ period, isEven, x }: PeriodBandProps) {
  const left = x(period.fromMs)
  const width = Math.max(0, x(period.toMs) - left)
  return (
    <g>
      {isEven && (
        <rect className={styles['band']} x={left} y={TOP - 22} width={width} height={BOTTOM - TOP + 22} />
      )}
      {labelWidth(period.name) + 6 <= width && (
        <text className={styles['name']} x={left + 4} y={TOP - 9}>
          {period.name}
        </text>
      )}
    </g>
  )
}

/** Up to an open period the line is broken into dashes: its value will still change. */
function JoinedPoints({
  points,
  scale: { x, y },
}: Readonly<{ points: readonly PlotPoint[]; scale: PlotScale }>) {
  return points.slice(1).map((point, at) => {
    const before = points[at]
    if (before === undefined) return null
    return (
      <line
        key={point.key}
        className={point.isOpen ? styles['estimate'] : styles['line']}
        x1={x(before.atMs)}
        y1={y(before.value)}
        x2={x(point.atMs)}
        y2={y(point.value)}
      />
    )
  })
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
    >
      <b>{title}</b>
      {rest.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}
