import { useCallback, useState } from 'react'

/** The width in pixels of the element that gets the ref, which has no padding; 0 until it stands in the document. */
export function useMeasuredWidth(): readonly [
  ref: (element: Element | null) => (() => void) | undefined,
  width: number,
] {
  const [width, setWidth] = useState(0)

  // The same function each time, or React would take the observer off and put it on at every render.
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined
    // At once, so that what depends on it is drawn in the same frame; the observer speaks only after the next one.
    setWidth(Math.floor(element.getBoundingClientRect().width))
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  return [ref, width]
}
