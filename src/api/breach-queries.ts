import { breachOperations } from '../contract/breach-operations.ts'
import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'

import type { BodyOf, QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
import { liveInterval } from './query-client.ts'
import { csvAddress } from './rows-file.ts'

const callApi = apiOf(breachOperations)

const LIVE_STALE_MS = 30_000
/** Two screens of rows. */
const PAGE_ROWS = 60

export type BreachFilters = Omit<QueryOf<'listSloBreaches'>, 'cursor' | 'limit'>

export const breachQueries = {
  all: () => ['breaches'] as const,

  list: (filters: BreachFilters) => ({
    ...pagesOf([...breachQueries.all(), 'list', filters], (next, signal) =>
      callApi('listSloBreaches', { params: {}, query: { ...filters, limit: PAGE_ROWS, ...next }, signal }),
    ),
    staleTime: LIVE_STALE_MS,
    refetchInterval: liveInterval,
    placeholderData: keepPreviousData,
  }),

  teamRule: (team: string) =>
    queryOptions({
      queryKey: [...breachQueries.all(), 'rule', team],
      queryFn: ({ signal }) => callApi('readTeamRule', { params: { team }, query: {}, signal }),
    }),

  replay: (team: string, query: QueryOf<'readRuleReplay'>) =>
    queryOptions({
      queryKey: [...breachQueries.all(), 'replay', team, query],
      queryFn: ({ signal }) => callApi('readRuleReplay', { params: { team }, query, signal }),
      placeholderData: keepPreviousData,
    }),

  one: (breach: string) =>
    queryOptions({
      queryKey: [...breachQueries.all(), 'one', breach],
      queryFn: ({ signal }) => callApi('readSloBreach', { params: { breach }, query: {}, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
    }),
}

/** Where the same rows are to be had as a file. */
export const breachFile = (filters: BreachFilters) => csvAddress(breachOperations, 'listSloBreaches', filters)

export const breachChanges = {
  teamRule: (team: string) =>
    mutationOptions({
      mutationFn: (body: BodyOf<'changeTeamRule'>) =>
        callApi('changeTeamRule', { params: { team }, query: {}, body }),
      // Where it was refused because others changed it, what they made of it is to be seen.
      onSettled: (_made, _error, _body, _before, { client }) =>
        client.invalidateQueries({ queryKey: breachQueries.all() }),
    }),

  review: (breach: string) =>
    mutationOptions({
      mutationFn: (body: BodyOf<'reviewSloBreach'>) =>
        callApi('reviewSloBreach', { params: { breach }, query: {}, body }),
      // The breach, and the lists and other breaches of the SLO that tell of it.
      onSuccess: (_made, _body, _before, { client }) =>
        client.invalidateQueries({ queryKey: breachQueries.all() }),
    }),
}
