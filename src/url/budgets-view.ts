import { budgetSortColumns, type BudgetSortColumn } from '../contract/budget.ts'
import { budgetStates } from '../contract/common.ts'
import type { BudgetState } from '../domain/state.ts'
import { listFrom, slugsFrom, type UrlCodec } from './codec.ts'
import { formatColumns, parseColumns, type ColumnChoice } from './column-choice.ts'
import { parseHour } from './view-range.ts'

export type BudgetSort = Readonly<{ column: BudgetSortColumn; descending: boolean }>

/** What a link to a list of budgets shows. */
export type BudgetsView = Readonly<{
  team: readonly string[]
  service: readonly string[]
  sli: readonly string[]
  deployment: readonly string[]
  state: readonly BudgetState[]
  burningOnly: boolean
  showDefaults: boolean
  search: string
  /** Most significant first; empty means the list's own order. */
  sort: readonly BudgetSort[]
  /** A period's id for a frozen view; null follows the current one. */
  period: string | null
  /** The hour as of which a frozen view stands; null is the present. */
  at: string | null
  columns: ColumnChoice
}>

export const defaultBudgetsView: BudgetsView = {
  team: [],
  service: [],
  sli: [],
  deployment: [],
  state: [],
  burningOnly: false,
  showDefaults: true,
  search: '',
  sort: [],
  period: null,
  at: null,
  columns: [],
}

/** "-remaining,service": a leading minus is descending. Unknown columns are dropped, repeated ones keep their first place. */
function parseSort(text: string | undefined): readonly BudgetSort[] {
  const sorts = listFrom(text).flatMap((part) => {
    const name = part.replace(/^-/, '')
    const column = budgetSortColumns.find((known) => known === name)
    return column ? [{ column, descending: part.startsWith('-') }] : []
  })
  return sorts.filter((sort, index) => sorts.findIndex(({ column }) => column === sort.column) === index)
}

export function formatSort(sort: readonly BudgetSort[]): string {
  return sort.map(({ column, descending }) => (descending ? `-${column}` : column)).join(',')
}

/** The server takes no longer search. */
const MOST_SEARCHED = 200

const listNames = ['team', 'service', 'sli', 'deployment'] as const

export const budgetsViewCodec: UrlCodec<BudgetsView> = {
  parse: (params) => ({
    team: slugsFrom(params['team']),
    service: slugsFrom(params['service']),
    sli: slugsFrom(params['sli']),
    deployment: slugsFrom(params['deployment']),
    state: budgetStates.filter((state) => listFrom(params['state']).includes(state)),
    burningOnly: params['burning'] === 'only',
    showDefaults: params['defaults'] !== 'hide',
    search: (params['q'] ?? '').slice(0, MOST_SEARCHED),
    sort: parseSort(params['sort']),
    period: params['period'] ?? null,
    at: parseHour(params['at']),
    columns: parseColumns(params['columns']),
  }),

  format: (view) => ({
    ...Object.fromEntries(
      listNames.filter((name) => view[name].length > 0).map((name) => [name, view[name].join(',')]),
    ),
    ...(view.state.length > 0 && { state: view.state.join(',') }),
    ...(view.burningOnly && { burning: 'only' }),
    ...(!view.showDefaults && { defaults: 'hide' }),
    ...(view.search !== '' && { q: view.search }),
    ...(view.sort.length > 0 && { sort: formatSort(view.sort) }),
    ...(view.period !== null && { period: view.period }),
    ...(view.at !== null && { at: view.at }),
    ...formatColumns(view.columns),
  }),
}
