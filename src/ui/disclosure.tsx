import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode, type ToggleEvent } from 'react'
import { flushSync } from 'react-dom'

import styles from './disclosure.module.css'

type DisclosureProps = Readonly<{
  /** What stands on the button. */
  label: ReactNode
  /** Where the label alone does not say what opens. */
  name?: string
  className?: string | undefined
  align?: 'start' | 'end'
  /** On a phone it rises from the lower edge, over the whole width. */
  isSheet?: boolean
  /** Pointer or focus have come near: what the panel needs may be loaded. */
  onNear?: (() => void) | undefined
  /** What was begun inside goes on when it is closed. */
  isKept?: boolean
  /** Rendered while it is open; where it is kept, also from then on. */
  children: (close: () => void, isOpen: boolean) => ReactNode
}>

const GAP_PX = 4
const EDGE_PX = 8

/** A button and the panel it opens. The browser's popover brings Escape, a click outside, focus order and aria-expanded. */
export function Disclosure({
  label,
  name,
  className,
  align = 'start',
  isSheet = false,
  isKept = false,
  onNear,
  children,
}: DisclosureProps) {
  const panelId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)

  // The content must stand before the panel shows, or it would be placed by the size of nothing.
  function fill(event: ToggleEvent<HTMLDivElement>) {
    flushSync(() => {
      setIsOpen(event.newState === 'open')
      setWasOpened(true)
    })
  }

  // In the top layer a panel is placed against the page, so that no scrolling region can cut it off.
  const place = useEffectEvent(() => {
    if (!button.current || !panel.current) return
    const from = button.current.getBoundingClientRect()
    const { offsetWidth, offsetHeight } = panel.current
    const wanted = align === 'end' ? from.right - offsetWidth : from.left
    const left = Math.max(
      EDGE_PX,
      Math.min(wanted, document.documentElement.clientWidth - offsetWidth - EDGE_PX),
    )
    const isBelow = from.bottom + GAP_PX + offsetHeight <= window.innerHeight || from.top < offsetHeight
    const top = isBelow ? from.bottom + GAP_PX : from.top - GAP_PX - offsetHeight
    panel.current.style.left = `${left + window.scrollX}px`
    panel.current.style.top = `${top + window.scrollY}px`
  })

  // Data or code that come after it opened change its size.
  useEffect(() => {
    if (!isOpen || !panel.current) return undefined
    const sizes = new ResizeObserver(place)
    sizes.observe(panel.current)
    return () => sizes.disconnect()
  }, [isOpen])

  // A link followed is a choice made. Listened to on the document, after React: closing takes the link out of the page, and a
  // link that is gone before the router hears of the click is followed by the browser, which loads the app anew.
  useEffect(() => {
    if (!isOpen || !panel.current) return undefined
    const element = panel.current
    const closeOnLink = (event: Event) => {
      const isInside = event.composedPath().includes(element)
      if (isInside && event.target instanceof Element && event.target.closest('a')) element.hidePopover()
    }
    document.addEventListener('click', closeOnLink)
    return () => document.removeEventListener('click', closeOnLink)
  }, [isOpen])

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        popoverTarget={panelId}
        aria-label={name}
        onPointerEnter={onNear}
        onFocus={onNear}
      >
        {label}
      </button>
      <div
        ref={panel}
        id={panelId}
        popover="auto"
        className={isSheet ? `${styles['panel']} ${styles['sheet']}` : styles['panel']}
        onBeforeToggle={fill}
      >
        {(isOpen || (isKept && wasOpened)) && children(() => panel.current?.hidePopover(), isOpen)}
      </div>
    </>
  )
}
