import type { BurnDownModel } from './burn-down-model.ts'
import { decimate, type SeriesPoint } from './decimate.ts'
import type { BudgetLines } from './line-segments.ts'
import type { PlotGeometry } from './plot-geometry.ts'

/** A row of the chart library's data; each line finds its own values and breaks at the rest. */
export type LineRow = Readonly<{ hour: number } & Partial<Record<keyof BudgetLines, number | null>>>

/** Two points a column of two pixels: never more points than the plot has pixels. */
const COLUMN_PX = 2

export function linesAtWidth({ lines, axis }: BurnDownModel, geometry: PlotGeometry): readonly LineRow[] {
  const columnOf = (hour: number) => Math.floor(geometry.x(hour) / COLUMN_PX)
  const rowsOf = (name: keyof BudgetLines) =>
    decimate(lines[name], columnOf).map(({ hour, value }: SeriesPoint): LineRow => ({
      hour,
      [name]: value === null ? null : axis.placeOf(value),
    }))
  return [...rowsOf('kept'), ...rowsOf('overspent'), ...rowsOf('bridged')]
}
