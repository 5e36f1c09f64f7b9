import styles from './burn-down.module.css'
import type { BurnDownModel } from './burn-down-model.ts'
import type { PlotGeometry } from './plot-geometry.ts'
import { debtPath } from './plot-paths.ts'

type PlotBandsProps = Readonly<{ id: string; model: BurnDownModel; geometry: PlotGeometry }>

/** What lies behind the lines: debt, excluded hours, hours nobody measured. */
export function PlotBands({ id, model, geometry }: PlotBandsProps) {
  const { x, top, bottom } = geometry
  const band = ({ fromHour, toHour }: Readonly<{ fromHour: number; toHour: number }>) => ({
    x: x(Math.max(fromHour, model.fromHour)),
    width: Math.max(2, x(Math.min(toHour, model.toHour)) - x(Math.max(fromHour, model.fromHour))),
    y: top,
    height: bottom - top,
  })
  return (
    <g>
      <defs>
        <pattern
          id={`${id}debt`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" className={styles['debtGround']} />
          <path d="M0 0V5" className={styles['debtHatch']} />
        </pattern>
        <pattern
          id={`${id}excluded`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <path d="M0 0V4" className={styles['excludedHatch']} />
        </pattern>
        <pattern
          id={`${id}gap`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V5" className={styles['gapHatch']} />
        </pattern>
        <pattern
          id={`${id}to-come`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V5" className={styles['toComeHatch']} />
        </pattern>
      </defs>
      {model.gaps.map((gap) => (
        <rect key={gap.fromHour} {...band(gap)} fill={`url(#${id}gap)`} />
      ))}
      {model.exclusions.map((exclusion) => (
        <rect key={exclusion.fromHour} {...band(exclusion)} fill={`url(#${id}excluded)`} />
      ))}
      <path d={debtPath(model.lines.overspent, geometry)} fill={`url(#${id}debt)`} />
    </g>
  )
}
