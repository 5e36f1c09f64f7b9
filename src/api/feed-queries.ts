import { sourceOperations } from '../contract/source-operations.ts'
import { queryOptions } from '@tanstack/react-query'

import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(sourceOperations)

export const feedQueries = {
  all: () => ['feeds'] as const,

  /** Where one series stands; null where it is none of the catalog any more. */
  series: (sloId: string, deployment: string) =>
    queryOptions({
      queryKey: [...feedQueries.all(), 'series', sloId, deployment],
      queryFn: async ({ signal }) => {
        const page = await callApi('listFeeds', { params: {}, query: { slo: sloId, deployment }, signal })
        return page.items[0] ?? null
      },
      staleTime: 30_000,
      refetchInterval: liveInterval,
    }),
}
