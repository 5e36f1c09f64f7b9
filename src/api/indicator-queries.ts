import { recordOperations } from '../contract/record-operations.ts'
import { indicatorOperations } from '../contract/indicator-operations.ts'
import { queryOptions } from '@tanstack/react-query'

import type { EndpointRow } from '../contract/indicators.ts'
import type { QueryOf } from '../contract/operations.ts'
import { allRows } from './all-rows.ts'
import { apiOf } from './http.ts'
import { indicators, LIVE_STALE_MS, table, type PageRequest } from './indicator-table.ts'
import { csvAddress } from './rows-file.ts'

const callApi = apiOf({ ...indicatorOperations, ...recordOperations })

const CURVES_ROWS = 20

export type AdherenceFilters = Omit<QueryOf<'listAdherence'>, 'cursor' | 'limit'>
export type DepletionFilters = Omit<QueryOf<'listDepletion'>, 'cursor' | 'limit'>

export type EndpointFilters = Omit<QueryOf<'listEndpointRanking'>, 'cursor' | 'limit'>

export type CurvesFilters = Omit<QueryOf<'listBudgetCurves'>, 'cursor' | 'limit'>
export type TicketFilters = Omit<QueryOf<'listTickets'>, 'cursor' | 'limit'>

export type RotationFilters = Omit<QueryOf<'listOnCallRotations'>, 'cursor' | 'limit'>

export type KeptFilters = Omit<QueryOf<'listKeptOverview'>, 'cursor' | 'limit'>

const adherencePage = (filters: AdherenceFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listAdherence', { params: {}, query: { ...filters, ...page }, signal })

const depletionPage = (filters: DepletionFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listDepletion', { params: {}, query: { ...filters, ...page }, signal })

const endpointPage = (filters: EndpointFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listEndpointRanking', { params: {}, query: { ...filters, ...page }, signal })

const ticketPage = (filters: TicketFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listTickets', { params: {}, query: { ...filters, ...page }, signal })

const rotationPage = (filters: RotationFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listOnCallRotations', { params: {}, query: { ...filters, ...page }, signal })

const keptPage = (filters: KeptFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listKeptOverview', { params: {}, query: { ...filters, ...page }, signal })

export const indicatorQueries = {
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
      queryKey: [...indicators(), 'every-endpoint', filters],
      queryFn: async ({ signal }) => {
        const rows: EndpointRow[] = []
        for await (const page of indicatorRows.endpoints(filters, signal)) rows.push(...page.rows)
        return rows
      },
      staleTime: LIVE_STALE_MS,
    }),

  rotations: (filters: RotationFilters) =>
    table(['rotations', filters], (page, signal) => rotationPage(filters, page, signal)),

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
  kept: (filters: KeptFilters, signal: AbortSignal) => allRows((page) => keptPage(filters, page, signal)),
}

/** Where the same rows are to be had as a file. */
export const indicatorFiles = {
  adherence: (filters: AdherenceFilters) => csvAddress(indicatorOperations, 'listAdherence', filters),
  depletion: (filters: DepletionFilters) => csvAddress(indicatorOperations, 'listDepletion', filters),
  endpoints: (filters: EndpointFilters) => csvAddress(indicatorOperations, 'listEndpointRanking', filters),
  rotations: (filters: RotationFilters) => csvAddress(indicatorOperations, 'listOnCallRotations', filters),
  kept: (filters: KeptFilters) => csvAddress(indicatorOperations, 'listKeptOverview', filters),
}
