import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { BudgetsQuery } from '../contract/budget.ts'
import { coreOperations } from '../contract/core-operations.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(coreOperations)

export const LIVE_STALE_MS = 30_000

export const budgetQueries = {
  all: () => ['budgets'] as const,

  /** A whole list, page by page as it is scrolled. */
  list: (filters: Omit<BudgetsQuery, 'cursor'>) => ({
    ...pagesOf([...budgetQueries.all(), 'list', filters], (next, signal) =>
      callApi('listBudgets', { params: {}, query: { ...filters, ...next }, signal }),
    ),
    staleTime: LIVE_STALE_MS,
    refetchInterval: liveInterval,
    // Another filter of the same list: the old rows stay, dimmed, until the new ones are here.
    placeholderData: keepPreviousData,
  }),

  /** One page only: the worst few of something, a palette's hits. */
  top: (filters: Omit<BudgetsQuery, 'cursor'>) =>
    queryOptions({
      queryKey: [...budgetQueries.all(), 'top', filters],
      queryFn: ({ signal }) => callApi('listBudgets', { params: {}, query: filters, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
    }),
}
