import { createContext, use, useEffectEvent, useLayoutEffect } from 'react'

/** Single-key shortcuts can be switched off (WCAG 2.1.4); the app says whether they are on. */
export const SingleKeysContext = createContext(true)

const takesText = 'input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]'

function isMeant(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.target instanceof Element && event.target.closest(takesText)) return false
  // Behind an open dialog the page is inert, and so are its keys.
  return document.querySelector('dialog[open]') === null
}

/** Calls `onKey` when the key is pressed anywhere but in a field. Capital letters are the small one with Shift. */
export function useSingleKey(key: string, onKey: (event: KeyboardEvent) => void) {
  const isOn = use(SingleKeysContext)
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || !isMeant(event)) return
    event.preventDefault()
    onKey(event)
  })

  // With the page, not after it was painted: who sees a page may press a key.
  useLayoutEffect(() => {
    if (!isOn) return
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [isOn])
}
