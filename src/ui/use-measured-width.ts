import { useCallback, useState } from 'react'

/** What was measured last in each place. */
const widths = new Map<string, number>()

/**
 * The width in pixels of the element that gets the ref, which has no padding; 0 until it stands in the document. What
 * stands in a `place` where its skeleton has been measured before begins with that width: to measure it again the whole
 * page would have to be laid out before its picture is drawn. Should it be another, the observer says so.
 */
export function useMeasuredWidth(
  place?: string,
): readonly [ref: (element: Element | null) => (() => void) | undefined, width: number] {
  const [known] = useState(() => (place === undefined ? undefined : widths.get(place)))
  const [width, setWidth] = useState(known ?? 0)

  // The same function each time, or React would take the observer off and put it on at every render.
  const ref = useCallback(
    (element: Element | null) => {
      if (!element) return undefined
      const measured = (pixels: number) => {
        setWidth(Math.floor(pixels))
        if (place !== undefined) widths.set(place, Math.floor(pixels))
      }
      // At once, so that what depends on it is drawn in the same frame; the observer speaks only after the next one.
      if (known === undefined) measured(element.getBoundingClientRect().width)
      const observer = new ResizeObserver(([entry]) => {
        if (entry) measured(entry.contentRect.width)
      })
      observer.observe(element)
      return () => observer.disconnect()
    },
    [place, known],
  )

  return [ref, width]
}
