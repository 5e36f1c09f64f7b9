export type PlotLabel = Readonly<{
  /** Where the label points to. */
  x: number
  y: number
  text: string
  prefers: 'left' | 'right'
  /** Placed first where two want the same place; 0 before 1. */
  priority: number
}>

export type PlacedLabel<Label extends PlotLabel> = Label & Readonly<{ left: number; width: number }>

const LINE_PX = 14
const AIR_PX = 6
/** The mean advance of the interface type at 11 px; measuring each text would lay out the page. */
const CHARACTER_PX = 5.5

export function labelWidth(text: string): number {
  return text.length * CHARACTER_PX
}

/** Beside its point on the side it prefers, else on the other, else left out: the tooltip and the table say it too. */
export function placeLabels<Label extends PlotLabel>(
  labels: readonly Label[],
  range: Readonly<{ left: number; right: number }>,
): readonly PlacedLabel<Label>[] {
  const placed: PlacedLabel<Label>[] = []
  for (const label of labels.toSorted((a, b) => a.priority - b.priority)) {
    const width = labelWidth(label.text)
    const sides = [label.x + AIR_PX, label.x - AIR_PX - width]
    const left = (label.prefers === 'left' ? sides.toReversed() : sides).find(
      (start) =>
        start >= range.left &&
        start + width <= range.right &&
        placed.every((other) => isClear(start, width, label.y, other)),
    )
    if (left !== undefined) placed.push({ ...label, left, width })
  }
  return placed
}

function isClear(
  left: number,
  width: number,
  y: number,
  other: Readonly<{ left: number; width: number; y: number }>,
) {
  const isBeside = left >= other.left + other.width + AIR_PX || left + width + AIR_PX <= other.left
  return isBeside || Math.abs(y - other.y) >= LINE_PX
}
