export type SeriesPoint = Readonly<{ hour: number; value: number | null }>

/**
 * The lowest and the highest point of every pixel column, so that no spike is lost however many hours share a pixel.
 * Order, the first and the last point, and one null for every gap stay.
 */
export function decimate(
  points: readonly SeriesPoint[],
  columnOf: (hour: number) => number,
): readonly SeriesPoint[] {
  const kept: SeriesPoint[] = []
  let column: Column | null = null

  for (let index = 0; index < points.length; index += 1) {
    const point = points[index]
    if (!point) continue
    if (point.value === null) {
      keepExtremes(kept, points, column)
      column = null
      if (kept.at(-1)?.value !== null) kept.push(point)
      continue
    }
    const number = columnOf(point.hour)
    if (column === null || column.number !== number) {
      keepExtremes(kept, points, column)
      column = { number, lowest: index, highest: index }
    } else {
      if (point.value < valueAt(points, column.lowest)) column.lowest = index
      if (point.value > valueAt(points, column.highest)) column.highest = index
    }
  }
  keepExtremes(kept, points, column)
  return withEnds(kept, points)
}

type Column = { number: number; lowest: number; highest: number }

function valueAt(points: readonly SeriesPoint[], index: number): number {
  return points[index]?.value ?? Number.NaN
}

function keepExtremes(kept: SeriesPoint[], points: readonly SeriesPoint[], column: Column | null) {
  if (column === null) return
  const first = points[Math.min(column.lowest, column.highest)]
  const second = points[Math.max(column.lowest, column.highest)]
  if (first) kept.push(first)
  if (second && second !== first) kept.push(second)
}

function withEnds(kept: SeriesPoint[], points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const first = points[0]
  const last = points.at(-1)
  if (first && kept[0] !== first) kept.unshift(first)
  if (last && last.value !== null && kept.at(-1) !== last) kept.push(last)
  return kept
}
