import { apiConsumptionQuery, apiConsumptionSchema } from './api-consumption.ts'
import type { Operation } from './operation.ts'
import { tighterSloQuery, tighterSloSchema } from './tighter-slo.ts'

/** What is decided about services of others. */
export const dependencyOperations = {
  readApiConsumption: {
    path: '/api/workflows/api-consumption',
    query: apiConsumptionQuery,
    response: apiConsumptionSchema,
    summary: 'Which SLOs a service has where it would be called, and how ready its callers have to be',
  },
  readTighterSlo: {
    path: '/api/workflows/tighter-slo',
    query: tighterSloQuery,
    response: tighterSloSchema,
    summary: 'Whether closed periods of a dependency’s SLO leave room for a tighter target',
  },
} as const satisfies Readonly<Record<string, Operation>>
