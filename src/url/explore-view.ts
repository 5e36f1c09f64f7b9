import {
  matrixColumns,
  matrixGroups,
  matrixRows,
  matrixSortColumns,
  type MatrixColumns,
  type MatrixGroup,
  type MatrixRows,
  type MatrixSortColumn,
} from '../contract/names.ts'
import { budgetsViewCodec, defaultBudgetsView, type BudgetsView } from './budgets-view.ts'
import { oneOf, type UrlCodec } from './codec.ts'

export const exploreShows = ['matrix', 'list', 'graphs'] as const
export type ExploreShow = (typeof exploreShows)[number]

/** What a link to a place in the hierarchy shows: its budgets, narrowed, in one of three forms. */
export type ExploreView = BudgetsView &
  Readonly<{
    show: ExploreShow
    /** Null means those of the place itself: an organization has teams, a team has SLOs. */
    rows: MatrixRows | null
    across: MatrixColumns
    group: MatrixGroup
    /** What the matrix begins with; the list has a sort of its own. */
    order: MatrixSortColumn
  }>

export const defaultExploreView: ExploreView = {
  ...defaultBudgetsView,
  show: 'matrix',
  rows: null,
  across: 'deployment',
  group: 'service',
  order: 'state',
}

export const exploreViewCodec: UrlCodec<ExploreView> = {
  parse: (params) => ({
    ...budgetsViewCodec.parse(params),
    show: oneOf(exploreShows, params['show'], defaultExploreView.show),
    rows: matrixRows.find((rows) => rows === params['rows']) ?? null,
    across: oneOf(matrixColumns, params['across'], defaultExploreView.across),
    group: oneOf(matrixGroups, params['group'], defaultExploreView.group),
    order: oneOf(matrixSortColumns, params['order'], defaultExploreView.order),
  }),

  format: (view) => ({
    ...budgetsViewCodec.format(view),
    ...(view.show !== defaultExploreView.show && { show: view.show }),
    ...(view.rows !== null && { rows: view.rows }),
    ...(view.across !== defaultExploreView.across && { across: view.across }),
    ...(view.group !== defaultExploreView.group && { group: view.group }),
    ...(view.order !== defaultExploreView.order && { order: view.order }),
  }),
}

/** How one looks, without what at: a step to the place beside keeps it. */
export function looksBeside({ show, rows, across, group, order, period, at }: ExploreView) {
  return { show, rows, across, group, order, period, at }
}

/** A step down keeps less: what is chosen of rows and columns is about the level one leaves. */
export function looksBelow({ show, order, period, at }: ExploreView) {
  return { show, order, period, at }
}
