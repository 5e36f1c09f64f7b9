import { mutationOptions, queryOptions, keepPreviousData, type QueryClient } from '@tanstack/react-query'

import { decisionOperations } from '../contract/decision-operations.ts'
import type { BodyOf, QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(decisionOperations)

export const decisionQueries = {
  all: () => ['decisions'] as const,

  list: (filters: Omit<QueryOf<'listDecisions'>, 'cursor'>) => ({
    ...pagesOf([...decisionQueries.all(), 'list', filters], (next, signal) =>
      callApi('listDecisions', { params: {}, query: { ...filters, ...next }, signal }),
    ),
    refetchInterval: liveInterval,
    placeholderData: keepPreviousData,
  }),

  one: (decision: string) =>
    queryOptions({
      queryKey: [...decisionQueries.all(), 'one', decision],
      queryFn: ({ signal }) => callApi('readDecision', { params: { decision }, query: {}, signal }),
      refetchInterval: liveInterval,
    }),
}

type Change<Body> = Readonly<{ id: string; body: Body }>
type Client = Readonly<{ client: QueryClient }>

const onSuccess = (_made: unknown, _sent: unknown, _before: unknown, { client }: Client) =>
  client.invalidateQueries({ queryKey: decisionQueries.all() })

export const decisionChanges = {
  write: () =>
    mutationOptions({
      mutationFn: ({ id, body }: Change<BodyOf<'writeDecision'>>) =>
        callApi('writeDecision', { params: { decision: id }, query: {}, body }),
      onSuccess,
    }),

  sign: () =>
    mutationOptions({
      mutationFn: ({ id, body }: Change<BodyOf<'signDecision'>>) =>
        callApi('signDecision', { params: { decision: id }, query: {}, body }),
      // Where it was refused because others changed it, what is to be signed now is to be seen.
      onSettled: (_made, _error, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: decisionQueries.all() }),
    }),

  withdraw: () =>
    mutationOptions({
      mutationFn: ({ id, body }: Change<BodyOf<'withdrawDecision'>>) =>
        callApi('withdrawDecision', { params: { decision: id }, query: {}, body }),
      onSuccess,
    }),

  checkEffect: () =>
    mutationOptions({
      mutationFn: ({ id, body }: Change<BodyOf<'writeDecisionEffect'>>) =>
        callApi('writeDecisionEffect', { params: { decision: id }, query: {}, body }),
      onSuccess,
    }),
}
