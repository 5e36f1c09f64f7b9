import type { Expectation } from '../../contract/expectations.ts'
import styles from './expectations.module.css'

const WIDTH = 96
const HEIGHT = 22
const EDGE = 3

type SignalLineProps = Readonly<{ expectation: Pick<Expectation, 'base' | 'goal' | 'points' | 'judged'> }>

/** From the time before to now, with the target dashed. Its figures stand beside it, so it is silent to screen readers. */
export function SignalLine({ expectation: { base, goal, points, judged } }: SignalLineProps) {
  const values = [base, goal, ...points.map(({ value }) => value)].filter((value) => value !== null)
  if (points.length === 0) return null
  const least = Math.min(...values)
  const span = Math.max(...values) - least || 1
  const y = (value: number) => HEIGHT - EDGE - ((value - least) / span) * (HEIGHT - 2 * EDGE)
  const drawn = base === null ? points.map(({ value }) => value) : [base, ...points.map(({ value }) => value)]
  const step = drawn.length < 2 ? 0 : (WIDTH - 2 * EDGE) / (drawn.length - 1)
  const x = (at: number) => EDGE + at * step
  const judgedAt =
    drawn.length -
    points.length +
    points.findIndex(({ month, label }) => month === judged?.month && label === judged.label)
  return (
    <svg className={styles['line']} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {goal !== null && <line className={styles['goal']} x1="0" x2={WIDTH} y1={y(goal)} y2={y(goal)} />}
      <polyline
        className={styles['path']}
        points={drawn.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}
      />
      {base !== null && <circle className={styles['before']} cx={x(0)} cy={y(base)} r="2" />}
      {judged !== null && <circle className={styles['now']} cx={x(judgedAt)} cy={y(judged.value)} r="2.2" />}
    </svg>
  )
}
