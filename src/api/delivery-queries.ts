import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'

import { deliveryOperations } from '../contract/delivery-operations.ts'
import type { BodyOf, QueryOf } from '../contract/operations.ts'
import { allRows } from './all-rows.ts'
import { apiOf } from './http.ts'
import { pagesOf } from './pages.ts'
import { liveInterval } from './query-client.ts'
import { csvAddress } from './rows-file.ts'

const callApi = apiOf(deliveryOperations)

const STALE_MS = 30_000
const PAGE_ROWS = 60
const EVENT_ROWS = 25

export type DeliveryFilters = Omit<QueryOf<'listDelivery'>, 'cursor' | 'limit'>
export type BottleneckFilters = Omit<QueryOf<'listBottlenecks'>, 'cursor' | 'limit'>
export type DeploymentFilters = Omit<QueryOf<'listReleases'>, 'cursor' | 'limit'>
export type BuildFilters = Omit<QueryOf<'listBuilds'>, 'cursor' | 'limit'>

type PageRequest = Readonly<{ limit: number; cursor?: string }>

const deliveryPage = (filters: DeliveryFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listDelivery', { params: {}, query: { ...filters, ...page }, signal })

const bottleneckPage = (filters: BottleneckFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listBottlenecks', { params: {}, query: { ...filters, ...page }, signal })

const deploymentPage = (filters: DeploymentFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listReleases', { params: {}, query: { ...filters, ...page }, signal })

const buildPage = (filters: BuildFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listBuilds', { params: {}, query: { ...filters, ...page }, signal })

export const deliveryQueries = {
  all: () => ['delivery'] as const,

  list: (filters: DeliveryFilters) =>
    pages(['list', filters], PAGE_ROWS, (page, signal) => deliveryPage(filters, page, signal)),

  bottlenecks: (filters: BottleneckFilters) =>
    pages(['bottlenecks', filters], PAGE_ROWS, (page, signal) => bottleneckPage(filters, page, signal)),

  deployments: (filters: DeploymentFilters) =>
    pages(['deployments', filters], EVENT_ROWS, (page, signal) => deploymentPage(filters, page, signal)),

  builds: (filters: BuildFilters) =>
    pages(['builds', filters], EVENT_ROWS, (page, signal) => buildPage(filters, page, signal)),

  versions: (bottleneck: string) =>
    queryOptions({
      queryKey: [...deliveryQueries.all(), 'versions', bottleneck],
      queryFn: ({ signal }) => callApi('readBottleneck', { params: { bottleneck }, query: {}, signal }),
      staleTime: STALE_MS,
    }),
}

/** As files, which the server writes. */
export const deliveryFiles = {
  list: (filters: DeliveryFilters) => csvAddress(deliveryOperations, 'listDelivery', filters),
  bottlenecks: (filters: BottleneckFilters) => csvAddress(deliveryOperations, 'listBottlenecks', filters),
  deployments: (filters: DeploymentFilters) => csvAddress(deliveryOperations, 'listReleases', filters),
  builds: (filters: BuildFilters) => csvAddress(deliveryOperations, 'listBuilds', filters),
}

/** For what is made of the rows here: every one, not only those that were scrolled to. */
export const deliveryRows = {
  list: (filters: DeliveryFilters, signal: AbortSignal) =>
    allRows((page) => deliveryPage(filters, page, signal)),
  bottlenecks: (filters: BottleneckFilters, signal: AbortSignal) =>
    allRows((page) => bottleneckPage(filters, page, signal)),
}

export const bottleneckChanges = {
  write: () =>
    mutationOptions({
      mutationFn: ({ id, body }: Readonly<{ id: string; body: BodyOf<'decideBottleneck'> }>) =>
        callApi('decideBottleneck', { params: { bottleneck: id }, query: {}, body }),
      onSuccess: (_made, _sent, _before, { client }) =>
        client.invalidateQueries({ queryKey: deliveryQueries.all() }),
    }),
}

function pages<Page extends Readonly<{ nextCursor: string | null }>>(
  key: readonly unknown[],
  limit: number,
  readPage: (page: PageRequest, signal: AbortSignal) => Promise<Page>,
) {
  return {
    ...pagesOf([...deliveryQueries.all(), ...key], (next, signal) => readPage({ limit, ...next }, signal)),
    staleTime: STALE_MS,
    refetchInterval: liveInterval,
    placeholderData: keepPreviousData,
  }
}
