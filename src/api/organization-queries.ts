import { coreOperations } from '../contract/core-operations.ts'
import { queryOptions } from '@tanstack/react-query'

import { apiOf } from './http.ts'
import { liveInterval, recoveryInterval } from './query-client.ts'

const callApi = apiOf(coreOperations)

/** What is agreed changes rarely; a catalog read a minute ago is still right. */
const CATALOG_STALE_MS = 5 * 60_000
const LIVE_STALE_MS = 30_000

export const organizationQueries = {
  all: () => ['organization'] as const,

  current: () =>
    queryOptions({
      queryKey: [...organizationQueries.all(), 'current'],
      queryFn: ({ signal }) => callApi('readOrganization', { params: {}, query: {}, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
    }),

  teams: () =>
    queryOptions({
      queryKey: [...organizationQueries.all(), 'teams'],
      queryFn: ({ signal }) => callApi('listTeams', { params: {}, query: {}, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
    }),

  deployments: () =>
    queryOptions({
      queryKey: [...organizationQueries.all(), 'deployments'],
      queryFn: ({ signal }) => callApi('listDeployments', { params: {}, query: {}, signal }),
      staleTime: CATALOG_STALE_MS,
      refetchInterval: recoveryInterval,
    }),

  slis: () =>
    queryOptions({
      queryKey: [...organizationQueries.all(), 'slis'],
      queryFn: ({ signal }) => callApi('listSlis', { params: {}, query: {}, signal }),
      staleTime: CATALOG_STALE_MS,
      refetchInterval: recoveryInterval,
    }),

  periods: () =>
    queryOptions({
      queryKey: [...organizationQueries.all(), 'periods'],
      queryFn: ({ signal }) => callApi('listPeriods', { params: {}, query: {}, signal }),
      staleTime: CATALOG_STALE_MS,
      refetchInterval: recoveryInterval,
    }),
}
