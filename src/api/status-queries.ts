import { statusOperations } from '../contract/status-operations.ts'
import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'

import type { BodyOf } from '../contract/operations.ts'
import type { StatusQuery } from '../contract/status.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(statusOperations)

export const statusQueries = {
  all: () => ['status'] as const,

  board: (query: StatusQuery) =>
    queryOptions({
      queryKey: [...statusQueries.all(), 'board', query],
      queryFn: ({ signal }) => callApi('readStatus', { params: {}, query, signal }),
      refetchInterval: liveInterval,
      // Another view: the old one stays, dimmed, until the new one is here.
      placeholderData: keepPreviousData,
    }),
}

export const statusChanges = {
  tell: () =>
    mutationOptions({
      mutationFn: (body: BodyOf<'createStatusUpdate'>) =>
        callApi('createStatusUpdate', { params: {}, query: {}, body }),
      onSuccess: (_told, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: statusQueries.all() }),
    }),

  list: () =>
    mutationOptions({
      mutationFn: ({ service, body }: Readonly<{ service: string; body: BodyOf<'changeServiceListing'> }>) =>
        callApi('changeServiceListing', { params: { service }, query: {}, body }),
      onSuccess: (_listed, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: statusQueries.all() }),
    }),
}
