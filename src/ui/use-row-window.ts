import { startTransition, useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

/** What of a table that scrolls by itself is in sight, counted in rows. */
type Sight = Readonly<{ first: number; count: number; rowPx: number; hasSpare: boolean }>

export type RowDensity = 'dense' | 'normal' | 'roomy' | 'two-lines'

type RowWindowInput = Readonly<{
  scroller: RefObject<HTMLElement | null>
  count: number
  density: RowDensity
  isWindowed: boolean
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
}>

/** As data-table.module.css has it: how tall a table that scrolls by itself may become. */
const LEAST_PX = 320
const AROUND_PX = 212
/** Drawn beyond what is in sight, above and below: a wheel's turn must not show blank rows. */
export const SPARE_ROWS = 10
/** Whoever leaps again sooner would only have to wait for rows nobody looks at. */
const REST_MS = 80
const tokens: Record<RowDensity, Readonly<{ name: string; px: number }>> = {
  normal: { name: '--row', px: 34 },
  dense: { name: '--row-dense', px: 28 },
  roomy: { name: '--row-roomy', px: 42 },
  'two-lines': { name: '--row-two-lines', px: 46 },
}

/** Rows have one height, set by a token: what is in sight follows from where the table is scrolled to. */
export function useRowWindow({ scroller, count, density, isWindowed }: RowWindowInput): RowWindow {
  const token = tokens[density]
  // Measuring would lay the page out before a row stands. A guess draws what is in sight and nothing to spare: what is
  // beyond comes once the first rows are on screen.
  const [sight, setSight] = useState<Sight>(() => ({
    first: 0,
    count: Math.ceil(Math.max(LEAST_PX, window.innerHeight - AROUND_PX) / token.px),
    rowPx: token.px,
    hasSpare: false,
  }))

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !isWindowed) return
    let shown: Sight | null = null
    const show = (next: Sight) => {
      shown = next
      setSight(next)
    }
    const observer = new ResizeObserver(() => {
      const rowPx = Number.parseFloat(getComputedStyle(element).getPropertyValue(token.name)) || token.px
      const count = Math.ceil(element.clientHeight / rowPx)
      show({ first: Math.floor(element.scrollTop / rowPx), count, rowPx, hasSpare: true })
    })
    let rest: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      if (shown === null) return
      const first = Math.floor(element.scrollTop / shown.rowPx)
      if (first === shown.first) return
      // Past all that is drawn: what is in sight first, and what is beyond once no further leap follows. Both at once take
      // longer than a frame has.
      const isLeap = Math.abs(first - shown.first) > SPARE_ROWS
      const next = { ...shown, first, hasSpare: shown.hasSpare && !isLeap }
      // At once, not when React finds the time: a frame between would be blank.
      flushSync(() => show(next))
      if (!isLeap) return
      clearTimeout(rest)
      rest = setTimeout(() => startTransition(addSpare), REST_MS)
    }
    const addSpare = () => {
      if (shown !== null) show({ ...shown, hasSpare: true })
    }
    observer.observe(element)
    element.addEventListener('scroll', follow, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', follow)
      clearTimeout(rest)
    }
  }, [scroller, token, isWindowed])

  if (!isWindowed) return { start: 0, end: count, before: 0, after: 0, firstSeen: 0, lastSeen: count - 1 }
  return rowWindow(sight, count)
}

export function rowWindow(sight: Sight, count: number): RowWindow {
  const spare = sight.hasSpare ? SPARE_ROWS : 0
  // A list that has become shorter is scrolled back by the browser, but after it is drawn.
  const first = Math.max(0, Math.min(sight.first, count - sight.count))
  const start = Math.max(0, first - spare)
  const end = Math.min(count, first + sight.count + spare)
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
