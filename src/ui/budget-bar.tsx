import styles from './budget-bar.module.css'

const WIDTH = 56
const HEIGHT = 9

/**
 * Zero stands where the same scale holds for what is left (right of it) and overspent (left of it); in a list of
 * budgets that ran out nearly all the room is for how far.
 */
const scales = {
  left: { zeroX: 20, full: 36 },
  overspent: { zeroX: 52, full: 32 },
} as const

export type BudgetScale = keyof typeof scales

type BudgetBarProps = Readonly<{ ratio: number; scale?: BudgetScale | undefined }>

/** Budget left as a length, one scale for the whole column. Beyond the scale the bar ends at its edge; the figure says how far. */
export function BudgetBar({ ratio, scale = 'left' }: BudgetBarProps) {
  const { zeroX, full } = scales[scale]
  const length = Math.min(Math.abs(ratio) * full, ratio < 0 ? zeroX : WIDTH - zeroX)
  return (
    <svg className={styles['bar']} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect
        className={ratio < 0 ? styles['overspent'] : styles['left']}
        x={ratio < 0 ? zeroX - length : zeroX}
        y="1"
        width={length}
        height={HEIGHT - 2}
      />
      <line className={styles['zero']} x1={zeroX} x2={zeroX} y1="0" y2={HEIGHT} />
    </svg>
  )
}
