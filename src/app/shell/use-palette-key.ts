import { useEffectEvent, useLayoutEffect } from 'react'

/** Ctrl K, or Cmd K, from everywhere, fields included. */
export function usePaletteKey(onOpen: () => void) {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (
      event.key.toLowerCase() !== 'k' ||
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey
    )
      return
    event.preventDefault()
    onOpen()
  })
  // With the page, not after it was painted: who sees a page may press a key.
  useLayoutEffect(() => {
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])
}
