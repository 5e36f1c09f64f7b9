import * as history from './budget-history.ts'
import type { Operation } from './operation.ts'

/** One SLO in one deployment, over time. */
export const historyOperations = {
  readBudgetHistory: {
    path: '/api/budgets/{slo}/{deployment}',
    query: history.budgetHistoryQuery,
    response: history.budgetHistorySchema,
    summary: 'The burn-down of one SLO in one deployment',
  },
  listVerdicts: {
    path: '/api/budgets/{slo}/{deployment}/verdicts',
    query: history.verdictsQuery,
    response: history.verdictsSchema,
    summary: 'Verdicts by period',
  },
  readBuckets: {
    path: '/api/budgets/{slo}/{deployment}/buckets',
    query: history.bucketsQuery,
    response: history.bucketColumnsSchema,
    summary: 'Raw hourly buckets',
  },
} as const satisfies Readonly<Record<string, Operation>>
