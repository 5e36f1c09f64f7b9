import { slaOperations } from '../contract/sla-operations.ts'
import type { QueryOf } from '../contract/operations.ts'
import { allRows } from './all-rows.ts'
import { apiOf } from './http.ts'
import { table, type PageRequest } from './indicator-table.ts'
import { csvAddress } from './rows-file.ts'

const callApi = apiOf(slaOperations)

/** Without what belongs to one table alone: each takes all of it but `sort`, which graphs have none of. */
export type SlaFilters = Omit<QueryOf<'listSlas'>, 'cursor' | 'limit'>

const CURVES_ROWS = 20

const listPage = (filters: SlaFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listSlas', { params: {}, query: { ...filters, ...page }, signal })

const adherencePage = (filters: SlaFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listSlaAdherence', { params: {}, query: { ...filters, ...page }, signal })

const depletionPage = (filters: SlaFilters, page: PageRequest, signal: AbortSignal) =>
  callApi('listSlaDepletion', { params: {}, query: { ...filters, ...page }, signal })

export const slaQueries = {
  list: (filters: SlaFilters) => table(['slas', filters], (page, signal) => listPage(filters, page, signal)),

  adherence: (filters: SlaFilters) =>
    table(['sla-adherence', filters], (page, signal) => adherencePage(filters, page, signal)),

  depletion: (filters: SlaFilters) =>
    table(['sla-depletion', filters], (page, signal) => depletionPage(filters, page, signal)),

  /** A few at a time: each row draws the days of a year. */
  curves: ({ sort: _sort, ...filters }: SlaFilters) =>
    table(['sla-curves', filters], (page, signal) =>
      callApi('listSlaCurves', { params: {}, query: { ...filters, ...page, limit: CURVES_ROWS }, signal }),
    ),
}

/** For files: every row, not only those that were scrolled to. */
export const slaRows = {
  list: (filters: SlaFilters, signal: AbortSignal) => allRows((page) => listPage(filters, page, signal)),
  adherence: (filters: SlaFilters, signal: AbortSignal) =>
    allRows((page) => adherencePage(filters, page, signal)),
  depletion: (filters: SlaFilters, signal: AbortSignal) =>
    allRows((page) => depletionPage(filters, page, signal)),
}

/** Where the same rows are to be had as a file. */
export const slaFiles = {
  list: (filters: SlaFilters) => csvAddress(slaOperations, 'listSlas', filters),
  adherence: (filters: SlaFilters) => csvAddress(slaOperations, 'listSlaAdherence', filters),
  depletion: (filters: SlaFilters) => csvAddress(slaOperations, 'listSlaDepletion', filters),
}
