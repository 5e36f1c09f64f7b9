/** Room under the zero line even where nothing is overspent. */
const LEAST_BELOW = -0.1
/** However far below zero the worst went: beyond it only the figure tells. */
const LOWEST = -1.5

/** One scale for all drawings of a page, so that their shapes can be compared: 100 % to here. */
export function sharedBottom(curves: readonly (readonly (number | null)[])[]): number {
  const least = curves.flat().reduce<number>((lowest, left) => Math.min(lowest, left ?? 1), LEAST_BELOW)
  return Math.max(LOWEST, Math.floor(least * 10) / 10)
}

/** How many drawings fit beside each other, and how wide each is then. */
export function drawingWidth(width: number, least: number, gap: number): number {
  const beside = Math.max(1, Math.floor((width + gap) / (least + gap)))
  return Math.floor((width - gap * (beside - 1)) / beside)
}
