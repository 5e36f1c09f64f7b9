import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { sourceOperations } from '../contract/source-operations.ts'
import { catalogQueries } from './catalog-queries.ts'
import { apiOf } from './http.ts'

const callApi = apiOf(sourceOperations)

/** Files take effect within a minute; whoever mends one watches for it. */
const STATE_POLL_MS = 30_000

export const catalogStateQueries = {
  targetChange: (sloId: string, target: string, reason: string) =>
    queryOptions({
      queryKey: [...catalogQueries.all(), 'target-change', sloId, target, reason],
      queryFn: ({ signal }) =>
        callApi('readTargetChange', {
          params: { slo: sloId },
          query: { target, ...(reason !== '' && { reason }) },
          signal,
        }),
      staleTime: 0,
      // The answer says of which target it is, and is dimmed until the next one is here.
      placeholderData: keepPreviousData,
    }),

  state: () =>
    queryOptions({
      queryKey: [...catalogQueries.all(), 'state'],
      queryFn: ({ signal }) => callApi('readCatalogState', { params: {}, query: {}, signal }),
      staleTime: 15_000,
      refetchInterval: STATE_POLL_MS,
    }),
}
