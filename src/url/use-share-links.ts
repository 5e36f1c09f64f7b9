import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

import { stringifySearch } from './codec.ts'
import type { Present, sharedViews } from './frozen-search.ts'

type ShareLink = Readonly<{
  link: string
  /** What whoever opens it will see. */
  says: string
}>

export type ShareLinks = Readonly<{
  /** Shows the present whenever it is opened. */
  live: ShareLink
  /** Shows what is shown now for good; null where the page has no such form, or the present is not known yet. */
  frozen: ShareLink | null
}>

let known: typeof sharedViews | undefined

/** Freezing knows the codecs of all pages; a page that nobody shares does not load them. */
async function loadSharedViews(): Promise<typeof sharedViews> {
  known ??= (await import('./frozen-search.ts')).sharedViews
  return known
}

export function preloadShareLinks() {
  loadSharedViews().catch(() => undefined)
}

/** Links to the view that stands in the address bar. */
export function useShareLinks(present: Present | null): ShareLinks {
  const { pathname, search, searchStr } = useRouterState({ select: (state) => state.location })
  const [viewsOf, setViewsOf] = useState(() => known)
  useEffect(() => {
    // Without it the live link is offered alone.
    loadSharedViews().then(
      (loaded) => setViewsOf(() => loaded),
      () => undefined,
    )
  }, [])
  const page = `${window.location.origin}${pathname}`
  if (present === null || viewsOf === undefined) {
    return {
      live: { link: `${page}${searchStr}`, says: 'The present, whenever it is opened.' },
      frozen: null,
    }
  }
  const { live, frozen } = viewsOf(pathname, search, present)
  return {
    live: { link: `${page}${stringifySearch(live.search)}`, says: live.says },
    frozen: frozen && { link: `${page}${stringifySearch(frozen.search)}`, says: frozen.says },
  }
}
