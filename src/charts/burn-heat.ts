import { HOURS_PER_DAY } from '../domain/hours.ts'
import type { BurnDownPoint } from './burn-down-points.ts'
import type { ZoneClock } from './zone-clock.ts'

/** Where the steps of the heat begin: the rates of the default alert rules for four weeks, and the rate that ends a period in half a day. */
export const heatSteps = [1, 2.8, 5.6, 13.44, 60] as const

/** 0 below the first step, 5 from the last one on. */
export function heatStep(burnRate: number): number {
  return heatSteps.filter((step) => burnRate >= step).length
}

type Span = Readonly<{ fromHour: number; toHour: number }>

export type HeatCell = Span & Readonly<{ row: number }>

export type BurnHeat = Readonly<{
  /** 24 where a column is a day and a row an hour of it; 1 where the slots stand side by side. */
  rows: 1 | 24
  /** Cells by step, 1 to 5. What is below 1 is the ground they lie on. */
  cells: readonly Readonly<{ step: number; cells: readonly HeatCell[] }>[]
  /** Hours nobody measured: neither hot nor cold. */
  gaps: readonly HeatCell[]
}>

/** Up to three days an hour is wide enough to stand for itself. */
const LONGEST_STRIP_HOURS = 3 * HOURS_PER_DAY

export function burnHeat(
  points: readonly BurnDownPoint[],
  gaps: readonly Span[],
  range: Span,
  clock: ZoneClock,
): BurnHeat {
  const isHourly = points.every(({ fromHour, toHour }) => toHour - fromHour <= 1)
  const rows = isHourly && range.toHour - range.fromHour > LONGEST_STRIP_HOURS ? HOURS_PER_DAY : 1
  const columns = () => (rows === HOURS_PER_DAY ? dayColumns(range, clock) : besideEachOther)
  const placeOf = columns()
  const bySteps = new Map<number, HeatCell[]>()
  for (const point of points) {
    if (point.burnRate === null || point.burnRate < heatSteps[0]) continue
    const step = heatStep(point.burnRate)
    const cell = placeOf(point)
    const cells = bySteps.get(step)
    if (cells) cells.push(cell)
    else bySteps.set(step, [cell])
  }
  return {
    rows,
    cells: [...bySteps].map(([step, cells]) => ({ step, cells })).toSorted((a, b) => a.step - b.step),
    gaps: (rows === 1 ? gaps : gaps.flatMap(hoursOf)).map(columns()),
  }
}

function hoursOf({ fromHour, toHour }: Span): readonly Span[] {
  return Array.from({ length: toHour - fromHour }, (_, index) => ({
    fromHour: fromHour + index,
    toHour: fromHour + index + 1,
  }))
}

function besideEachOther({ fromHour, toHour }: Span): HeatCell {
  return { fromHour, toHour, row: 0 }
}

function dayColumns({ fromHour, toHour }: Span, clock: ZoneClock) {
  const midnights = clock.midnights(fromHour, toHour)
  const edges = [fromHour, ...midnights.filter((hour) => hour > fromHour), toHour]
  let column = 0
  return (point: Span): HeatCell => {
    // Points come in order of time, so the column only moves on.
    while (column < edges.length - 2 && (edges[column + 1] ?? toHour) <= point.fromHour) column += 1
    return {
      fromHour: edges[column] ?? fromHour,
      toHour: edges[column + 1] ?? toHour,
      row: clock.hourOfDay(point.fromHour),
    }
  }
}
