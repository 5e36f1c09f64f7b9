import { useRouterState } from '@tanstack/react-router'

import { stringifySearch } from './codec.ts'
import { sharedViews, type Present } from './frozen-search.ts'

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

/** Links to the view that stands in the address bar. */
export function useShareLinks(present: Present | null): ShareLinks {
  const { pathname, search, searchStr } = useRouterState({ select: (state) => state.location })
  const page = `${window.location.origin}${pathname}`
  if (present === null) {
    return {
      live: { link: `${page}${searchStr}`, says: 'The present, whenever it is opened.' },
      frozen: null,
    }
  }
  const { live, frozen } = sharedViews(pathname, search, present)
  return {
    live: { link: `${page}${stringifySearch(live.search)}`, says: live.says },
    frozen: frozen && { link: `${page}${stringifySearch(frozen.search)}`, says: frozen.says },
  }
}
