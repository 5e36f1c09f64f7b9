export type Brick = Readonly<{ y: number; height: number; isKept: boolean; place: number }>

/** Above this many services a brick would be thinner than a line; the column is then drawn as two blocks. */
const MOST_BRICKS = 48
const GAP = 2

/** One brick for each service, those that kept every budget at the bottom: the edge between them is the share. */
export function bricks(kept: number, counted: number, top: number, bottom: number): readonly Brick[] {
  if (counted === 0) return []
  const step = (bottom - top) / counted
  if (counted > MOST_BRICKS) {
    const edge = bottom - kept * step
    const blocks = [
      { place: 0, y: edge, height: bottom - edge, isKept: true, services: kept },
      { place: 1, y: top, height: edge - top, isKept: false, services: counted - kept },
    ]
    // By services, not by height: a division may leave a sliver where there is nobody.
    return blocks.filter(({ services }) => services > 0)
  }
  return Array.from({ length: counted }, (_, place) => ({
    place,
    y: bottom - (place + 1) * step + GAP / 2,
    height: Math.max(1, step - GAP),
    isKept: place < kept,
  }))
}
