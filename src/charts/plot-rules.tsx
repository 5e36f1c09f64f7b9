import styles from './burn-down.module.css'
import type { BurnDownModel } from './burn-down-model.ts'
import type { PlotGeometry } from './plot-geometry.ts'
import { suspectsAlone } from './suspects.ts'

type PlotRulesProps = Readonly<{ model: BurnDownModel; geometry: PlotGeometry }>

/** Thin lines with a meaning: zero, periods, pace, replenishment, changes, the estimate and now. */
export function PlotRules({ model, geometry }: PlotRulesProps) {
  const { x, y, left, right, top, bottom } = geometry
  const boundaries = [...model.heads.map(({ fromHour }) => fromHour), model.toHour]
  const axisBreak = y(-1.5) + 5
  return (
    <g>
      {boundaries.map((hour) => (
        <line key={hour} className={styles['boundary']} x1={x(hour)} x2={x(hour)} y1={6} y2={bottom} />
      ))}
      <Paces model={model} geometry={geometry} />
      {model.replenishments.map(({ hour, from }) => (
        <line key={hour} className={styles['replenished']} x1={x(hour)} x2={x(hour)} y1={y(from)} y2={top} />
      ))}
      {model.targetChanges.map(({ hour }) => (
        <line key={hour} className={styles['targetChange']} x1={x(hour)} x2={x(hour)} y1={top} y2={bottom} />
      ))}
      {suspectsAlone(model).map(({ hour }) => (
        <line key={hour} className={styles['suspectRule']} x1={x(hour)} x2={x(hour)} y1={top} y2={bottom} />
      ))}
      {model.topUps.map(({ hour }) => (
        <line key={hour} className={styles['topUp']} x1={x(hour)} x2={x(hour)} y1={top} y2={bottom} />
      ))}
      <line className={styles['zero']} x1={left} x2={right} y1={y(0)} y2={y(0)} />
      {model.axis.isBroken && (
        <path className={styles['axisBreak']} d={`M${left - 7} ${axisBreak}l4 -4 4 8 4 -4`} />
      )}
      <EstimateCone model={model} geometry={geometry} />
      {model.nowHour !== null && (
        <line
          className={styles['now']}
          x1={x(model.nowHour)}
          x2={x(model.nowHour)}
          y1={top}
          y2={nowEnd(model, geometry)}
        />
      )}
    </g>
  )
}

/** The line of now stops at the data it belongs to. */
export function nowEnd({ points }: BurnDownModel, { y }: PlotGeometry): number {
  return y(points.at(-1)?.remaining ?? 0)
}

/** A period the window cuts has its pace cut with it: half a slope would promise another one. */
function Paces({ model, geometry: { x, y } }: PlotRulesProps) {
  return model.paces.map(({ fromHour, toHour }) => {
    const start = Math.max(fromHour, model.fromHour)
    const end = Math.min(toHour, model.toHour)
    const paceAt = (hour: number) => 1 - (hour - fromHour) / (toHour - fromHour)
    return (
      <line
        key={fromHour}
        className={styles['pace']}
        x1={x(start)}
        x2={x(end)}
        y1={y(paceAt(start))}
        y2={y(paceAt(end))}
      />
    )
  })
}

function EstimateCone({ model: { estimate, toHour }, geometry }: PlotRulesProps) {
  if (estimate === null) return null
  const { x, y } = geometry
  const from = `${x(estimate.from.hour)} ${y(estimate.from.value)}`
  const ends = estimate.projections.map(({ to, exhaustedAt, windowHours }) => {
    // A window that ends before the budget does shows a part of the slope, not a steeper one.
    const isInside = to.hour <= toHour
    const share = isInside ? 1 : (toHour - estimate.from.hour) / (to.hour - estimate.from.hour)
    return {
      windowHours,
      exhaustedAt,
      isInside,
      x: x(Math.min(to.hour, toHour)),
      y: y(estimate.from.value + share * (to.value - estimate.from.value)),
    }
  })
  const fastest = ends[0]
  const slowest = ends.at(-1)
  const isExhausting = ends.some(({ exhaustedAt }) => exhaustedAt !== null)
  return (
    <g>
      {fastest && slowest && (
        <path
          className={styles[isExhausting ? 'cone' : 'calmCone']}
          d={`M${from}L${fastest.x} ${fastest.y}L${slowest.x} ${slowest.y}Z`}
        />
      )}
      {ends.map((end) => (
        <g key={end.windowHours}>
          <path
            className={styles[end.exhaustedAt === null ? 'calmEstimate' : 'estimate']}
            d={`M${from}L${end.x} ${end.y}`}
          />
          {end.exhaustedAt !== null && end.isInside && (
            <circle className={styles['expected']} cx={end.x} cy={end.y} r="3.5" />
          )}
        </g>
      ))}
    </g>
  )
}
