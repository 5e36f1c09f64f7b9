import * as z from 'zod/mini'

import { budgetsQuery } from './budget.ts'
import { facetSchema, facetsSchema } from './facets.ts'
import type { Operation } from './operation.ts'

const budgetFacetsQuery = z.omit(budgetsQuery, { sort: true, cursor: true, limit: true })

const budgetFacetsSchema = z.extend(z.omit(facetsSchema, { slo: true, sloCount: true }), {
  state: facetSchema,
})

/** What lists could be narrowed by, asked for apart from the rows, which stand sooner without it. */
export const facetOperations = {
  readBudgetFacets: {
    path: '/api/budgets/facets',
    query: budgetFacetsQuery,
    response: budgetFacetsSchema,
    summary: 'How many error budgets of a period each choice of a filter would list',
  },
} as const satisfies Readonly<Record<string, Operation>>
