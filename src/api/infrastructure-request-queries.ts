import { mutationOptions, queryOptions } from '@tanstack/react-query'

import { infrastructureRequestOperations } from '../contract/infrastructure-request-operations.ts'
import type { BodyOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(infrastructureRequestOperations)

export const infrastructureRequestQueries = {
  list: () =>
    queryOptions({
      queryKey: ['infrastructure-requests'],
      queryFn: ({ signal }) => callApi('listInfrastructureRequests', { params: {}, query: {}, signal }),
      refetchInterval: liveInterval,
    }),
}

type Change = Readonly<{ id: string; body: BodyOf<'writeInfrastructureRequest'> }>

export const infrastructureRequestChanges = {
  write: () =>
    mutationOptions({
      mutationFn: ({ id, body }: Change) =>
        callApi('writeInfrastructureRequest', { params: { request: id }, query: {}, body }),
      onSuccess: (_made, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: infrastructureRequestQueries.list().queryKey }),
    }),
}
