import type { CatalogIndex } from '../catalog-index.ts'
import { createLru } from '../lru.ts'
import type { Moment } from '../moment.ts'

/** Tables that were worked out, for whoever scrolls, sorts back or opens the same link, while they cannot have changed. */
export type HeldTables = Readonly<{
  of<Table>(
    identity: string,
    catalog: CatalogIndex,
    moment: Moment,
    build: () => Promise<Table>,
  ): Promise<Table>
}>

const MOST_TABLES = 24

export function createHeldTables(): HeldTables {
  const tables = createLru<Readonly<{ catalog: CatalogIndex; building: Promise<unknown> }>>(MOST_TABLES)
  return {
    of<Table>(identity: string, catalog: CatalogIndex, moment: Moment, build: () => Promise<Table>) {
      const key = `${moment.revision}@${moment.nowHour} ${identity}`
      const known = tables.get(key)
      // What stands under an identity was built by the same route: it names itself in it.
      if (known?.catalog === catalog) return known.building as Promise<Table>
      const building = build()
      tables.set(key, { catalog, building })
      building.catch(() => tables.delete(key))
      return building
    },
  }
}
