import * as z from 'zod/mini'

import type { Variable } from './variable.ts'

const MOST_SECONDS = 60

/** SLO as code that the server follows: what is agreed then stands in files and nowhere else. */
export const catalogSettingsSchema = z.strictObject({
  /** A folder of YAML or one bundle. */
  path: z.optional(z.string().check(z.minLength(1), z.describe('a folder or file such as slos'))),
  /** Who is said to have changed what changed in the files. */
  author: z._default(z.string().check(z.minLength(1), z.describe('a name')), 'SLO files'),
  /** Changes are noticed when they happen where the system tells, and after this long wherever it does not. */
  pollSeconds: z._default(
    z.int().check(z.gte(1), z.lte(MOST_SECONDS), z.describe(`a whole number from 1 to ${MOST_SECONDS}`)),
    20,
  ),
})
export type CatalogSettings = z.output<typeof catalogSettingsSchema>

export const catalogVariables: readonly Variable[] = [
  { name: 'CATALOG_DIR', field: ['catalog', 'path'], kind: 'text' },
]
