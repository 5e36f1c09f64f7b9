import { queryOptions } from '@tanstack/react-query'

import type { BudgetHistoryQuery } from '../contract/budget-history.ts'
import { historyOperations } from '../contract/history-operations.ts'
import type { QueryOf } from '../contract/operations.ts'
import { budgetQueries, LIVE_STALE_MS } from './budget-queries.ts'
import { apiOf } from './http.ts'
import { liveInterval, recoveryInterval } from './query-client.ts'

const callApi = apiOf(historyOperations)

export const historyQueries = {
  budget: (sloId: string, deployment: string, view: BudgetHistoryQuery) =>
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
