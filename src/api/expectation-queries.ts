import { expectationOperations } from '../contract/expectation-operations.ts'
import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'

import type { BodyOf, QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(expectationOperations)

const STALE_MS = 60_000

export type ExpectationFilters = QueryOf<'listExpectations'>

export const expectationQueries = {
  all: () => ['expectations'] as const,

  list: (filters: ExpectationFilters) =>
    queryOptions({
      queryKey: [...expectationQueries.all(), 'list', filters],
      queryFn: ({ signal }) => callApi('listExpectations', { params: {}, query: filters, signal }),
      staleTime: STALE_MS,
      refetchInterval: liveInterval,
      placeholderData: keepPreviousData,
    }),

  one: (expectation: string) =>
    queryOptions({
      queryKey: [...expectationQueries.all(), 'one', expectation],
      queryFn: ({ signal }) => callApi('readExpectation', { params: { expectation }, query: {}, signal }),
      staleTime: STALE_MS,
      refetchInterval: liveInterval,
    }),

  perceptions: () =>
    queryOptions({
      queryKey: [...expectationQueries.all(), 'perceptions'],
      queryFn: ({ signal }) => callApi('listPerceptions', { params: {}, query: {}, signal }),
      staleTime: STALE_MS,
      refetchInterval: liveInterval,
    }),
}

type Change<Body> = Readonly<{ id: string; body: Body }>

export const expectationChanges = {
  write: () =>
    mutationOptions({
      mutationFn: ({ id, body }: Change<BodyOf<'writeExpectation'>>) =>
        callApi('writeExpectation', { params: { expectation: id }, query: {}, body }),
      onSuccess: (_made, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: expectationQueries.all() }),
    }),

  writeValue: () =>
    mutationOptions({
      mutationFn: ({ id, body }: Change<BodyOf<'writeExpectationValue'>>) =>
        callApi('writeExpectationValue', { params: { expectation: id }, query: {}, body }),
      onSuccess: (_made, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: expectationQueries.all() }),
    }),

  writePerception: () =>
    mutationOptions({
      mutationFn: ({ id, body }: Change<BodyOf<'writePerception'>>) =>
        callApi('writePerception', { params: { perception: id }, query: {}, body }),
      onSuccess: (_made, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: expectationQueries.all() }),
    }),
}
