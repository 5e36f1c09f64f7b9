import { coreOperations } from '../contract/core-operations.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { BudgetHistoryQuery, BudgetsQuery } from '../contract/budget.ts'
import type { QueryOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
import { liveInterval, recoveryInterval } from './query-client.ts'

const callApi = apiOf(coreOperations)

const LIVE_STALE_MS = 30_000

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

  history: (sloId: string, deployment: string, view: BudgetHistoryQuery) =>
    queryOptions({
      // The window's name, not its instants: "now" belongs to the server, so the key stays stable.
      queryKey: [...budgetQueries.all(), 'history', sloId, deployment, view],
      queryFn: ({ signal }) =>
        callApi('readBudgetHistory', { params: { slo: sloId, deployment }, query: view, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: liveInterval,
      // A new window or scale keeps the old curve on screen; another series must never inherit it.
      placeholderData: (previous) =>
        previous?.sloId === sloId && previous.deployment === deployment ? previous : undefined,
    }),

  verdicts: (sloId: string, deployment: string, query: QueryOf<'listVerdicts'>) =>
    queryOptions({
      queryKey: [...budgetQueries.all(), 'verdicts', sloId, deployment, query],
      queryFn: ({ signal }) => callApi('listVerdicts', { params: { slo: sloId, deployment }, query, signal }),
      staleTime: LIVE_STALE_MS,
      refetchInterval: recoveryInterval,
    }),
}
