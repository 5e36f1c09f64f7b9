import { vi } from 'vitest'

import { sqlHosts } from '../testing/sql-hosts.ts'
import { testAgainOver } from './testing/api-tests-over.ts'

vi.setConfig({ testTimeout: 60_000 })

const [pglite] = sqlHosts

// What is asked of every route, and what is read from summaries. The others are tried over PostgreSQL, which takes the
// same SQL from the same code.
await testAgainOver(pglite, ['api.test.ts', 'routes/kept-budgets.test.ts'])
