/** Columns from one up to, not including, another. */
export type ColumnSpan = Readonly<{ from: number; to: number }>

export const NO_COLUMNS: ColumnSpan = { from: 0, to: 0 }

type Edges = Readonly<{ offsetLeft: number; offsetWidth: number }>

/** Of columns side by side, those of which a part lies between two places. */
export function columnsBetween(columns: readonly Edges[], left: number, right: number): ColumnSpan {
  const from = columns.findIndex(({ offsetLeft, offsetWidth }) => offsetLeft + offsetWidth > left)
  if (from === -1) return NO_COLUMNS
  const beyond = columns.findIndex(({ offsetLeft }, at) => at > from && offsetLeft >= right)
  return { from, to: beyond === -1 ? columns.length : beyond }
}

const pixels = /^(\d+)px$/

/** The same before the table is laid out, from what its columns are meant to be; all of them where one has no width of its own. */
export function columnsWithin(widths: readonly (string | undefined)[], room: number): ColumnSpan {
  const all = widths.map((width) => Number(pixels.exec(width ?? '')?.[1]))
  if (all.some(Number.isNaN)) return NO_COLUMNS
  let next = 0
  const edges = all.map((offsetWidth) => {
    next += offsetWidth
    return { offsetLeft: next - offsetWidth, offsetWidth }
  })
  // The first one stays where it is, and a table with more room than it needs shares it out.
  if (next <= room) return { from: 0, to: widths.length }
  const { from, to } = columnsBetween(edges.slice(1), 0, room)
  return { from: from + 1, to: to + 1 }
}

/** The header has all columns always, and the first one stays where it is however far it is scrolled. */
export function columnsInSight(scroller: HTMLElement): ColumnSpan {
  const [first, ...others] = scroller.querySelectorAll<HTMLElement>('thead tr:first-child > *')
  if (!first) return NO_COLUMNS
  const { scrollLeft, clientWidth } = scroller
  if (scroller.scrollWidth <= clientWidth) return { from: 0, to: others.length + 1 }
  const { from, to } = columnsBetween(others, scrollLeft, scrollLeft + clientWidth)
  return { from: from + 1, to: to + 1 }
}
