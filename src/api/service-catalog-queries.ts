import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'

import type { BodyOf, QueryOf } from '../contract/operations.ts'
import { serviceCatalogOperations } from '../contract/service-catalog-operations.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(serviceCatalogOperations)
const STALE_MS = 60_000

export const serviceCatalogQueries = {
  all: () => ['service-catalog'] as const,

  list: (filters: Omit<QueryOf<'listCatalogServices'>, 'cursor'>) =>
    infiniteQueryOptions({
      queryKey: [...serviceCatalogQueries.all(), 'list', filters],
      queryFn: ({ signal, pageParam }) =>
        callApi('listCatalogServices', {
          params: {},
          query: pageParam === null ? filters : { ...filters, cursor: pageParam },
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      staleTime: STALE_MS,
      refetchInterval: liveInterval,
    }),

  one: (service: string) =>
    queryOptions({
      queryKey: [...serviceCatalogQueries.all(), 'one', service],
      queryFn: ({ signal }) => callApi('readCatalogService', { params: { service }, query: {}, signal }),
      staleTime: STALE_MS,
      refetchInterval: liveInterval,
    }),
}

export const serviceCatalogChanges = {
  writeFacts: () =>
    mutationOptions({
      mutationFn: ({ service, body }: Readonly<{ service: string; body: BodyOf<'writeServiceFacts'> }>) =>
        callApi('writeServiceFacts', { params: { service }, query: {}, body }),
      onSuccess: (_made, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: serviceCatalogQueries.all() }),
    }),
}
