import { queryOptions } from '@tanstack/react-query'

import type { QueryOf } from '../contract/operations.ts'
import { slaOperations } from '../contract/sla-operations.ts'
import { apiOf } from './http.ts'
import { recoveryInterval } from './query-client.ts'

const callApi = apiOf(slaOperations)

const CATALOG_STALE_MS = 5 * 60_000

export const contractQueries = {
  list: (filters: QueryOf<'listContracts'>) =>
    queryOptions({
      queryKey: ['catalog', 'contracts', filters],
      queryFn: ({ signal }) => callApi('listContracts', { params: {}, query: filters, signal }),
      staleTime: CATALOG_STALE_MS,
      refetchInterval: recoveryInterval,
    }),
}
