import { queryOptions } from '@tanstack/react-query'

import { dependencyOperations } from '../contract/dependency-operations.ts'
import type { QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(dependencyOperations)

const LIVE_STALE_MS = 30_000

export const dependencyQueries = {
  all: () => ['dependencies'] as const,

  consumption: (query: QueryOf<'readApiConsumption'>) =>
    queryOptions({
      queryKey: [...dependencyQueries.all(), 'consumption', query],
      queryFn: ({ signal }) => callApi('readApiConsumption', { params: {}, query, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
      // Other SLIs of a service keep the sheet where it is; another service must never inherit it.
      placeholderData: (previous) => (previous?.service === query.service ? previous : undefined),
    }),

  tighterSlo: (query: QueryOf<'readTighterSlo'>) =>
    queryOptions({
      queryKey: [...dependencyQueries.all(), 'tighter-slo', query],
      queryFn: ({ signal }) => callApi('readTighterSlo', { params: {}, query, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
      placeholderData: (previous) => (previous?.sloId === query.slo ? previous : undefined),
    }),
}
