import { QueryClient } from '@tanstack/react-query'

import { ApiError } from './http.ts'
import { isLive } from './live-status.ts'

/** What the person asked for is wrong or gone: asking again changes nothing. */
function isFinal(error: Error): boolean {
  return error instanceof ApiError && error.problem.status < 500
}

export function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => !isFinal(error) && failures < 1,
        retryDelay: 1_000,
        // A server on this machine answers without any network.
        networkMode: 'always',
        // A tab that comes back to the front should not show an hour-old figure as if it were now.
        refetchOnWindowFocus: true,
      },
    },
  })
}

const LIVE_MS = 60_000
/** Where events tell of changes, a question now and then makes up for one that told of none. */
const TOLD_MS = 5 * 60_000
/** How soon a backend that failed is asked again. */
export const RECOVERY_MS = 5_000

type QueryLike = Readonly<{ state: Readonly<{ error: Error | null }> }>

/** Live figures are asked for when an event tells of a change, without events once a minute; a backend that failed is asked again every five seconds until it answers. */
export function liveInterval(query: QueryLike): number | false {
  return query.state.error ? recoveryInterval(query) : isLive() ? TOLD_MS : LIVE_MS
}

/** For what need not be live: asked again only where the last answer was a failure that may pass. */
export function recoveryInterval({ state: { error } }: QueryLike): number | false {
  return error && !isFinal(error) ? RECOVERY_MS : false
}
