import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, type RefObject } from 'react'

import { PAGE_TITLE_ID } from '../../ui/page-header.tsx'

/** After a move to another page the focus stands on its title, so that a screen reader says where one is. */
export function usePageFocus(main: RefObject<HTMLElement | null>) {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const shown = useRef<string | undefined>(undefined)

  useEffect(() => {
    const isMove = shown.current !== undefined && path !== undefined && shown.current !== path
    shown.current = path
    const page = main.current
    if (!isMove || !page) return
    let title = focusTitle()
    // The title waits for data: the page holds the focus until then.
    if (title === null) page.focus({ preventScroll: true })

    const observer = new MutationObserver(() => {
      const { activeElement: active } = document
      const isViewers = active !== page && active !== document.body && active !== title
      // A title that was drawn anew with its data took the focus with it.
      if (isViewers) observer.disconnect()
      else if (!title?.isConnected) title = focusTitle()
      else if (active !== title) observer.disconnect()
    })
    observer.observe(page, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [path, main])
}

function focusTitle(): HTMLElement | null {
  const title = document.getElementById(PAGE_TITLE_ID)
  title?.focus({ preventScroll: true })
  return title
}
