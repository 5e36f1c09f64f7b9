import { useId } from 'react'

import { sparklineShape } from './sparkline-geometry.ts'
import styles from './sparkline.module.css'

type SparklineProps = Readonly<{
  values: readonly (number | null)[]
  days: number
  elapsedShare: number
  width?: number
  height?: number
}>

/** The period so far, beside its figure and never instead of it: therefore silent to screen readers. */
export function Sparkline({ values, days, elapsedShare, width = 78, height = 18 }: SparklineProps) {
  const { line, zeroY, end } = sparklineShape({ values, days, elapsedShare, width, height })
  return (
    <svg className={styles['sparkline']} width={width} height={height} aria-hidden="true">
      <line className={end ? styles['zero'] : styles['absent']} x1="0" x2={width} y1={zeroY} y2={zeroY} />
      {end && (
        <>
          <line className={styles['pace']} x1="1.5" y1="1.5" x2={width - 1.5} y2={zeroY} />
          <path className={styles['line']} d={line} />
          {end.isOverspent && <Overspent line={line} fromY={zeroY} width={width} height={height} />}
          <circle
            className={end.isOverspent ? styles['overspent'] : styles['dot']}
            cx={end.x}
            cy={end.y}
            r="1.9"
          />
        </>
      )}
    </svg>
  )
}

type OverspentProps = Readonly<{ line: string; fromY: number; width: number; height: number }>

/** The part of the line below zero, once more in red. */
function Overspent({ line, fromY, width, height }: OverspentProps) {
  const id = useId()
  return (
    <>
      <clipPath id={id}>
        <rect x="0" y={fromY} width={width} height={height} />
      </clipPath>
      <path className={`${styles['line']} ${styles['below']}`} d={line} clipPath={`url(#${id})`} />
    </>
  )
}
