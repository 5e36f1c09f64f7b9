import { useLayoutEffect, useMemo, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

type EntryWindow = Readonly<{
  start: number
  end: number
  /** The room that the others take, in rem. */
  before: number
  after: number
}>

/** Fewer are drawn whole: the browser's own search then finds all of them. */
const WINDOWED_FROM = 80
/** Drawn beyond what is in sight, so that a turn of the wheel shows no blank. */
const SPARE_REM = 18
const GUESSED_REM = 60

/** Entries of known heights, of which only those near what is in sight are drawn. It scrolls by itself or with the page. */
export function useEntryWindow(list: RefObject<HTMLElement | null>, heights: readonly number[]): EntryWindow {
  const ends = useMemo(() => runningSum(heights), [heights])
  const [sight, setSight] = useState({ top: 0, bottom: GUESSED_REM })
  const isWindowed = heights.length > WINDOWED_FROM

  useLayoutEffect(() => {
    const element = list.current
    if (!element || !isWindowed) return
    const look = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const own = element.scrollHeight > element.clientHeight + 1
      const top = own ? element.scrollTop : Math.max(0, -element.getBoundingClientRect().top)
      const height = own ? element.clientHeight : window.innerHeight
      return { top: Math.floor(top / rem), bottom: Math.ceil((top + height) / rem) }
    }
    let seen = look()
    const follow = () => {
      const next = look()
      if (Math.abs(next.top - seen.top) < SPARE_REM / 2 && next.bottom - next.top === seen.bottom - seen.top)
        return
      seen = next
      // At once: a frame between would be blank.
      flushSync(() => setSight(next))
    }
    const observer = new ResizeObserver(() => {
      seen = look()
      setSight(seen)
    })
    observer.observe(element)
    // Scrolling does not bubble, but it can be caught on the way down: the list's own and the page's alike.
    window.addEventListener('scroll', follow, { passive: true, capture: true })
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', follow, { capture: true })
    }
  }, [list, isWindowed])

  if (!isWindowed) return { start: 0, end: heights.length, before: 0, after: 0 }
  return entryWindow(ends, sight.top - SPARE_REM, sight.bottom + SPARE_REM)
}

export function entryWindow(ends: readonly number[], top: number, bottom: number): EntryWindow {
  const all = ends.at(-1) ?? 0
  const height = bottom - top
  // A list that has become shorter is scrolled back by the browser, but after it is drawn.
  const from = Math.max(0, Math.min(top, all - height))
  const start = firstAbove(ends, from)
  const end = Math.min(ends.length, firstAbove(ends, from + height) + 1)
  return { start, end, before: ends[start - 1] ?? 0, after: all - (ends[end - 1] ?? 0) }
}

/** The first entry that ends below that place. */
function firstAbove(ends: readonly number[], place: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ends[middle] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

export function runningSum(heights: readonly number[]): readonly number[] {
  let sum = 0
  return heights.map((height) => (sum += height))
}
