import styles from './budget-bar.module.css'

const WIDTH = 56
const HEIGHT = 9
/** Zero stands here, so that the same scale holds for what is left (right of it) and overspent (left of it). */
const ZERO_X = 20
const FULL = WIDTH - ZERO_X

/** Budget left as a length, one scale for the whole column. Beyond the scale the bar ends at its edge; the figure says how far. */
export function BudgetBar({ ratio }: Readonly<{ ratio: number }>) {
  const length = Math.min(Math.abs(ratio) * FULL, ratio < 0 ? ZERO_X : FULL)
  return (
    <svg className={styles['bar']} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect
        className={ratio < 0 ? styles['overspent'] : styles['left']}
        x={ratio < 0 ? ZERO_X - length : ZERO_X}
        y="1"
        width={length}
        height={HEIGHT - 2}
      />
      <line className={styles['zero']} x1={ZERO_X} x2={ZERO_X} y1="0" y2={HEIGHT} />
    </svg>
  )
}
