import type { QueryOf } from '../contract/operations.ts'
import { trendOperations } from '../contract/trend-operations.ts'
import { allRows } from './all-rows.ts'
import { apiOf } from './http.ts'
import { table, type PageRequest } from './indicator-table.ts'
import { csvAddress } from './rows-file.ts'

const callApi = apiOf(trendOperations)

export type TicketTrendFilters = Omit<QueryOf<'listTicketTrend'>, 'cursor' | 'limit'>
export type RecoveryFilters = Omit<QueryOf<'listRecoveryTrend'>, 'cursor' | 'limit'>

const ticketTrendPage = (filters: TicketTrendFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listTicketTrend', { params: {}, query: { ...filters, ...page }, signal })

const recoveryPage = (filters: RecoveryFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listRecoveryTrend', { params: {}, query: { ...filters, ...page }, signal })

export const trendQueries = {
  ticketTrend: (filters: TicketTrendFilters) =>
    table(['ticket-trend', filters], (page, signal) => ticketTrendPage(filters, page, signal)),

  recovery: (filters: RecoveryFilters) =>
    table(['recovery', filters], (page, signal) => recoveryPage(filters, page, signal)),
}

/** For files: every row, not only those that were scrolled to. */
export const trendRows = {
  recovery: (filters: RecoveryFilters, signal: AbortSignal) =>
    allRows((page) => recoveryPage(filters, page, signal)),
  ticketTrend: (filters: TicketTrendFilters, signal: AbortSignal) =>
    allRows((page) => ticketTrendPage(filters, page, signal)),
}

/** Where the same rows are to be had as a file. */
export const trendFiles = {
  recovery: (filters: RecoveryFilters) => csvAddress(trendOperations, 'listRecoveryTrend', filters),
  ticketTrend: (filters: TicketTrendFilters) => csvAddress(trendOperations, 'listTicketTrend', filters),
}
