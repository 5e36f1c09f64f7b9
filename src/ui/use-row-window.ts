import { startTransition, use, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

import { columnsInSight, columnsWithin, NO_COLUMNS, type ColumnSpan } from './column-span.ts'
import { AroundTableContext, BesideTableContext, widestTable } from './around-table.ts'

/** What of a table that scrolls by itself is in sight, counted in rows and columns, and what is drawn besides. */
type Sight = Readonly<{
  first: number
  count: number
  rowPx: number
  /** Rows drawn above and below those in sight. */
  spare: number
  /** Of new rows the columns in sight are drawn, and so many beyond them on either side. */
  span: ColumnSpan
  spareColumns: number
  /** Since the last leap. */
  steps: number
}>

export type RowDensity = 'dense' | 'normal' | 'roomy' | 'two-lines'

type RowWindowInput = Readonly<{
  scroller: RefObject<HTMLElement | null>
  count: number
  density: RowDensity
  isWindowed: boolean
  /** Another one means that all rows are others: another order, another selection. */
  list?: unknown
  /** How wide each column is meant to be; given only where rows can be drawn without those out of sight. */
  widths?: readonly (string | undefined)[]
}>

type RowWindow = Readonly<{
  /** Drawn are the entries from `start` up to, not including, `end`. */
  start: number
  end: number
  /** The room that the others take, in pixels. */
  before: number
  after: number
  /** In sight is what stands from here to there. */
  firstSeen: number
  lastSeen: number
  /** The columns that a new row is drawn with; null where these are all. */
  span: ColumnSpan | null
}>

/** As data-table.module.css has it: a table that scrolls by itself is at least so tall. */
const LEAST_PX = 320
/** Drawn beyond what is in sight, above and below: a wheel's turn must not show blank rows. */
export const SPARE_ROWS = 10
/** Drawn at a time once the table rests: all at once would hold up whoever goes on scrolling. */
const STEP = { rows: 2, columns: 4 }
/** Whoever leaps again sooner would only have to wait for rows nobody looks at. */
const REST_MS = 80
const STEP_MS = 30
const tokens: Record<RowDensity, Readonly<{ name: string; px: number }>> = {
  normal: { name: '--row', px: 34 },
  dense: { name: '--row-dense', px: 28 },
  roomy: { name: '--row-roomy', px: 42 },
  'two-lines': { name: '--row-two-lines', px: 46 },
}

/**
 * Rows have one height, set by a token: what is in sight follows from where the table is scrolled to. What is in sight is
 * drawn first, and what is beyond (columns, then rows) step by step once nothing moves: all of it takes longer than a frame.
 */
export function useRowWindow(input: RowWindowInput): RowWindow {
  const { scroller, count, density, isWindowed, list, widths = noWidths } = input
  const columnCount = widths.length
  const token = tokens[density]
  const aroundPx = use(AroundTableContext)
  const besidePx = use(BesideTableContext)
  // Measuring would lay the page out before a row stands; a guess draws what is in sight.
  const [sight, setSight] = useState<Sight>(() => {
    const span = columnsWithin(widths, widestTable(window.innerWidth, besidePx))
    return {
      first: 0,
      count: Math.ceil(Math.max(LEAST_PX, window.innerHeight - aroundPx) / token.px),
      rowPx: token.px,
      spare: 0,
      span,
      spareColumns: span === NO_COLUMNS ? columnCount : 0,
      steps: 0,
    }
  })
  const [drawnList, setDrawnList] = useState(list)
  if (list !== drawnList) {
    setDrawnList(list)
    setSight(bare(sight))
  }
  const shown = useRef(sight)
  const isMeasured = useRef(false)

  useLayoutEffect(() => {
    shown.current = sight
  })

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !isWindowed) return
    const observer = new ResizeObserver(() => {
      isMeasured.current = true
      const rowPx = Number.parseFloat(getComputedStyle(element).getPropertyValue(token.name)) || token.px
      const measured = {
        first: Math.floor(element.scrollTop / rowPx),
        count: Math.ceil(element.clientHeight / rowPx),
        rowPx,
        span: columnCount > 0 ? columnsInSight(element) : NO_COLUMNS,
      }
      // Where the guess was right, what it drew is not gone through again.
      setSight((current) => (isSame(current, measured) ? current : { ...current, ...measured }))
    })
    const follow = () => {
      if (!isMeasured.current) return
      const { current } = shown
      const first = Math.floor(element.scrollTop / current.rowPx)
      const span = columnCount > 0 ? columnsInSight(element) : NO_COLUMNS
      const isSideways = span.from !== current.span.from || span.to !== current.span.to
      if (first === current.first && !isSideways) return
      const next = { ...current, first, span }
      const isLeap = Math.abs(first - current.first) > SPARE_ROWS
      // At once, not when React finds the time: a frame between would be blank.
      flushSync(() => setSight(isLeap ? bare(next) : next))
    }
    observer.observe(element)
    element.addEventListener('scroll', follow, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [scroller, token, isWindowed, columnCount])

  useEffect(() => {
    if (!isWindowed || (isWhole(sight, columnCount) && sight.spare === SPARE_ROWS)) return
    const more = () => startTransition(() => setSight((current) => oneStepMore(current, columnCount)))
    const rest = setTimeout(more, sight.steps === 0 ? REST_MS : STEP_MS)
    return () => clearTimeout(rest)
  }, [isWindowed, sight, columnCount])

  if (!isWindowed) {
    return { start: 0, end: count, before: 0, after: 0, firstSeen: 0, lastSeen: count - 1, span: null }
  }
  return { ...rowWindow(sight, count), span: isWhole(sight, columnCount) ? null : drawnColumns(sight) }
}

