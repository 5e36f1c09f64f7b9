import { useInfiniteQuery, useQuery } from '@tanstack/react-query'

import { hierarchyQueries } from '../../api/hierarchy-queries.ts'
import { trendQueries } from '../../api/trend-queries.ts'
import type { HomeRange } from './home-range.ts'

export function placesOf(deployment: readonly string[]) {
  return deployment.length > 0 ? { deployment: deployment.join(',') } : {}
}

/** The same operations as the indicators' own pages, for the same hours: what stands here and there cannot differ. */
export function useHome({ from, to }: HomeRange, deployment: readonly string[]) {
  const over = { from, to, ...placesOf(deployment) }
  return {
    kept: useQuery(hierarchyQueries.keptBudgets(over)),
    recovery: useInfiniteQuery(trendQueries.recovery({ ...over, sort: '-created' })),
    tickets: useInfiniteQuery(trendQueries.ticketTrend({ ...over, sort: '-growth' })),
  }
}
