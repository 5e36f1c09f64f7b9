import { useCallback, useState } from 'react'

/** The width in pixels of the element that gets the ref; 0 until it has been laid out. */
export function useMeasuredWidth(): readonly [
  ref: (element: Element | null) => (() => void) | undefined,
  width: number,
] {
  const [width, setWidth] = useState(0)

  // The same function each time, or React would take the observer off and put it on at every render.
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  return [ref, width]
}
