import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { downtimeOperations } from '../contract/downtime-operations.ts'
import type { QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(downtimeOperations)

const LIVE_STALE_MS = 30_000

export const downtimeQueries = {
  all: () => ['planned-downtime'] as const,

  effect: (query: QueryOf<'readPlannedDowntime'>) =>
    queryOptions({
      queryKey: [...downtimeQueries.all(), query],
      queryFn: ({ signal }) => callApi('readPlannedDowntime', { params: {}, query, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
      placeholderData: keepPreviousData,
    }),
}
