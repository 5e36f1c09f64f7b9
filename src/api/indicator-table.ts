import { keepPreviousData } from '@tanstack/react-query'

import { pagesOf } from './pages.ts'
import { liveInterval } from './query-client.ts'

export const LIVE_STALE_MS = 30_000
/** Two screens of rows. */
const PAGE_ROWS = 60

export type PageRequest = Readonly<{ limit: number; cursor?: string }>

/** What keys of indicators begin with. */
export function indicators() {
  return ['indicators'] as const
}

/** A whole table, page by page as it is scrolled. */
export function table<Page extends Readonly<{ nextCursor: string | null }>>(
  key: readonly unknown[],
  readPage: (page: PageRequest, signal: AbortSignal) => Promise<Page>,
) {
  return {
    ...pagesOf([...indicators(), ...key], (next, signal) => readPage({ limit: PAGE_ROWS, ...next }, signal)),
    staleTime: LIVE_STALE_MS,
    refetchInterval: liveInterval,
    // Another setting of the same table: the old rows stay, dimmed, until the new ones are here.
    placeholderData: keepPreviousData,
  }
}
