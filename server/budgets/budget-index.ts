import type { BudgetsQuery } from '../../src/contract/budget.ts'
import type { Period } from '../../src/domain/period.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { createLru } from '../lru.ts'
import type { Moment } from '../moment.ts'
import { listIdentity } from '../page.ts'
import { inOrder } from '../row-order.ts'
import type { BudgetBook } from './budget-book.ts'
import { budgetOrder } from './budget-sort.ts'
import { listedSeries, type ListedSeries } from './listed-series.ts'
import { selectedSeries } from './selected-series.ts'
import { isOpenAt, type Standing } from './period-figures.ts'

/** One series and how it stands in the index's period. */
export type BudgetEntry = Readonly<{ series: ListedSeries; standing: Standing }>

type BudgetFilter = Omit<BudgetsQuery, 'cursor' | 'limit' | 'period' | 'sort'>

/** Every series that existed in one period. */
export type BudgetIndex = Readonly<{
  period: Period
  entries: readonly BudgetEntry[]
  /** Filtered and sorted; worked out once per question. */
  select(filter: BudgetFilter, sort: string): readonly BudgetEntry[]
}>

export type BudgetIndexes = Readonly<{
  of(period: Period, index: CatalogIndex, moment: Moment): Promise<BudgetIndex>
}>

/** A year of four-week periods and the current one. */
const MOST_INDEXES = 14
const MOST_ORDERS = 8
const MOST_SELECTIONS = 16

export function createBudgetIndexes(book: BudgetBook): BudgetIndexes {
  const indexes = createLru<Readonly<{ catalog: CatalogIndex; reading: Promise<BudgetIndex> }>>(MOST_INDEXES)
  return {
    of(period, catalog, moment) {
      const at = isOpenAt(period, moment.nowHour) ? ` @${moment.nowHour}` : ''
      // A frozen page of the running hour knows less than a live one of it.
      const then = moment.knownThen?.isOther ? ` as known at ${moment.nowHour}` : ''
      const key = `${period.id} ${moment.revision}${at}${then} ${moment.rules.name}`
      const known = indexes.get(key)
      if (known?.catalog === catalog) return known.reading
      const reading = readIndex(book, period, catalog, moment)
      indexes.set(key, { catalog, reading })
      reading.catch(() => indexes.delete(key))
      return reading
    },
  }
}

async function readIndex(
  book: BudgetBook,
  period: Period,
  catalog: CatalogIndex,
  moment: Moment,
): Promise<BudgetIndex> {
  const listed = listedSeries(catalog, (member) => book.measurementsId(member))
  const standingId = ({ measurementsId, member }: ListedSeries) =>
    `${measurementsId} ${moment.rules.nameOf(member.slo.team)}`
  const measured = [...new Map(listed.map((series) => [standingId(series), series.member]))]
  const found = await book.standings(
    measured.map(([, member]) => member),
    period,
    moment,
  )
  const standings = new Map(measured.map(([id], row) => [id, found[row] ?? null]))
  const entries = listed.flatMap((series) => {
    const standing = standings.get(standingId(series)) ?? null
    return standing === null ? [] : [{ series, standing }]
  })
  return { period, entries, select: createSelect(entries, catalog) }
}

function createSelect(entries: readonly BudgetEntry[], catalog: CatalogIndex): BudgetIndex['select'] {
  const orders = createLru<readonly BudgetEntry[]>(MOST_ORDERS)
  const selections = createLru<readonly BudgetEntry[]>(MOST_SELECTIONS)

  function ordered(sort: string): readonly BudgetEntry[] {
    const known = orders.get(sort)
    if (known !== undefined) return known
    const sorted = inOrder(entries, budgetOrder(sort))
    orders.set(sort, sorted)
    return sorted
  }

  return (filter, sort) => {
    const identity = listIdentity(sort, filter)
    const known = selections.get(identity)
    if (known !== undefined) return known
    const selected = ordered(sort).filter(matcher(filter, catalog))
    selections.set(identity, selected)
    return selected
  }
}

function matcher(filter: BudgetFilter, catalog: CatalogIndex): (entry: BudgetEntry) => boolean {
  const isSelected = selectedSeries(filter, catalog)
  const states = filter.state === undefined ? null : new Set(filter.state.split(','))
  return ({ series, standing }) =>
    isSelected(series) &&
    (states?.has(standing.budget.state) ?? true) &&
    (filter.burning === undefined || standing.burning !== null)
}
