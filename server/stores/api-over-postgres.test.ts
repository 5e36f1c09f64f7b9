import { vi } from 'vitest'

import { sqlHosts } from '../testing/sql-hosts.ts'
import { testAgainOver } from './testing/api-tests-over.ts'

vi.setConfig({ testTimeout: 60_000 })

const [, postgres] = sqlHosts

await testAgainOver(postgres, [
  'api.test.ts',
  'routes/catalog-routes.test.ts',
  'routes/budgets.test.ts',
  'routes/budget-history.test.ts',
  'routes/burn-rates.test.ts',
  'routes/kept-budgets.test.ts',
  'csv/csv-of-stores.test.ts',
  'routes/sla-indicators.test.ts',
  'routes/contract-since.test.ts',
  'routes/dependency-sheets.test.ts',
])
