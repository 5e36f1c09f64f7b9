type Place = Readonly<{ x: number; y: number }>

/** A label stands so far above its line, its foot so far below. */
const ABOVE_PX = 8
const BELOW_PX = 14
const LETTERS_PX = 10
/** The point, the edge of paper around the letters, and that they are strong. */
const POINT_PX = 6
const STEP_PX = 8

/**
 * Where a label ends, on its foot, along a line through a crowd of points: where it hides the fewest of them, as near to
 * the line's end as that allows.
 */
export function clearestPlace(
  { from, to }: Readonly<{ from: Place; to: Place }>,
  width: number,
  points: readonly Place[],
): Place {
  let best = { x: to.x, y: to.y - ABOVE_PX }
  let fewest = Number.POSITIVE_INFINITY
  for (let x = to.x; x >= from.x + width || x === to.x; x -= STEP_PX) {
    const onLine = to.y + ((x - to.x) / Math.max(1, to.x - from.x)) * (to.y - from.y)
    for (const y of [onLine - ABOVE_PX, onLine + BELOW_PX]) {
      const hidden = points.filter((point) => isUnder(point, { x, y }, width)).length
      if (hidden < fewest) {
        fewest = hidden
        best = { x, y }
      }
    }
  }
  return best
}

function isUnder(point: Place, end: Place, width: number): boolean {
  return (
    point.x > end.x - width - POINT_PX &&
    point.x < end.x + POINT_PX &&
    point.y > end.y - LETTERS_PX - POINT_PX &&
    point.y < end.y + POINT_PX
  )
}
