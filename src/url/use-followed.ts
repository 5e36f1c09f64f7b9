import { useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'

/** As long as the router's own links wait, so that a pointer on its way to another place fetches nothing. */
const INTENT_MS = 50
/** There is one pointer and one focus: what was aimed at before is of no interest. */
let intent: ReturnType<typeof setTimeout> | undefined

/** What makes an anchor to a page of ours one within the app: its target is fetched when aimed at, and nothing is loaded anew. */
export function useFollowed(path: string) {
  const router = useRouter()

  function preload() {
    // What cannot be fetched beforehand says so when it is followed.
    router.preloadRoute({ to: path, href: path }).catch(() => undefined)
  }

  function aim() {
    clearTimeout(intent)
    intent = setTimeout(preload, INTENT_MS)
  }

  function follow(event: MouseEvent) {
    if (!isPlainClick(event)) return
    event.preventDefault()
    clearTimeout(intent)
    void router.navigate({ href: path })
  }

  return {
    onClick: follow,
    onMouseEnter: aim,
    onFocus: aim,
    onMouseLeave: forget,
    onBlur: forget,
    onTouchStart: preload,
  }
}

function forget() {
  clearTimeout(intent)
}

/** With any key or another button the browser opens what is asked for: a tab, a window, a file. */
function isPlainClick({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !altKey && !ctrlKey && !shiftKey
}
