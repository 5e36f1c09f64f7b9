import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { chaosOperations } from '../contract/chaos-operations.ts'
import type { QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(chaosOperations)

const LIVE_STALE_MS = 30_000

export const chaosQueries = {
  all: () => ['chaos-hypothesis'] as const,

  hypothesis: (query: QueryOf<'readChaosHypothesis'>) =>
    queryOptions({
      queryKey: [...chaosQueries.all(), query],
      queryFn: ({ signal }) => callApi('readChaosHypothesis', { params: {}, query, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
      placeholderData: keepPreviousData,
    }),
}
