import { clearestPlace } from './clearest-place.ts'
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

export type PlotScale = Readonly<{ width: number; x: (ms: number) => number; y: (value: number) => number }>

/** Where the plot lies in its element, in pixels. */
export const plotBox = { height: 240, top: 30, bottom: 214, left: 48, right: 12 } as const

export type PeriodDrawingProps = Readonly<{
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
  /** Periods in which something else was so, as a band on the axis: what, for below the drawing. */
  banded?: ReadonlySet<string>
}>

/** From here on points are drawn smaller and each with an edge, so that one does not hide the next. */
const MANY_POINTS = 60
const { height: HEIGHT, top: TOP, bottom: BOTTOM, left: LEFT, right: RIGHT } = plotBox

/** The picture alone: what it says is said by its points and in the table beside it. */
export function PeriodDrawing({
  scale,
  readPoint,
  ...props
}: PeriodDrawingProps & Readonly<{ scale: PlotScale; readPoint: PlotPoint | undefined }>) {
  const { periods, points, axis, tickLabel, isJoined = false, trend, goals = [], banded } = props
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
      {periods
        .filter(({ id }) => banded?.has(id))
        .map(({ id, fromMs, toMs }) => (
          <rect
            key={id}
            className={styles['banded']}
            x={x(fromMs) + 1}
            y={BOTTOM + 1}
            width={Math.max(2, x(toMs) - x(fromMs) - 2)}
            height="4"
          />
        ))}
      {isJoined && <JoinedPoints points={points} scale={scale} />}
      <g className={points.length > MANY_POINTS ? styles['crowd'] : undefined}>
        {points.map((point) => (
          <circle
            key={point.key}
            className={pointClass(point)}
            cx={x(point.atMs)}
            cy={y(point.value)}
            r={points.length > MANY_POINTS ? 3 : 3.5}
          />
        ))}
      </g>
      {trend && <TrendLine trend={trend} points={points} scale={scale} />}
      {readPoint && (
        <circle className={pointClass(readPoint)} cx={x(readPoint.atMs)} cy={y(readPoint.value)} r="5" />
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

type TrendLineProps = Readonly<{
  trend: NonNullable<PeriodDrawingProps['trend']>
  points: readonly PlotPoint[]
  scale: PlotScale
}>

/** Over the points: it is what they come to. Its words stand where they hide the fewest of them. */
function TrendLine({ trend, points, scale: { x, y } }: TrendLineProps) {
  const from = { x: x(trend.fromMs), y: y(Math.max(0, trend.from)) }
  const to = { x: x(trend.toMs), y: y(Math.max(0, trend.to)) }
  const label = clearestPlace(
    { from, to },
    labelWidth(trend.label),
    points.map(({ atMs, value }) => ({ x: x(atMs), y: y(value) })),
  )
  return (
    <>
      <line className={styles['trend']} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <text className={styles['trendLabel']} x={label.x} y={label.y}>
        {trend.label}
      </text>
    </>
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
