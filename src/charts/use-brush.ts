import { useRef, useState, type MouseEvent, type PointerEvent } from 'react'

import { brushByKey, type Brush } from './brush.ts'

/** Less is the hand that trembles while it clicks. */
const LEAST_DRAG_PX = 6

type BrushOptions = Readonly<{
  /** The place nearest to a distance from the element's left edge; null where there is none. */
  placeAt: (x: number) => number | null
  /** Left out where there is no window to zoom: then nothing can be chosen. */
  onChoose: ((brush: Brush) => void) | undefined
}>

/**
 * Choosing a span of the time axis, by dragging over it or by keys. Fingers scroll and read instead: for them the window
 * has fields of its own.
 */
export function useBrush({ placeAt, onChoose }: BrushOptions) {
  const [brush, setBrush] = useState<Brush | null>(null)
  /** The same, for a button that comes up before what moved last is drawn. */
  const latest = useRef<Brush | null>(null)
  const pressed = useRef<Readonly<{ x: number; place: number }> | null>(null)
  const wasDragged = useRef(false)

  function change(next: Brush | null) {
    latest.current = next
    setBrush(next)
  }

  const xOf = (event: PointerEvent<HTMLElement>) =>
    event.clientX - event.currentTarget.getBoundingClientRect().left

  return {
    brush,
    /** Called with the place that is read after each key; true when the key was the brush's. */
    takeKey(key: string, at: number | null): boolean {
      if (onChoose === undefined) return false
      const next = brushByKey(brush, key, at)
      if (next.isChosen && brush !== null) onChoose(brush)
      change(next.brush)
      return next.isTaken
    },
    pullTo(place: number | null) {
      const { current } = latest
      if (place !== null && current !== null) change({ ...current, head: place })
    },
    letGo: () => change(null),
    pointer: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        wasDragged.current = false
        if (onChoose === undefined || event.button !== 0 || event.pointerType === 'touch') return
        const place = placeAt(xOf(event))
        pressed.current = place === null ? null : { x: event.clientX, place }
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = pressed.current
        if (from === null) return
        if (!wasDragged.current && Math.abs(event.clientX - from.x) < LEAST_DRAG_PX) return
        if (!wasDragged.current) event.currentTarget.setPointerCapture(event.pointerId)
        wasDragged.current = true
        const head = placeAt(xOf(event))
        if (head !== null) change({ anchor: from.place, head })
      },
      onPointerUp: () => {
        pressed.current = null
        const { current } = latest
        if (wasDragged.current && current !== null) onChoose?.(current)
        if (wasDragged.current) change(null)
      },
      onPointerCancel: () => {
        pressed.current = null
        change(null)
      },
      /** The click that ends a drag is none. */
      onClickCapture: (event: MouseEvent<HTMLElement>) => {
        if (!wasDragged.current) return
        wasDragged.current = false
        event.preventDefault()
        event.stopPropagation()
      },
    },
    /** Asked when the button comes up, before anything else happens with it. */
    isDragged: () => wasDragged.current,
  }
}
