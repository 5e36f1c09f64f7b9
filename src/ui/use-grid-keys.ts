import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

/** A cell of a grid: row 0 is the header, column 0 names the row. */
export type GridPlace = Readonly<{ row: number; column: number }>

type GridKeysInput = Readonly<{
  grid: RefObject<HTMLElement | null>
  /** With the header. */
  rows: number
  columns: number
  /** Brings a row into the document where only those in sight are drawn. */
  reveal?: (row: number) => void
}>

const PAGE_ROWS = 10
const CELL = 'data-grid-cell'

/** Marks what takes the focus in a cell: a link, or a span that says why there is none. */
export function gridCell({ row, column }: GridPlace, stop: GridPlace) {
  return {
    [CELL]: `${row} ${column}`,
    tabIndex: row === stop.row && column === stop.column ? 0 : -1,
  }
}

/** Where a key leads from a cell; null where the key is not one of a grid's. */
export function nextPlace(
  { key, ctrlKey }: Readonly<{ key: string; ctrlKey: boolean }>,
  { row, column }: GridPlace,
  { rows, columns }: Readonly<{ rows: number; columns: number }>,
): GridPlace | null {
  const within = (value: number, count: number) => Math.min(Math.max(0, value), count - 1)
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1, rows), column }
    case 'ArrowDown':
      return { row: within(row + 1, rows), column }
    case 'ArrowLeft':
      return { row, column: within(column - 1, columns) }
    case 'ArrowRight':
      return { row, column: within(column + 1, columns) }
    case 'PageUp':
      return { row: within(row - PAGE_ROWS, rows), column }
    case 'PageDown':
      return { row: within(row + PAGE_ROWS, rows), column }
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrlKey ? rows - 1 : row, column: columns - 1 }
    default:
      return null
  }
}

/** The ARIA grid's keys: one stop of the Tab key, arrows between cells. Enter needs none, the cell's link has the focus. */
export function useGridKeys({ grid, rows, columns, reveal }: GridKeysInput) {
  const [stop, setStop] = useState<GridPlace>({ row: 1, column: 1 })
  const wanted = useRef<string | null>(null)

  // A row that has just been drawn can take the focus only now.
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const cell = grid.current?.querySelector<HTMLElement>(`[${CELL}="${wanted.current}"]`)
    if (!cell) return
    wanted.current = null
    cell.focus()
  })

  function handleKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.metaKey || event.shiftKey) return
    const from = placeOf(event.target)
    const next = from && nextPlace(event, from, { rows, columns })
    if (!next) return
    event.preventDefault()
    wanted.current = `${next.row} ${next.column}`
    setStop(next)
    reveal?.(next.row)
  }

  function handleFocus(event: FocusEvent) {
    const place = placeOf(event.target)
    if (place && (place.row !== stop.row || place.column !== stop.column)) setStop(place)
  }

  return { stop, gridProps: { onKeyDown: handleKeyDown, onFocus: handleFocus } } as const
}

function placeOf(target: EventTarget): GridPlace | null {
  if (!(target instanceof HTMLElement)) return null
  const [row, column] = (target.closest(`[${CELL}]`)?.getAttribute(CELL) ?? '').split(' ').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}
