import * as hierarchy from './hierarchy.ts'
import * as keptBudgets from './kept-budgets.ts'
import type { Operation } from './operation.ts'

/** How the levels of the hierarchy stand, any by any other. */
export const hierarchyOperations = {
  readRollUp: {
    path: '/api/roll-up',
    query: hierarchy.rollUpQuery,
    response: hierarchy.rollUpSchema,
    summary: 'How a place in the hierarchy stands: budgets by state, in each deployment',
  },
  readMatrix: {
    path: '/api/budget-matrix',
    query: hierarchy.matrixQuery,
    response: hierarchy.matrixSchema,
    summary: 'Budgets of one period as a matrix: teams, services, SLIs or SLOs by deployment or SLI',
  },
  readKeptBudgets: {
    path: '/api/kept-budgets',
    query: keptBudgets.keptBudgetsQuery,
    response: keptBudgets.keptBudgetsSchema,
    summary: 'Services that kept every budget, by period',
  },
} as const satisfies Readonly<Record<string, Operation>>
