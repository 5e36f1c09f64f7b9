import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'

import type { BodyOf, QueryOf } from '../contract/operations.ts'
import { policyOperations } from '../contract/policy-operations.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
import { liveInterval } from './query-client.ts'
import { csvAddress } from './rows-file.ts'

const callApi = apiOf(policyOperations)

const LIVE_STALE_MS = 30_000
/** Two screens of rows. */
const PAGE_ROWS = 60

export type EnactmentFilters = Omit<QueryOf<'listEnactments'>, 'cursor' | 'limit'>

export const policyQueries = {
  all: () => ['policies'] as const,

  list: (filters: QueryOf<'listPolicies'>) =>
    queryOptions({
      queryKey: [...policyQueries.all(), 'list', filters],
      queryFn: ({ signal }) => callApi('listPolicies', { params: {}, query: filters, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
      placeholderData: keepPreviousData,
    }),

  enactments: (filters: EnactmentFilters) => ({
    ...pagesOf([...policyQueries.all(), 'enactments', filters], (next, signal) =>
      callApi('listEnactments', { params: {}, query: { ...filters, limit: PAGE_ROWS, ...next }, signal }),
    ),
    staleTime: LIVE_STALE_MS,
    refetchInterval: liveInterval,
    placeholderData: keepPreviousData,
  }),

  enactment: (team: string, enactment: string) =>
    queryOptions({
      queryKey: [...policyQueries.all(), 'enactment', team, enactment],
      queryFn: ({ signal }) => callApi('readEnactment', { params: { team, enactment }, query: {}, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
    }),

  silverBullets: (team: string, policy: string) =>
    queryOptions({
      queryKey: [...policyQueries.all(), 'silver-bullets', team, policy],
      queryFn: ({ signal }) => callApi('listSilverBullets', { params: { team, policy }, query: {}, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
    }),

  ofBudget: (slo: string, deployment: string) =>
    queryOptions({
      queryKey: [...policyQueries.all(), 'of-budget', slo, deployment],
      queryFn: ({ signal }) => callApi('listSloClauses', { params: { slo, deployment }, query: {}, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
    }),
}

/** Where the same rows are to be had as a file. */
export const enactmentFile = (filters: EnactmentFilters) =>
  csvAddress(policyOperations, 'listEnactments', filters)

export const policyChanges = {
  silverBullet: (team: string, policy: string, bullet: string) =>
    mutationOptions({
      mutationFn: (body: BodyOf<'writeSilverBullet'>) =>
        callApi('writeSilverBullet', { params: { team, policy, bullet }, query: {}, body }),
      onSuccess: (_made, _body, _before, { client }) =>
        client.invalidateQueries({ queryKey: policyQueries.all() }),
    }),

  enactment: (team: string, enactment: string) =>
    mutationOptions({
      mutationFn: (body: BodyOf<'changeEnactment'>) =>
        callApi('changeEnactment', { params: { team, enactment }, query: {}, body }),
      onSuccess: (_made, _body, _before, { client }) =>
        client.invalidateQueries({ queryKey: policyQueries.all() }),
    }),

  check: (team: string, policy: string, clause: string) =>
    mutationOptions({
      mutationFn: (body: BodyOf<'checkClause'>) =>
        callApi('checkClause', { params: { team, policy, clause }, query: {}, body }),
      onSuccess: (_made, _body, _before, { client }) =>
        client.invalidateQueries({ queryKey: policyQueries.all() }),
    }),
}
