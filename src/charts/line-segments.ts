import type { BurnDownRun } from './burn-down-points.ts'
import type { SeriesPoint } from './decimate.ts'

/** Three lines on one axis, each broken by nulls where another one takes over. */
export type BudgetLines = Readonly<{
  /** Budget left, at or above zero: ink. */
  kept: readonly SeriesPoint[]
  /** Below zero: red. */
  overspent: readonly SeriesPoint[]
  /** Over hours nobody measured; they deplete nothing, so the line stays level. */
  bridged: readonly SeriesPoint[]
}>

type Place = Readonly<{ hour: number; value: number }>

/** Cuts the runs exactly where they cross zero, so that red begins on the zero line and not at the next bucket. */
export function budgetLines(runs: readonly BurnDownRun[]): BudgetLines {
  const kept: SeriesPoint[] = []
  const overspent: SeriesPoint[] = []
  const bridged: SeriesPoint[] = []

  const stroke = (from: Place, to: Place) => {
    // A stretch along zero itself is debt-free.
    if (from.value >= 0 && to.value >= 0) append(kept, from, to)
    else if (from.value <= 0 && to.value <= 0) append(overspent, from, to)
    else {
      const crossing = zeroBetween(from, to)
      append(from.value > 0 ? kept : overspent, from, crossing)
      append(to.value > 0 ? kept : overspent, crossing, to)
    }
  }

  for (const { origin, points, endHour } of runs) {
    let last: Place | null = origin
    for (const point of points) {
      if (point.remaining === null) {
        last = null
        continue
      }
      const place = { hour: point.toHour, value: point.remaining }
      if (last && point.followsGap) {
        const resumed: Place = { hour: point.fromHour, value: last.value }
        append(bridged, last, resumed)
        last = resumed
      }
      stroke(last ?? place, place)
      last = place
    }
    if (last && points.length > 0 && last.hour < endHour)
      append(bridged, last, { hour: endHour, value: last.value })
  }
  return { kept, overspent, bridged }
}

function zeroBetween(from: Place, to: Place): Place {
  const share = from.value / (from.value - to.value)
  return { hour: from.hour + share * (to.hour - from.hour), value: 0 }
}

/** Goes on where the line ended, else sets a null between. */
function append(line: SeriesPoint[], from: Place, to: Place) {
  const end = line.at(-1)
  if (!end || end.hour !== from.hour || end.value !== from.value) {
    if (end) line.push({ hour: end.hour, value: null })
    line.push(from)
  }
  if (to !== from) line.push(to)
}
