import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { hierarchyOperations } from '../contract/hierarchy-operations.ts'
import type { MatrixQuery } from '../contract/hierarchy.ts'
import type { QueryOf } from '../contract/operations.ts'
import { budgetQueries } from './budget-queries.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
import { organizationQueries } from './organization-queries.ts'
import { liveInterval, recoveryInterval } from './query-client.ts'

const callApi = apiOf(hierarchyOperations)

const LIVE_STALE_MS = 30_000

/** Counts over many budgets; their keys stand below those of what is counted, and are asked again with it. */
export const hierarchyQueries = {
  /** How a place stands, in counts. */
  rollUp: (filters: QueryOf<'readRollUp'>) =>
    queryOptions({
      queryKey: [...budgetQueries.all(), 'roll-up', filters],
      queryFn: ({ signal }) => callApi('readRollUp', { params: {}, query: filters, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
    }),

  matrix: (filters: Omit<MatrixQuery, 'cursor'>) => ({
    ...pagesOf([...budgetQueries.all(), 'matrix', filters], (next, signal) =>
      callApi('readMatrix', { params: {}, query: { ...filters, ...next }, signal }),
    ),
    staleTime: LIVE_STALE_MS,
    refetchInterval: liveInterval,
    placeholderData: keepPreviousData,
  }),

  keptBudgets: (filters: QueryOf<'readKeptBudgets'>) =>
    queryOptions({
      queryKey: [...organizationQueries.all(), 'kept-budgets', filters],
      queryFn: ({ signal }) => callApi('readKeptBudgets', { params: {}, query: filters, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: recoveryInterval,
    }),
}
