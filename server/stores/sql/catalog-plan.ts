import { compareCatalogs, type CatalogChanges } from '../../sources/slo-as-code/compare-catalogs.ts'
import type { SloCatalog } from '../../sources/slo-as-code/slo-catalog.ts'

/** What is agreed now, what the files want, and the difference as it is shown before anything is done. */
export type CatalogPlan = Readonly<{ current: SloCatalog; wanted: SloCatalog; changes: CatalogChanges }>

export function planCatalog(current: SloCatalog, wanted: SloCatalog): CatalogPlan {
  return { current, wanted, changes: compareCatalogs(current, wanted) }
}
