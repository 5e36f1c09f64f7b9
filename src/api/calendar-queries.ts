import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'

import { calendarOperations } from '../contract/calendar-operations.ts'
import type { BodyOf, QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(calendarOperations)
const STALE_MS = 60_000
const PAGE_ROWS = 500

export const calendarQueries = {
  all: () => ['calendar'] as const,

  list: (filters: Omit<QueryOf<'listReviews'>, 'limit' | 'cursor'>) =>
    infiniteQueryOptions({
      queryKey: [...calendarQueries.all(), 'list', filters],
      queryFn: ({ signal, pageParam }) =>
        callApi('listReviews', {
          params: {},
          query: { ...filters, limit: PAGE_ROWS, ...(pageParam !== null && { cursor: pageParam }) },
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      staleTime: STALE_MS,
      refetchInterval: liveInterval,
    }),

  one: (review: string) =>
    queryOptions({
      queryKey: [...calendarQueries.all(), 'one', review],
      queryFn: ({ signal }) => callApi('readReview', { params: { review }, query: {}, signal }),
      staleTime: STALE_MS,
    }),

  cadences: () =>
    queryOptions({
      queryKey: [...calendarQueries.all(), 'cadences'],
      queryFn: ({ signal }) => callApi('readCadences', { params: {}, query: {}, signal }),
      staleTime: STALE_MS,
    }),
}

type Outcome = Readonly<{ review: string; day: string; body: BodyOf<'writeReviewOutcome'> }>

export const calendarChanges = {
  writeOutcome: () =>
    mutationOptions({
      mutationFn: ({ review, day, body }: Outcome) =>
        callApi('writeReviewOutcome', { params: { review, day }, query: {}, body }),
      onSuccess: (_made, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: calendarQueries.all() }),
    }),

  writeCadences: () =>
    mutationOptions({
      mutationFn: (body: BodyOf<'writeCadences'>) =>
        callApi('writeCadences', { params: {}, query: {}, body }),
      onSuccess: (_made, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: calendarQueries.all() }),
    }),
}
