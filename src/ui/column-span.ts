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

/** The header has all columns always, and the first one stays where it is however far it is scrolled. */
export function columnsInSight(scroller: HTMLElement): ColumnSpan {
  const [first, ...others] = scroller.querySelectorAll<HTMLElement>('thead tr:first-child > *')
  if (!first) return NO_COLUMNS
  const { scrollLeft, clientWidth } = scroller
  if (scroller.scrollWidth <= clientWidth) return { from: 0, to: others.length + 1 }
  const { from, to } = columnsBetween(others, scrollLeft, scrollLeft + clientWidth)
  return { from: from + 1, to: to + 1 }
}
