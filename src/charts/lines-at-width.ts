import type { BurnDownModel } from './burn-down-model.ts'
import { decimate, type SeriesPoint } from './decimate.ts'
import type { BudgetLines } from './line-segments.ts'
import type { PlotGeometry } from './plot-geometry.ts'
import { simplify } from './simplify.ts'

/** In pixels; the line breaks at a point without a height. */
export type LinePoint = Readonly<{ x: number; y: number | null }>

/** At two points a column, ends and breaks of thirteen periods included, never more points than the plot has pixels. */
const COLUMN_PX = 2.5

export function linesAtWidth(
  { lines }: Pick<BurnDownModel, 'lines'>,
  { x, y }: PlotGeometry,
): Readonly<Record<keyof BudgetLines, readonly LinePoint[]>> {
  const columnOf = (hour: number) => Math.floor(x(hour) / COLUMN_PX)
  const pointsOf = (line: readonly SeriesPoint[]) =>
    runsOf(decimate(line, columnOf)).flatMap((run): LinePoint[] => {
      const pixels = run.map(({ hour, value }) => ({ x: x(hour), y: y(value) }))
      // The line breaks where a run ends.
      return [...simplify(pixels), { x: pixels.at(-1)?.x ?? 0, y: null }]
    })
  return {
    kept: pointsOf(lines.kept),
    overspent: pointsOf(lines.overspent),
    bridged: pointsOf(lines.bridged),
  }
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
