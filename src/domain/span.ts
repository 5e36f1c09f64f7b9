/** Half-open, in whatever unit its owner counts. Empty where `to` is not after `from`. */
export type Span = Readonly<{ from: number; to: number }>

/** By time; those that overlap or touch are one, so that no moment is counted twice. Empty spans are left out. */
export function joinedSpans(spans: readonly Span[]): readonly Span[] {
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of spans
    .filter((span) => span.to > span.from)
    .toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

/** What of the spans lies inside `range`. */
export function clippedSpans(spans: readonly Span[], range: Span): readonly Span[] {
  return spans
    .map(({ from, to }) => ({ from: Math.max(from, range.from), to: Math.min(to, range.to) }))
    .filter(({ from, to }) => to > from)
}

/** What of `range` no span covers, by time. */
export function uncoveredSpans(spans: readonly Span[], range: Span): readonly Span[] {
  const uncovered: Span[] = []
  let { from } = range
  for (const span of joinedSpans(clippedSpans(spans, range))) {
    if (span.from > from) uncovered.push({ from, to: span.from })
    from = span.to
  }
  if (range.to > from) uncovered.push({ from, to: range.to })
  return uncovered
}

/** The length of disjoint spans together. */
export function totalLength(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0)
}
