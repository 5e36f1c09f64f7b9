import type { Period } from '../../src/domain/period.ts'
import type { BudgetEntry, BudgetIndexes } from '../budgets/budget-index.ts'
import type { ListedSeries } from '../budgets/listed-series.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Moment } from '../moment.ts'

/** How the chosen series stood in each of the periods. */
export type SeriesOverPeriods = Readonly<{
  series: ListedSeries
  /** In the order of the periods; null where the series did not exist. */
  entries: readonly (BudgetEntry | null)[]
}>

type Source = Readonly<{ budgetIndexes: BudgetIndexes; index: CatalogIndex; moment: Moment }>

/** In the catalog's order; a series that existed in none of the periods is left out. */
export async function seriesOverPeriods(
  { budgetIndexes, index, moment }: Source,
  periods: readonly Period[],
  isSelected: (series: ListedSeries) => boolean,
): Promise<readonly SeriesOverPeriods[]> {
  const rows = new Map<string, { series: ListedSeries; entries: (BudgetEntry | null)[] }>()
  for (const [at, period] of periods.entries()) {
    // One after the other: each reads all series of its period, as many at once as the store should bear.
    const { entries } = await budgetIndexes.of(period, index, moment)
    for (const entry of entries) {
      if (!isSelected(entry.series)) continue
      const row = rows.get(entry.series.id) ?? {
        series: entry.series,
        entries: Array.from<BudgetEntry | null>({ length: periods.length }).fill(null),
      }
      row.entries[at] = entry
      rows.set(entry.series.id, row)
    }
  }
  return [...rows.values()]
}
