import type { FigureOnWire } from '../../../contract/delivery.ts'
import styles from './delivery.module.css'

const WIDTH = 108
const HEIGHT = 22
const EDGE = 3

type TrendLineProps = Readonly<{
  history: readonly FigureOnWire[]
  /** How many of the last periods are the window. */
  windowLength: number
}>

/** The year that led here, the window in ink. Its figures stand beside it, so it is silent to screen readers. */
export function TrendLine({ history, windowLength }: TrendLineProps) {
  const values = history.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length === 0) return null
  const most = Math.max(...values) || 1
  const step = history.length < 2 ? 0 : (WIDTH - 2 * EDGE) / (history.length - 1)
  const points = history.map(({ value }, at) =>
    value === null
      ? null
      : `${(EDGE + at * step).toFixed(1)} ${(HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE)).toFixed(1)}`,
  )
  const from = Math.max(0, history.length - windowLength)
  return (
    <svg className={styles['line']} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line className={styles['ground']} x1="0" x2={WIDTH} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} />
      <path className={styles['then']} d={joined(points.slice(0, from + 1))} />
      <path className={styles['now']} d={joined(points.slice(from))} />
      <path className={styles['dots']} d={dotted(points.slice(from))} />
    </svg>
  )
}

/** A period of which nothing is known breaks the line. */
function joined(points: readonly (string | null)[]): string {
  return points
    .flatMap((point, at) => {
      if (point === null) return []
      const before = points[at - 1] ?? null
      return [`${before === null ? 'M' : 'L'}${point}`]
    })
    .join('')
}

/** Lines of no length, which have round ends. */
function dotted(points: readonly (string | null)[]): string {
  return points.flatMap((point) => (point === null ? [] : [`M${point}h0`])).join('')
}
