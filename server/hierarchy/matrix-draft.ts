import type { MatrixQuery } from '../../src/contract/hierarchy.ts'
import type { MatrixColumns, MatrixGroup, MatrixRows } from '../../src/contract/names.ts'
import { statesBySeverity, type BudgetState } from '../../src/domain/state.ts'
import type { BudgetEntry } from '../budgets/budget-index.ts'
import type { Position } from '../page.ts'
import { inOrder, keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'

/** What needs a person first comes first. */
const MATRIX_SORT = 'state,remaining'

export type DraftRow = Readonly<{
  key: string
  /** Of the budgets that choose and sort it, the one that needs someone most. */
  worst: BudgetEntry
  sloCount: number
  /** By column, each the worst first of those that have a budget to tell of. */
  cells: ReadonlyMap<string, readonly BudgetEntry[]>
}>

type SortedRow = DraftRow & Readonly<{ chosen: readonly BudgetEntry[] }>

type PlacedRow = DraftRow & Readonly<{ position: Position }>

/** The rows of a matrix in their order, without what only the rows of one page are read for. */
export type MatrixDraft = Readonly<{
  rows: readonly PlacedRow[]
  compare: RowOrder<unknown>['compare']
}>

type Asked = Pick<MatrixQuery, 'rows' | 'columns' | 'group' | 'sort' | 'state' | 'burning'>

/**
 * `entries` come the worst first; those that are not chosen stand in their cells for comparison and neither make a row nor
 * move it.
 */
export function matrixDraft(
  entries: readonly BudgetEntry[],
  isChosen: (entry: BudgetEntry) => boolean,
  { rows: level = 'slo', columns = 'deployment', group, sort = MATRIX_SORT, state, burning }: Asked,
): MatrixDraft {
  const isAsked = askedFor(state, burning)
  const rows = [...Map.groupBy(entries, (entry) => rowKey(entry, level))].flatMap(
    ([key, own]): SortedRow[] => {
      const chosen = own.filter(isChosen)
      const heads = new Set([...byColumn(chosen, columns).values()].map(([first]) => first))
      const worst = chosen.find((entry) => heads.has(entry))
      if (worst === undefined || !chosen.some(isAsked)) return []
      return [
        {
          key,
          worst,
          chosen,
          sloCount: new Set(chosen.map(({ series }) => series.member.slo.id)).size,
          cells: byColumn(own, columns),
        },
      ]
    },
  )
  const order = rowOrder(sort, keyIn(keysOf(level)), ({ key }: SortedRow) => key)
  const sorted = inOrder(rows, order)
  return group === undefined || level !== 'slo' ? flat(sorted, order) : grouped(sorted, order, group)
}

const withoutFigure: ReadonlySet<BudgetState> = new Set(['no-budget', 'no-traffic'])

/** A target of 100 % that is kept, or a silence of users, must not stand for budgets beside it that have something left. */
function byColumn(entries: readonly BudgetEntry[], columns: MatrixColumns) {
  const isFigure = ({ standing }: BudgetEntry) => !withoutFigure.has(standing.budget.state)
  const ordered = [...entries.filter(isFigure), ...entries.filter((entry) => !isFigure(entry))]
  return Map.groupBy(ordered, (entry) => columnKey(entry, columns))
}

function flat(rows: readonly SortedRow[], order: RowOrder<SortedRow>): MatrixDraft {
  return {
    rows: rows.map((row) => ({ ...row, position: order.positionOf(row) })),
    compare: (a, b) => order.compare(a, b),
  }
}

/** A group stands where its first row would: the position of a row is that of its group's first, then its own. */
function grouped(rows: readonly SortedRow[], order: RowOrder<SortedRow>, by: MatrixGroup): MatrixDraft {
  const groups = Map.groupBy(rows, ({ worst }) => worst.series.member.slo[by])
  return {
    rows: [...groups.values()].flatMap((members) => {
      const [first] = members
      const head = first === undefined ? [] : order.positionOf(first)
      return members.map((row) => ({ ...row, position: [...head, ...order.positionOf(row)] }))
    }),
    compare(a, b) {
      const half = Math.floor(b.length / 2)
      return order.compare(a.slice(0, half), b.slice(0, half)) || order.compare(a.slice(half), b.slice(half))
    },
  }
}

function askedFor(state: string | undefined, burning: 'only' | undefined) {
  const states = state === undefined ? null : new Set(state.split(','))
  return ({ standing }: BudgetEntry) =>
    (states?.has(standing.budget.state) ?? true) && (burning === undefined || standing.burning !== null)
}

function rowKey({ series: { member } }: BudgetEntry, level: MatrixRows): string {
  return level === 'slo' ? member.slo.id : member.slo[level]
}

export function columnKey({ series: { member } }: BudgetEntry, columns: MatrixColumns): string {
  return columns === 'sli' ? member.slo.sli : member.deployment
}

/** The smallest budget of those that were measured. */
export function leastRemaining(entries: readonly BudgetEntry[]): number | null {
  const remainings = entries
    .map(({ standing }) => standing.budget)
    .filter(({ total, remaining }) => remaining !== null && total > 0)
    .map(({ remaining }) => remaining ?? 0)
  return remainings.length === 0 ? null : Math.min(...remainings)
}

function keysOf(level: MatrixRows): Readonly<Record<string, (row: SortedRow) => SortKey>> {
  return {
    state: ({ worst }) => statesBySeverity.indexOf(worst.standing.budget.state),
    remaining: ({ chosen }) => leastRemaining(chosen),
    'burn-rate': ({ chosen }) => highestRate(chosen),
    name: ({ worst }) => nameOf(worst, level),
  }
}

function highestRate(entries: readonly BudgetEntry[]): number | null {
  const rates = entries.flatMap(({ standing }) => (standing.burning === null ? [] : [standing.burning.rate]))
  return rates.length === 0 ? null : Math.max(...rates)
}

function nameOf({ series: { member, teamName, sliName } }: BudgetEntry, level: MatrixRows): string {
  switch (level) {
    case 'team':
      return teamName
    case 'service':
      return member.slo.service
    case 'sli':
      return sliName
    case 'slo':
      return [member.slo.service, member.slo.endpoint.path, sliName].join(' ')
  }
}
