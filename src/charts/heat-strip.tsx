import styles from './burn-down.module.css'
import type { BurnDownModel } from './burn-down-model.ts'
import steps from './heat-steps.module.css'
import type { PlotGeometry } from './plot-geometry.ts'
import { heatPath } from './plot-paths.ts'

type HeatStripProps = Readonly<{ id: string; model: BurnDownModel; geometry: PlotGeometry }>

/** How fast every hour burned: a column a day, a row an hour of it, on the plot's own time axis. */
export function HeatStrip({ id, model, geometry }: HeatStripProps) {
  const { heat, nowHour, fromHour, toHour } = model
  const { x, left, right, heatTop, heatHeight } = geometry
  const measuredEnd = x(nowHour ?? toHour)
  return (
    <g>
      <rect
        className={`${styles['heat']} ${steps['step0']}`}
        x={x(fromHour)}
        y={heatTop}
        width={measuredEnd - left}
        height={heatHeight}
      />
      {nowHour !== null && (
        <rect
          x={measuredEnd}
          y={heatTop}
          width={right - measuredEnd}
          height={heatHeight}
          fill={`url(#${id}to-come)`}
        />
      )}
      {heat.cells.map(({ step, cells }) => (
        <path
          key={step}
          className={`${styles['heat']} ${steps[`step${step}`]}`}
          d={heatPath(cells, heat.rows, geometry)}
        />
      ))}
      <path d={heatPath(heat.gaps, heat.rows, geometry)} className={styles['heatGap']} />
      <path d={heatPath(heat.gaps, heat.rows, geometry)} fill={`url(#${id}gap)`} />
      <text className={styles['laneName']} x={left - 8} y={heatTop + (heat.rows === 1 ? 10 : 8)}>
        {heat.rows === 1 ? 'Rate' : '00:00'}
      </text>
      {heat.rows === 24 && (
        <text className={styles['laneName']} x={left - 8} y={heatTop + heatHeight / 2 + 4}>
          12:00
        </text>
      )}
    </g>
  )
}
