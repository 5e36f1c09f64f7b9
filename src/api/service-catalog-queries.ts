import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'

import type { BodyOf, QueryOf } from '../contract/operations.ts'
import { serviceCatalogOperations } from '../contract/service-catalog-operations.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(serviceCatalogOperations)
const STALE_MS = 60_000

export const serviceCatalogQueries = {
  all: () => ['service-catalog'] as const,

  list: (filters: Omit<QueryOf<'listCatalogServices'>, 'cursor'>) => ({
    ...pagesOf([...serviceCatalogQueries.all(), 'list', filters], (next, signal) =>
      callApi('listCatalogServices', { params: {}, query: { ...filters, ...next }, signal }),
    ),
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
      // Where it was refused because others changed it, what they made of it is to be seen.
      onSettled: (_made, _error, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: serviceCatalogQueries.all() }),
    }),
}
