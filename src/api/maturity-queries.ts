import { recordOperations } from '../contract/record-operations.ts'
import { maturityOperations } from '../contract/maturity-operations.ts'
import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'

import type { BodyOf, QueryOf, ResponseOf } from '../contract/operations.ts'
import { allRows } from './all-rows.ts'
import { apiOf } from './http.ts'
import { liveInterval, recoveryInterval } from './query-client.ts'

const callApi = apiOf({ ...maturityOperations, ...recordOperations })

const EVIDENCE_STALE_MS = 5 * 60_000

export const maturityQueries = {
  all: () => ['maturity'] as const,

  compared: (query: QueryOf<'readMaturity'>) =>
    queryOptions({
      queryKey: [...maturityQueries.all(), 'compared', query],
      queryFn: ({ signal }) => callApi('readMaturity', { params: {}, query, signal }),
      refetchInterval: liveInterval,
      // Another pair of assessments: the old one stays, dimmed, until the new one is here.
      placeholderData: keepPreviousData,
    }),

  assessments: () =>
    queryOptions({
      queryKey: [...maturityQueries.all(), 'assessments'],
      queryFn: ({ signal }) => callApi('listAssessments', { params: {}, query: {}, signal }),
      refetchInterval: liveInterval,
    }),

  /** Oldest first. */
  versions: (key: string) =>
    queryOptions({
      queryKey: [...maturityQueries.all(), 'versions', key],
      queryFn: ({ signal }) => everyVersion(key, signal),
    }),

  evidence: (team: string | null) =>
    queryOptions({
      // Apart from the rest: nothing that is assessed changes what data tell.
      queryKey: ['maturity-evidence', team],
      queryFn: ({ signal }) =>
        callApi('readMaturityEvidence', { params: {}, query: team === null ? {} : { team }, signal }),
      staleTime: EVIDENCE_STALE_MS,
      refetchInterval: recoveryInterval,
    }),
}

async function everyVersion(key: string, signal: AbortSignal) {
  const query = { kind: 'maturity-assessment', key } as const
  const pages = allRows((page) =>
    callApi('listEntries', { params: {}, query: { ...query, ...page }, signal }),
  )
  const versions: ResponseOf<'listEntries'>['items'] = []
  for await (const { rows } of pages) versions.push(...rows)
  return versions
}

type Written = Readonly<{ assessment: string; body: BodyOf<'writeAssessment'> }>

export const maturityChanges = {
  write: () =>
    mutationOptions({
      mutationFn: ({ assessment, body }: Written) =>
        callApi('writeAssessment', { params: { assessment }, query: {}, body }),
      // Not waited for: whoever assesses types on, and the next version follows from the answer.
      onSuccess: (_made, _body, _before, { client }) =>
        void client.invalidateQueries({ queryKey: maturityQueries.all() }),
    }),

  texts: () =>
    mutationOptions({
      mutationFn: (body: BodyOf<'writeTexts'>) => callApi('writeTexts', { params: {}, query: {}, body }),
      onSuccess: (_made, _body, _before, { client }) =>
        client.invalidateQueries({ queryKey: maturityQueries.all() }),
    }),
}
