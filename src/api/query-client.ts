import { QueryClient } from '@tanstack/react-query'

import { ApiError } from './http.ts'

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
        // A tab that comes back to the front should not show an hour-old figure as if it were now.
        refetchOnWindowFocus: true,
      },
    },
  })
}

const LIVE_MS = 60_000
const RECOVERY_MS = 5_000

/** Live figures are asked for once a minute; a backend that failed is asked again every five seconds until it answers. */
export function liveInterval(query: Readonly<{ state: Readonly<{ error: Error | null }> }>): number | false {
  const { error } = query.state
  if (!error) return LIVE_MS
  return isFinal(error) ? false : RECOVERY_MS
}
