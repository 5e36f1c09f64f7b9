import { useId } from 'react'

import { formatRemaining } from '../domain/format.ts'
import { curveMarks, type CurveEvents } from './curve-marks.ts'
import { periodCurve, zeroAt } from './period-curve.ts'
import styles from './period-curves.module.css'

type Curve = Readonly<{
  remaining: number | null
  /** Null where it is not drawn: the period is hatched, so that time stays complete. */
  daily: readonly (number | null)[] | null
}>

type CurvePeriod = Readonly<{ id: string; fromMs: number; toMs: number }>

type PeriodCurvesProps = Readonly<{
  periods: readonly CurvePeriod[]
  /** One for each period, null where there is nothing to draw or to hatch. */
  curves: readonly (Curve | null)[]
  /** What may have bent them. */
  events: CurveEvents
  upTo: string
  width: number
}>

const DAY_MS = 86_400_000
const HEIGHT = 44
const LANE_HEIGHT = 10
const LABEL_HEIGHT = 14
const ENACTMENT_HEIGHT = 2.5
const DIAMOND = 'l2.6 2.6-2.6 2.6-2.6-2.6z'
const TICK = 'v5.2'
/** Nearer to one another, on average, diamonds would be a chain. */
const DIAMOND_PX = 7

/** The burn-downs of one budget, period beside period. Decoration: the links over it say each in words. */
export function PeriodCurves({ periods, curves, events, upTo, width }: PeriodCurvesProps) {
  const id = useId()
  const boxWidth = width / Math.max(1, periods.length)
  const marks = curveMarks(events, periods, boxWidth, upTo)
  const areMany = marks.releases.length * DIAMOND_PX > width
  return (
    <svg
      className={styles['curves']}
      width={width}
      height={HEIGHT + LANE_HEIGHT + LABEL_HEIGHT}
      aria-hidden="true"
    >
      <Hatchings id={id} />
      {marks.exclusions.map(({ x, width: spanWidth }) => (
        <rect key={x} x={x} y={1} width={spanWidth} height={HEIGHT} fill={`url(#${id}excluded)`} />
      ))}
      {periods.map(({ id: period, fromMs, toMs }, at) => {
        const curve = curves[at]
        return (
          <g key={period} transform={`translate(${Math.round(at * boxWidth)} 1)`}>
            <path className={styles['border']} d={`M0 0V${HEIGHT + LANE_HEIGHT}`} />
            {curve?.daily ? (
              <Drawn
                curve={curve}
                daily={curve.daily}
                days={Math.round((toMs - fromMs) / DAY_MS)}
                width={boxWidth}
              />
            ) : (
              curve && <rect width={boxWidth} height={zeroAt(HEIGHT)} fill={`url(#${id}hidden)`} />
            )}
            <path className={styles['zero']} d={`M0 ${zeroAt(HEIGHT)}H${boxWidth}`} />
          </g>
        )
      })}
      {marks.targetChanges.map((x) => (
        <path key={x} className={styles['targetChange']} d={`M${x} 1V${HEIGHT}`} />
      ))}
      {marks.topUps.map((x) => (
        <path key={x} className={styles['topUp']} d={`M${x} 1V${HEIGHT}`} />
      ))}
      {marks.enactments.map(({ x, width: spanWidth }) => (
        <rect
          key={x}
          className={styles['enactment']}
          x={x}
          y={HEIGHT + LANE_HEIGHT - ENACTMENT_HEIGHT + 1}
          width={spanWidth}
          height={ENACTMENT_HEIGHT}
        />
      ))}
      <path
        className={areMany ? styles['tick'] : styles['release']}
        d={marks.releases.map((x) => `M${x} ${HEIGHT + 3}${areMany ? TICK : DIAMOND}`).join('')}
      />
    </svg>
  )
}

function Hatchings({ id }: Readonly<{ id: string }>) {
  const pattern = { width: 5, height: 5, patternUnits: 'userSpaceOnUse' } as const
  return (
    <defs>
      <pattern id={`${id}hidden`} {...pattern} patternTransform="rotate(45)">
        <path className={styles['hatch']} d="M0 0V5" />
      </pattern>
      <pattern id={`${id}excluded`} {...pattern} patternTransform="rotate(-45)">
        <path className={styles['excludedHatch']} d="M0 0V5" />
      </pattern>
    </defs>
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
        <text className={styles['label']} x={width / 2} y={HEIGHT + LANE_HEIGHT + LABEL_HEIGHT - 4}>
          {formatRemaining(remaining)} %
        </text>
      )}
    </>
  )
}

/** What the marks mean, for below the curves. */
export function CurvesLegend() {
  return (
    <span className={styles['legend']} aria-hidden="true">
      <span>
        <svg width="9" height="9">
          <path className={styles['release']} d={`M4.5 1.9${DIAMOND}`} />
        </svg>
        deployment, of many each a line
      </span>
      <span>
        <svg width="7" height="12">
          <path className={styles['targetChange']} d="M3.5 0V12" />
        </svg>
        target changed
      </span>
      <span>
        <svg width="7" height="12">
          <path className={styles['topUp']} d="M3.5 0V12" />
        </svg>
        budget given back
      </span>
      <span>
        <svg width="14" height="12">
          <path className={styles['excludedHatch']} d="M0 4l8 8M0 0l12 12M6 0l8 8" />
        </svg>
        hours left out
      </span>
      <span>
        <svg width="14" height="9">
          <rect className={styles['enactment']} y="3.5" width="14" height={ENACTMENT_HEIGHT} />
        </svg>
        policy clause met
      </span>
    </span>
  )
}
