import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { agreementOperations } from '../contract/agreement-operations.ts'
import type { QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { LIVE_STALE_MS } from './indicator-table.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(agreementOperations)

export const agreementQueries = {
  all: () => ['agreements'] as const,

  /** What is said of a dependency changes one row and the outcome: the others stay while it is worked out. */
  setSlo: (query: QueryOf<'readSetSlo'>) =>
    queryOptions({
      queryKey: [...agreementQueries.all(), 'set-slo', query],
      queryFn: ({ signal }) => callApi('readSetSlo', { params: {}, query, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
      placeholderData: (previous) =>
        previous?.service.slug === query.service &&
        (query.deployment === undefined || previous.deployment === query.deployment)
          ? previous
          : undefined,
    }),

  setSla: (query: QueryOf<'readSetSla'>) =>
    queryOptions({
      queryKey: [...agreementQueries.all(), 'set-sla', query],
      queryFn: ({ signal }) => callApi('readSetSla', { params: {}, query, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
      placeholderData: keepPreviousData,
    }),

  sreCapacity: (query: QueryOf<'readSreCapacity'>) =>
    queryOptions({
      queryKey: [...agreementQueries.all(), 'sre-capacity', query],
      queryFn: ({ signal }) => callApi('readSreCapacity', { params: {}, query, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
      placeholderData: keepPreviousData,
    }),
}
