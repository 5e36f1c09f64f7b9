import { accessOperations } from '../contract/access-operations.ts'
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'

import type { BodyOf, QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { recoveryInterval } from './query-client.ts'

const callApi = apiOf(accessOperations)

const ME_STALE_MS = 5 * 60_000

export const accessQueries = {
  all: () => ['access'] as const,

  me: () =>
    queryOptions({
      queryKey: [...accessQueries.all(), 'me'],
      queryFn: ({ signal }) => callApi('readMe', { params: {}, query: {}, signal }),
      staleTime: ME_STALE_MS,
      refetchInterval: recoveryInterval,
    }),

  tokens: () =>
    queryOptions({
      queryKey: [...accessQueries.all(), 'tokens'],
      queryFn: ({ signal }) => callApi('listApiTokens', { params: {}, query: {}, signal }),
      refetchInterval: recoveryInterval,
    }),

  audit: (filters: Omit<QueryOf<'listAudit'>, 'cursor'>) =>
    infiniteQueryOptions({
      queryKey: [...accessQueries.all(), 'audit', filters],
      queryFn: ({ signal, pageParam }) =>
        callApi('listAudit', {
          params: {},
          query: pageParam === null ? filters : { ...filters, cursor: pageParam },
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
      refetchInterval: recoveryInterval,
    }),
}

export const accessChanges = {
  createToken: () =>
    mutationOptions({
      mutationFn: (body: BodyOf<'createApiToken'>) =>
        callApi('createApiToken', { params: {}, query: {}, body }),
      // Tokens and the log of who made them.
      onSuccess: (_made, _body, _before, { client }) =>
        client.invalidateQueries({ queryKey: accessQueries.all() }),
    }),

  revokeToken: () =>
    mutationOptions({
      mutationFn: (token: string) => callApi('revokeApiToken', { params: { token }, query: {} }),
      onSuccess: (_revoked, _token, _before, { client }) =>
        client.invalidateQueries({ queryKey: accessQueries.all() }),
    }),

  signOut: () => mutationOptions({ mutationFn: () => callApi('signOut', { params: {}, query: {} }) }),
}
