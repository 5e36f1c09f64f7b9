import { recordOperations } from '../contract/record-operations.ts'
import { indicatorOperations } from '../contract/indicator-operations.ts'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { EndpointRow } from '../contract/indicators.ts'
import type { QueryOf } from '../contract/operations.ts'
import { allRows } from './all-rows.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'
import { csvAddress } from './rows-file.ts'

const callApi = apiOf({ ...indicatorOperations, ...recordOperations })

const LIVE_STALE_MS = 30_000
const CURVES_ROWS = 20
/** Two screens of rows. */
const PAGE_ROWS = 60

export type AdherenceFilters = Omit<QueryOf<'listAdherence'>, 'cursor' | 'limit'>
export type DepletionFilters = Omit<QueryOf<'listDepletion'>, 'cursor' | 'limit'>

export type EndpointFilters = Omit<QueryOf<'listEndpointRanking'>, 'cursor' | 'limit'>

export type CurvesFilters = Omit<QueryOf<'listBudgetCurves'>, 'cursor' | 'limit'>
export type TicketTrendFilters = Omit<QueryOf<'listTicketTrend'>, 'cursor' | 'limit'>
export type TicketFilters = Omit<QueryOf<'listTickets'>, 'cursor' | 'limit'>

export type RotationFilters = Omit<QueryOf<'listOnCallRotations'>, 'cursor' | 'limit'>

export type RecoveryFilters = Omit<QueryOf<'listRecoveryTrend'>, 'cursor' | 'limit'>

export type KeptFilters = Omit<QueryOf<'listKeptOverview'>, 'cursor' | 'limit'>

export type PageRequest = Readonly<{ limit: number; cursor?: string }>

const adherencePage = (filters: AdherenceFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listAdherence', { params: {}, query: { ...filters, ...page }, signal })

const depletionPage = (filters: DepletionFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listDepletion', { params: {}, query: { ...filters, ...page }, signal })

const endpointPage = (filters: EndpointFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listEndpointRanking', { params: {}, query: { ...filters, ...page }, signal })

const ticketTrendPage = (filters: TicketTrendFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listTicketTrend', { params: {}, query: { ...filters, ...page }, signal })

const ticketPage = (filters: TicketFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listTickets', { params: {}, query: { ...filters, ...page }, signal })

const rotationPage = (filters: RotationFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listOnCallRotations', { params: {}, query: { ...filters, ...page }, signal })

const recoveryPage = (filters: RecoveryFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listRecoveryTrend', { params: {}, query: { ...filters, ...page }, signal })

const keptPage = (filters: KeptFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listKeptOverview', { params: {}, query: { ...filters, ...page }, signal })

export const indicatorQueries = {
  all: () => ['indicators'] as const,

  adherence: (filters: AdherenceFilters) =>
    table(['adherence', filters], (page, signal) => adherencePage(filters, page, signal)),

  depletion: (filters: DepletionFilters) =>
    table(['depletion', filters], (page, signal) => depletionPage(filters, page, signal)),

  /** A few at a time: each row draws the days of a year. */
  curves: (filters: CurvesFilters) =>
    table(['curves', filters], (page, signal) =>
      callApi('listBudgetCurves', {
        params: {},
        query: { ...filters, ...page, limit: CURVES_ROWS },
        signal,
      }),
    ),

  endpoints: (filters: EndpointFilters) =>
    table(['endpoints', filters], (page, signal) => endpointPage(filters, page, signal)),

  /** The whole of it, for what is counted over all of an organization's endpoints. */
  everyEndpoint: (filters: EndpointFilters) =>
    queryOptions({
      queryKey: [...indicatorQueries.all(), 'every-endpoint', filters],
      queryFn: async ({ signal }) => {
        const rows: EndpointRow[] = []
        for await (const page of indicatorRows.endpoints(filters, signal)) rows.push(...page.rows)
        return rows
      },
      staleTime: LIVE_STALE_MS,
    }),

  ticketTrend: (filters: TicketTrendFilters) =>
    table(['ticket-trend', filters], (page, signal) => ticketTrendPage(filters, page, signal)),

  rotations: (filters: RotationFilters) =>
    table(['rotations', filters], (page, signal) => rotationPage(filters, page, signal)),

  recovery: (filters: RecoveryFilters) =>
    table(['recovery', filters], (page, signal) => recoveryPage(filters, page, signal)),

  kept: (filters: KeptFilters) => table(['kept', filters], (page, signal) => keptPage(filters, page, signal)),

  tickets: (filters: TicketFilters) =>
    table(['tickets', filters], (page, signal) => ticketPage(filters, page, signal)),
}

/** For files: every row, not only those that were scrolled to. */
export const indicatorRows = {
  adherence: (filters: AdherenceFilters, signal: AbortSignal) =>
    allRows((page) => adherencePage(filters, page, signal)),
  depletion: (filters: DepletionFilters, signal: AbortSignal) =>
    allRows((page) => depletionPage(filters, page, signal)),
  endpoints: (filters: EndpointFilters, signal: AbortSignal) =>
    allRows((page) => endpointPage(filters, page, signal)),
  rotations: (filters: RotationFilters, signal: AbortSignal) =>
    allRows((page) => rotationPage(filters, page, signal)),
  recovery: (filters: RecoveryFilters, signal: AbortSignal) =>
    allRows((page) => recoveryPage(filters, page, signal)),
  kept: (filters: KeptFilters, signal: AbortSignal) => allRows((page) => keptPage(filters, page, signal)),
  ticketTrend: (filters: TicketTrendFilters, signal: AbortSignal) =>
    allRows((page) => ticketTrendPage(filters, page, signal)),
}

/** Where the same rows are to be had as a file. */
export const indicatorFiles = {
  adherence: (filters: AdherenceFilters) => csvAddress(indicatorOperations, 'listAdherence', filters),
  depletion: (filters: DepletionFilters) => csvAddress(indicatorOperations, 'listDepletion', filters),
  endpoints: (filters: EndpointFilters) => csvAddress(indicatorOperations, 'listEndpointRanking', filters),
  rotations: (filters: RotationFilters) => csvAddress(indicatorOperations, 'listOnCallRotations', filters),
  recovery: (filters: RecoveryFilters) => csvAddress(indicatorOperations, 'listRecoveryTrend', filters),
  kept: (filters: KeptFilters) => csvAddress(indicatorOperations, 'listKeptOverview', filters),
  ticketTrend: (filters: TicketTrendFilters) => csvAddress(indicatorOperations, 'listTicketTrend', filters),
}

/** A whole table, page by page as it is scrolled. */
export function table<Page extends Readonly<{ nextCursor: string | null }>>(
  key: readonly unknown[],
  readPage: (page: PageRequest, signal: AbortSignal) => Promise<Page>,
) {
  return infiniteQueryOptions({
    queryKey: [...indicatorQueries.all(), ...key],
    queryFn: ({ signal, pageParam }) =>
      readPage({ limit: PAGE_ROWS, ...(pageParam !== null && { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page) => page.nextCursor,
    staleTime: LIVE_STALE_MS,
    refetchInterval: liveInterval,
    // Another setting of the same table: the old rows stay, dimmed, until the new ones are here.
    placeholderData: keepPreviousData,
  })
}
