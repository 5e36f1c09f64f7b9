import { useEffect, useId, useRef, useState, type ReactNode, type ToggleEvent } from 'react'
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
  /** Rendered while it is open, and only then. */
  children: (close: () => void) => ReactNode
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
  children,
}: DisclosureProps) {
  const panelId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  // The content must stand before the panel shows, or it would be placed by the size of nothing.
  function fill(event: ToggleEvent<HTMLDivElement>) {
    flushSync(() => setIsOpen(event.newState === 'open'))
  }

  // In the top layer a panel is placed against the page, so that no scrolling region can cut it off.
  function place(event: ToggleEvent<HTMLDivElement>) {
    if (event.newState !== 'open' || !button.current || !panel.current) return
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
  }

  // A link followed is a choice made. Listened to here, since the panel itself is nothing to click on.
  useEffect(() => {
    const element = panel.current
    const closeOnLink = ({ target }: Event) => {
      if (target instanceof Element && target.closest('a')) element?.hidePopover()
    }
    element?.addEventListener('click', closeOnLink)
    return () => element?.removeEventListener('click', closeOnLink)
  }, [])

  return (
    <>
      <button ref={button} type="button" className={className} popoverTarget={panelId} aria-label={name}>
        {label}
      </button>
      <div
        ref={panel}
        id={panelId}
        popover="auto"
        className={isSheet ? `${styles['panel']} ${styles['sheet']}` : styles['panel']}
        onBeforeToggle={fill}
        onToggle={place}
      >
        {isOpen && children(() => panel.current?.hidePopover())}
      </div>
    </>
  )
}
