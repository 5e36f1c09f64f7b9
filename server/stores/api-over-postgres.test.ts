import { afterAll, beforeAll, vi } from 'vitest'

import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { tinyOrganizationsIn } from '../testing/stored-organization.ts'
import type * as TinyOrganization from '../testing/tiny-organization.ts'

let databases: TestDatabases
beforeAll(async () => {
  databases = await sqlHosts[1].start()
}, 120_000)
afterAll(() => databases.stop())

// The API's own tests once more, with every organization copied into PostgreSQL.
vi.mock('../testing/tiny-organization.ts', async (importOriginal) => {
  const original = await importOriginal<typeof TinyOrganization>()
  const make = tinyOrganizationsIn(() => databases.migrated(), original.tinyOrganization)
  return { ...original, tinyOrganization: make }
})
vi.setConfig({ testTimeout: 60_000 })

await import('../api.test.ts')
await import('../routes/catalog-routes.test.ts')
await import('../routes/budgets.test.ts')
await import('../routes/budget-history.test.ts')
await import('../routes/kept-budgets.test.ts')
await import('../csv/csv-of-stores.test.ts')
await import('../routes/sla-indicators.test.ts')
await import('../routes/dependency-sheets.test.ts')
