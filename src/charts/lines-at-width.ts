import type { BurnDownModel } from './burn-down-model.ts'
import { decimate, type SeriesPoint } from './decimate.ts'
import type { BudgetLines } from './line-segments.ts'
import type { PlotGeometry } from './plot-geometry.ts'
import { simplify } from './simplify.ts'

/** A row of the chart library's data; each line finds its own values and breaks at the rest. */
export type LineRow = Readonly<{ hour: number } & Partial<Record<keyof BudgetLines, number | null>>>

/** At two points a column, ends and breaks of thirteen periods included, never more points than the plot has pixels. */
const COLUMN_PX = 2.5

export function linesAtWidth({ lines, axis }: BurnDownModel, geometry: PlotGeometry): readonly LineRow[] {
  const { x, y } = geometry
  const columnOf = (hour: number) => Math.floor(x(hour) / COLUMN_PX)
  const rowsOf = (name: keyof BudgetLines) =>
    runsOf(decimate(lines[name], columnOf)).flatMap((run): LineRow[] => [
      ...simplify(run, ({ hour, value }) => ({ x: x(hour), y: y(value) })).map(({ hour, value }) => ({
        hour,
        [name]: axis.placeOf(value),
      })),
      // The line breaks where a run ends.
      { hour: run.at(-1)?.hour ?? 0, [name]: null },
    ])
  return [...rowsOf('kept'), ...rowsOf('overspent'), ...rowsOf('bridged')]
}

type Measured = Readonly<{ hour: number; value: number }>

function runsOf(points: readonly SeriesPoint[]): readonly (readonly Measured[])[] {
  const runs: Measured[][] = []
  let run: Measured[] | null = null
  for (const { hour, value } of points) {
    if (value === null) run = null
    else if (run) run.push({ hour, value })
    else runs.push((run = [{ hour, value }]))
  }
  return runs
}
