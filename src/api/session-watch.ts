import type { QueryClient } from '@tanstack/react-query'

import { ApiError } from './http.ts'
import { organizationQueries } from './organization-queries.ts'

const UNAUTHENTICATED = 401

export function isOfNobody(error: unknown): error is ApiError {
  return error instanceof ApiError && error.problem.status === UNAUTHENTICATED
}

/**
 * Whatever is refused first because nobody is signed in any more has the present asked for at once, on which the notice above
 * the page hangs: told by events, it would be asked for minutes later.
 */
export function watchSession(client: QueryClient): void {
  const { queryKey } = organizationQueries.current()

  function learn(error: unknown) {
    if (!isOfNobody(error) || isOfNobody(client.getQueryState(queryKey)?.error)) return
    // Those that are refused together ask once.
    void client.refetchQueries({ queryKey, exact: true }, { cancelRefetch: false })
  }

  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') learn(event.action.error)
  })
  client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') learn(event.action.error)
  })
}
