import { useId } from 'react'

import { sparklineShape } from '../ui/sparkline-geometry.ts'
import styles from './small-burn-down.module.css'

type SmallBurnDownProps = Readonly<{
  /** Budget left at the end of each elapsed day. */
  values: readonly (number | null)[]
  /** Days the whole period has. */
  days: number
  elapsedShare: number
  width: number
  height: number
  /** Shared by all that stand beside it. */
  bottom: number
  /** Labels of the axis, 0 where what stands around it says enough. */
  labelPx?: number
}>

const LEVELS = [1, 0.5, 0]
const DAYS_PER_WEEK = 7

/** The period so far against even pace. Decoration: what it stands in says the same in words. */
export function SmallBurnDown({
  values,
  days,
  elapsedShare,
  width,
  height,
  bottom,
  labelPx = 11,
}: SmallBurnDownProps) {
  const id = useId()
  const left = labelPx === 0 ? 0 : labelPx * 3.2
  const plot = Math.max(10, width - left)
  const { line, zeroY, end } = sparklineShape({ values, days, elapsedShare, width: plot, height, bottom })
  const yOf = (level: number) => 1.5 + ((1 - level) / (1 - bottom)) * (height - 3)
  const weeks = Array.from(
    { length: Math.ceil(days / DAYS_PER_WEEK) - 1 },
    (_, week) => (week + 1) * DAYS_PER_WEEK,
  )
  return (
    <svg className={styles['drawing']} width={width} height={height} aria-hidden="true">
      <defs>
        <pattern
          id={`${id}h`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path className={styles['hatch']} d="M0 0V5" />
        </pattern>
        <clipPath id={`${id}b`}>
          <rect x="0" y={zeroY} width={plot} height={Math.max(0, height - zeroY)} />
        </clipPath>
      </defs>
      {labelPx > 0 &&
        LEVELS.map((level) => (
          <text
            key={level}
            className={styles['label']}
            x={left - 6}
            y={yOf(level) + labelPx * 0.36}
            fontSize={labelPx}
          >
            {level === 1 ? '100 %' : level * 100}
          </text>
        ))}
      <g transform={`translate(${left})`}>
        {weeks.map((day) => (
          <line
            key={day}
            className={styles['grid']}
            x1={(day / days) * plot}
            x2={(day / days) * plot}
            y1="1.5"
            y2={zeroY}
          />
        ))}
        <line className={styles['grid']} x1="0" x2={plot} y1={yOf(0.5)} y2={yOf(0.5)} />
        {end?.isOverspent && (
          <rect x="0" y={zeroY} width={plot} height={height - zeroY} fill={`url(#${id}h)`} />
        )}
        <line className={end ? styles['zero'] : styles['absent']} x1="0" x2={plot} y1={zeroY} y2={zeroY} />
        <line className={styles['pace']} x1="1.5" y1="1.5" x2={plot - 1.5} y2={zeroY} />
        {end && (
          <>
            <path className={styles['line']} d={line} />
            <path className={`${styles['line']} ${styles['below']}`} d={line} clipPath={`url(#${id}b)`} />
            <circle
              className={end.isOverspent ? styles['overspent'] : styles['dot']}
              cx={end.x}
              cy={end.y}
              r="2.6"
            />
          </>
        )}
      </g>
    </svg>
  )
}
