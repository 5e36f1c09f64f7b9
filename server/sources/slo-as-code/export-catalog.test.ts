import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'

import { compareCatalogs } from './compare-catalogs.ts'
import { exportCatalog } from './export-catalog.ts'
import { readCatalog } from './read-catalog.ts'
import { sloCatalog } from './testing/generated-catalog.ts'

// Many readings, or a process each, while other suites share the machine.
vi.setConfig({ testTimeout: 60_000 })

test('importing an export changes nothing', () => {
  fc.assert(
    fc.property(sloCatalog, (catalog) => {
      const { catalog: again, mistakes } = readCatalog([
        { name: 'export.yaml', text: exportCatalog(catalog) },
      ])
      expect(mistakes.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(again).toEqual(catalog)
      expect(compareCatalogs(catalog, again).size).toBe(0)
    }),
    { numRuns: 200 },
  )
})
