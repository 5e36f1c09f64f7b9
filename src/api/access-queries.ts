import { accessOperations } from '../contract/access-operations.ts'
import { mutationOptions, queryOptions } from '@tanstack/react-query'

import type { BodyOf, QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
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

  audit: (filters: Omit<QueryOf<'listAudit'>, 'cursor'>) => ({
    ...pagesOf([...accessQueries.all(), 'audit', filters], (next, signal) =>
      callApi('listAudit', { params: {}, query: { ...filters, ...next }, signal }),
    ),
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
