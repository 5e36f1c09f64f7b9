import { shortlistOperations } from '../contract/shortlist-operations.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(shortlistOperations)

const LIVE_STALE_MS = 30_000

export const shortlistQueries = {
  /** Below those of decisions: it tells what was decided, and is asked again once something was. */
  all: () => ['decisions', 'shortlist'] as const,

  /** Of closed periods, which change rarely; what is picked of them changes with every click. */
  featuresOrReliability: (query: QueryOf<'readFeaturesOrReliability'>) =>
    queryOptions({
      queryKey: [...shortlistQueries.all(), 'features-or-reliability', query],
      queryFn: ({ signal }) => callApi('readFeaturesOrReliability', { params: {}, query, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
      placeholderData: keepPreviousData,
    }),
}
