import * as z from 'zod/mini'

import * as before from './before-sre.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})

export const beforeSreOperations = {
  readBeforeSre: {
    path: '/api/organization/before-sre',
    query: none,
    response: before.beforeSreAnswer,
    summary: 'Outages not detected internally in the time before SRE, as people entered them',
  },
  writeBeforeSre: {
    method: 'PUT',
    path: '/api/organization/before-sre',
    query: none,
    body: before.beforeSreChange,
    response: before.beforeSreWritten,
    permission: { action: 'record-expectations' },
    summary: 'Enters what was before SRE, changes it or takes it back',
  },
} as const satisfies Readonly<Record<string, Operation>>
