/** A span that is being chosen on the time axis, by the places of its ends among those that can be chosen. */
export type Brush = Readonly<{ anchor: number; head: number }>

/** First and last place, both chosen. */
export function spanOf({ anchor, head }: Brush): Readonly<{ first: number; last: number }> {
  return { first: Math.min(anchor, head), last: Math.max(anchor, head) }
}

type BrushKey = Readonly<{ brush: Brush | null; isChosen: boolean; isTaken: boolean }>

/**
 * Z begins a span at the point that is read, the keys that walk the points pull its end along, Enter chooses it and
 * Escape lets it go. Shift walks by day already, so it cannot mean this.
 */
export function brushByKey(brush: Brush | null, key: string, at: number | null): BrushKey {
  if (brush === null) {
    return key.toLowerCase() === 'z' && at !== null
      ? { brush: { anchor: at, head: at }, isChosen: false, isTaken: true }
      : { brush, isChosen: false, isTaken: false }
  }
  if (key === 'Enter') return { brush: null, isChosen: true, isTaken: true }
  if (key === 'Escape' || key.toLowerCase() === 'z') return { brush: null, isChosen: false, isTaken: true }
  return { brush, isChosen: false, isTaken: false }
}
