import { useId } from 'react'

import { formatRemaining } from '../domain/format.ts'
import { periodCurve, zeroAt } from './period-curve.ts'
import styles from './period-curves.module.css'

type Curve = Readonly<{
  remaining: number | null
  /** Null where it is not drawn: the period is hatched, so that time stays complete. */
  daily: readonly (number | null)[] | null
}>

type PeriodCurvesProps = Readonly<{
  periods: readonly Readonly<{ id: string; days: number }>[]
  /** One for each period, null where there is nothing to draw or to hatch. */
  curves: readonly (Curve | null)[]
  width: number
}>

const HEIGHT = 44
const LABEL_HEIGHT = 14

/** The burn-downs of one budget, period beside period. Decoration: the links over it say each in words. */
export function PeriodCurves({ periods, curves, width }: PeriodCurvesProps) {
  const hatch = useId()
  const boxWidth = width / Math.max(1, periods.length)
  return (
    <svg className={styles['curves']} width={width} height={HEIGHT + LABEL_HEIGHT} aria-hidden="true">
      <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className={styles['hatch']} d="M0 0V5" />
      </pattern>
      {periods.map(({ id, days }, at) => {
        const curve = curves[at]
        return (
          <g key={id} transform={`translate(${Math.round(at * boxWidth)} 1)`}>
            <path className={styles['border']} d={`M0 0V${HEIGHT}`} />
            {curve?.daily ? (
              <Drawn curve={curve} daily={curve.daily} days={days} width={boxWidth} />
            ) : (
              curve && <rect width={boxWidth} height={zeroAt(HEIGHT)} fill={`url(#${hatch})`} />
            )}
            <path className={styles['zero']} d={`M0 ${zeroAt(HEIGHT)}H${boxWidth}`} />
          </g>
        )
      })}
    </svg>
  )
}

type DrawnProps = Readonly<{
  curve: Curve
  daily: readonly (number | null)[]
  days: number
  width: number
}>

function Drawn({ curve: { remaining }, daily, days, width }: DrawnProps) {
  const { line, debt } = periodCurve({ daily, days, width, height: HEIGHT })
  return (
    <>
      <path className={styles['debt']} d={debt} />
      <path className={styles['line']} d={line} />
      {remaining !== null && remaining <= 0 && (
        <text className={styles['label']} x={width / 2} y={HEIGHT + LABEL_HEIGHT - 4}>
          {formatRemaining(remaining)} %
        </text>
      )}
    </>
  )
}
