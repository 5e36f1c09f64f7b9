import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { facetOperations } from '../contract/facet-operations.ts'
import type { QueryOf } from '../contract/operations.ts'
import { budgetQueries } from './budget-queries.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(facetOperations)

export type BudgetFacetFilters = QueryOf<'readBudgetFacets'>

export const budgetFacetQueries = {
  of: (filters: BudgetFacetFilters) =>
    queryOptions({
      queryKey: [...budgetQueries.all(), 'facets', filters],
      queryFn: ({ signal }) => callApi('readBudgetFacets', { params: {}, query: filters, signal }),
      staleTime: 30_000,
      refetchInterval: liveInterval,
      // The choices stay where they are while the new counts come.
      placeholderData: keepPreviousData,
    }),
}
