import { onCallOperations } from '../contract/on-call-operations.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(onCallOperations)

const LIVE_STALE_MS = 30_000

export const onCallQueries = {
  all: () => ['on-call'] as const,

  /** Page by page as it is scrolled. */
  list: (filters: Omit<QueryOf<'listOnCall'>, 'cursor'>) => ({
    ...pagesOf([...onCallQueries.all(), 'list', filters], (next, signal) =>
      callApi('listOnCall', { params: {}, query: { ...filters, ...next }, signal }),
    ),
    staleTime: LIVE_STALE_MS,
    refetchInterval: liveInterval,
    placeholderData: keepPreviousData,
  }),

  situation: (sloId: string, deployment: string) =>
    queryOptions({
      queryKey: [...onCallQueries.all(), 'situation', sloId, deployment],
      queryFn: ({ signal }) =>
        callApi('readSituation', { params: { slo: sloId, deployment }, query: {}, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
    }),
}
