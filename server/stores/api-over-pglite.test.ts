import { afterAll, beforeAll, vi } from 'vitest'

import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { tinyOrganizationsIn } from '../testing/stored-organization.ts'
import type * as TinyOrganization from '../testing/tiny-organization.ts'

let databases: TestDatabases
beforeAll(async () => {
  databases = await sqlHosts[0].start()
}, 120_000)
afterAll(() => databases.stop())

// The API's own tests once more, with every organization copied into PGlite: what is asked of every route, and what is
// read from summaries. The others are tried over PostgreSQL, which takes the same SQL from the same code.
vi.mock('../testing/tiny-organization.ts', async (importOriginal) => {
  const original = await importOriginal<typeof TinyOrganization>()
  const make = tinyOrganizationsIn(() => databases.migrated(), original.tinyOrganization)
  return { ...original, tinyOrganization: make }
})
vi.setConfig({ testTimeout: 60_000 })

await import('../api.test.ts')
await import('../routes/kept-budgets.test.ts')
