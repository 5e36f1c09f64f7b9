import { correctionOperations } from '../contract/correction-operations.ts'
import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'

import type { NewCorrection, WithdrawalPart } from '../contract/corrections.ts'
import type { BodyOf, QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(correctionOperations)

export const correctionQueries = {
  all: () => ['corrections'] as const,

  list: (filters: Omit<QueryOf<'listCorrections'>, 'cursor'>) => ({
    ...pagesOf([...correctionQueries.all(), 'list', filters], (next, signal) =>
      callApi('listCorrections', { params: {}, query: { ...filters, ...next }, signal }),
    ),
    refetchInterval: liveInterval,
    // Another filter of the same list: the old rows stay, dimmed, until the new ones are here.
    placeholderData: keepPreviousData,
  }),

  preview: (slo: string, body: NewCorrection) =>
    queryOptions({
      queryKey: [...correctionQueries.all(), 'preview', slo, body],
      queryFn: ({ signal }) => callApi('previewCorrection', { params: { slo }, query: {}, body, signal }),
      // What is refused stays refused until something else is asked.
      retry: false,
    }),

  times: (slo: string, correction: string) =>
    queryOptions({
      queryKey: [...correctionQueries.all(), 'times', slo, correction],
      queryFn: ({ signal }) =>
        callApi('listCorrectionTimes', { params: { slo, correction }, query: {}, signal }),
    }),

  withdrawalPreview: (slo: string, correction: string, body: WithdrawalPart) =>
    queryOptions({
      queryKey: [...correctionQueries.all(), 'withdrawal', slo, correction, body],
      queryFn: ({ signal }) =>
        callApi('previewWithdrawal', { params: { slo, correction }, query: {}, body, signal }),
      retry: false,
    }),
}

type Recorded = Readonly<{ slo: string; body: NewCorrection }>
type Withdrawn = Readonly<{ slo: string; correction: string; body: BodyOf<'withdrawCorrection'> }>

export const correctionChanges = {
  record: () =>
    mutationOptions({
      mutationFn: ({ slo, body }: Recorded) =>
        callApi('createCorrection', { params: { slo }, query: {}, body }),
      // Every figure may rest on it.
      onSuccess: (_recorded, _sent, _before, { client }) => client.invalidateQueries(),
    }),

  withdraw: () =>
    mutationOptions({
      mutationFn: ({ slo, correction, body }: Withdrawn) =>
        callApi('withdrawCorrection', { params: { slo, correction }, query: {}, body }),
      onSuccess: (_withdrawn, _sent, _before, { client }) => client.invalidateQueries(),
    }),
}
