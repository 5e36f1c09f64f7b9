import type { Matrix } from '../../src/contract/hierarchy.ts'
import type { MatrixColumns } from '../../src/contract/names.ts'
import type { BudgetEntry } from '../budgets/budget-index.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { countEntries } from './count-entries.ts'
import { columnKey } from './matrix-draft.ts'

/** Those with a budget, in the catalog's order; what is only shown beside comes after what was asked for. */
export function matrixColumnsOf(
  entries: readonly BudgetEntry[],
  isChosen: (entry: BudgetEntry) => boolean,
  columns: MatrixColumns,
  { catalog }: CatalogIndex,
): Matrix['columns'] {
  const byColumn = Map.groupBy(entries, (entry) => columnKey(entry, columns))
  const named = columns === 'sli' ? catalog.slis : catalog.deployments
  const found = named.flatMap(({ slug, name }) => {
    const own = byColumn.get(slug)
    if (own === undefined) return []
    return [{ slug, name, isBeside: !own.some(isChosen), ...countEntries(own) }]
  })
  return found.toSorted((a, b) => Number(a.isBeside) - Number(b.isBeside))
}
