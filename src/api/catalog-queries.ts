import { coreOperations } from '../contract/core-operations.ts'
import { queryOptions } from '@tanstack/react-query'

import type { Slo } from '../contract/catalog.ts'
import type { QueryOf } from '../contract/operations.ts'
import { allRows } from './all-rows.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
import { recoveryInterval } from './query-client.ts'

const callApi = apiOf(coreOperations)

const CATALOG_STALE_MS = 5 * 60_000

export const catalogQueries = {
  all: () => ['catalog'] as const,

  services: (filters: Omit<QueryOf<'listServices'>, 'cursor'>) => ({
    ...pagesOf([...catalogQueries.all(), 'services', filters], (next, signal) =>
      callApi('listServices', { params: {}, query: { ...filters, ...next }, signal }),
    ),
    staleTime: CATALOG_STALE_MS,
    refetchInterval: recoveryInterval,
  }),

  slos: (filters: QueryOf<'listSlos'>) =>
    queryOptions({
      queryKey: [...catalogQueries.all(), 'slos', filters],
      queryFn: ({ signal }) => callApi('listSlos', { params: {}, query: filters, signal }),
      staleTime: CATALOG_STALE_MS,
      refetchInterval: recoveryInterval,
    }),

  /** All SLOs of a team, however many. */
  everySlo: (team: string) =>
    queryOptions({
      queryKey: [...catalogQueries.all(), 'every-slo', team],
      queryFn: async ({ signal }) => {
        const slos: Slo[] = []
        const pages = allRows((page) => callApi('listSlos', { params: {}, query: { team, ...page }, signal }))
        for await (const { rows } of pages) slos.push(...rows)
        return slos
      },
      staleTime: CATALOG_STALE_MS,
      refetchInterval: recoveryInterval,
    }),

  slo: (sloId: string) =>
    queryOptions({
      queryKey: [...catalogQueries.all(), 'slo', sloId],
      queryFn: ({ signal }) => callApi('readSlo', { params: { slo: sloId }, query: {}, signal }),
      staleTime: CATALOG_STALE_MS,
      refetchInterval: recoveryInterval,
    }),
}
