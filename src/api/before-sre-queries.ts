import { mutationOptions, queryOptions } from '@tanstack/react-query'

import { beforeSreOperations } from '../contract/before-sre-operations.ts'
import type { BodyOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(beforeSreOperations)
const STALE_MS = 60_000

export const beforeSreQueries = {
  current: () =>
    queryOptions({
      queryKey: ['before-sre'],
      queryFn: ({ signal }) => callApi('readBeforeSre', { params: {}, query: {}, signal }),
      staleTime: STALE_MS,
      refetchInterval: liveInterval,
    }),
}

export const beforeSreChanges = {
  write: () =>
    mutationOptions({
      mutationFn: (body: BodyOf<'writeBeforeSre'>) =>
        callApi('writeBeforeSre', { params: {}, query: {}, body }),
      onSuccess: (_made, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: beforeSreQueries.current().queryKey }),
    }),
}