const noWidths: readonly string[] = []

type Measured = Pick<Sight, 'first' | 'count' | 'rowPx' | 'span'>

function isSame(one: Measured, other: Measured): boolean {
  const isSameSpan = one.span.from === other.span.from && one.span.to === other.span.to
  return isSameSpan && one.first === other.first && one.count === other.count && one.rowPx === other.rowPx
}

/** What a leap shows at once. */
function bare(sight: Sight): Sight {
  return { ...sight, spare: 0, spareColumns: 0, steps: 0 }
}

function oneStepMore(sight: Sight, columnCount: number): Sight {
  const steps = sight.steps + 1
  return isWhole(sight, columnCount)
    ? { ...sight, steps, spare: Math.min(SPARE_ROWS, sight.spare + STEP.rows) }
    : { ...sight, steps, spareColumns: sight.spareColumns + STEP.columns }
}

/** The first column is always drawn: it names the row. */
function drawnColumns({ span, spareColumns }: Sight): ColumnSpan {
  return { from: Math.max(1, span.from - spareColumns), to: span.to + spareColumns }
}

function isWhole(sight: Sight, columnCount: number): boolean {
  const { from, to } = drawnColumns(sight)
  // Where columns have no widths of their own, nobody knows what is in sight before it is measured.
  return sight.span === NO_COLUMNS || (from === 1 && to >= columnCount)
}

export function rowWindow(
  sight: Pick<Sight, 'first' | 'count' | 'rowPx' | 'spare'>,
  count: number,
): Omit<RowWindow, 'span'> {
  // A list that has become shorter is scrolled back by the browser, but after it is drawn.
  const first = Math.max(0, Math.min(sight.first, count - sight.count))
  const start = Math.max(0, first - sight.spare)
  const end = Math.min(count, first + sight.count + sight.spare)
  return {
    start,
    end,
    before: start * sight.rowPx,
    after: (count - end) * sight.rowPx,
    firstSeen: first,
    // The header lies over the height of one row.
    lastSeen: Math.min(count - 1, first + sight.count - 2),
  }
}
