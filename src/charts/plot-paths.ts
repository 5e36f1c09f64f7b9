import type { HeatCell } from './burn-heat.ts'
import { decimate, type SeriesPoint } from './decimate.ts'
import type { PlotGeometry } from './plot-geometry.ts'

/** The areas between the zero line and what lies below it, one closed path a stretch. */
export function debtPath(overspent: readonly SeriesPoint[], { x, y }: PlotGeometry): string {
  const zero = y(0)
  let path = ''
  let endX: number | null = null
  for (const { hour, value } of decimate(overspent, (at) => Math.floor(x(at)))) {
    if (value === null) {
      if (endX !== null) path += `V${zero}Z`
      endX = null
      continue
    }
    path +=
      endX === null
        ? `M${px(x(hour))} ${zero}L${px(x(hour))} ${px(y(value))}`
        : `L${px(x(hour))} ${px(y(value))}`
    endX = x(hour)
  }
  return endX === null ? path : `${path}V${zero}Z`
}

const HEAT_GAP_PX = 0.5

/** All cells of one step in one path: a year of hours has 8,760 of them. */
export function heatPath(
  cells: readonly HeatCell[],
  rows: number,
  { x, heatTop, heatHeight }: PlotGeometry,
): string {
  const rowHeight = heatHeight / rows
  return cells
    .map(({ fromHour, toHour, row }) => {
      const left = x(fromHour)
      const width = Math.max(x(toHour) - left - HEAT_GAP_PX, 1)
      return `M${px(left)} ${px(heatTop + row * rowHeight)}h${px(width)}v${px(rowHeight)}h${px(-width)}z`
    })
    .join('')
}

function px(value: number): number {
  return Math.round(value * 10) / 10
}
