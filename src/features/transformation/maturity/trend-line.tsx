import { dayOf } from '../../../domain/maturity.ts'
import styles from './drawings.module.css'

type TrendLineProps = Readonly<{ points: readonly Readonly<{ date: string; share: number | null }>[] }>

const WIDTH = 96
const HEIGHT = 30
const EDGE = 3

/** Beside its figures and never instead of them: from nothing below to all points above, over calendar time. */
export function TrendLine({ points }: TrendLineProps) {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const from = dayOf(first.date)
  const days = Math.max(1, dayOf(last.date) - from)
  const placed = points.flatMap(({ date, share }) =>
    share === null
      ? []
      : [
          {
            x: EDGE + ((dayOf(date) - from) / days) * (WIDTH - 2 * EDGE),
            y: HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE),
          },
        ],
  )
  const end = placed.at(-1)
  return (
    <svg className={styles['line']} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line className={styles['grid']} x1="0" x2={WIDTH} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} />
      <polyline points={placed.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {end && <circle cx={end.x} cy={end.y} r="2.4" />}
    </svg>
  )
}
