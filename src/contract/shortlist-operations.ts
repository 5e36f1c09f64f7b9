import { featuresOrReliabilityQuery, featuresOrReliabilitySchema } from './features-or-reliability.ts'
import type { Operation } from './operation.ts'

/** What the next period is planned by. */
export const shortlistOperations = {
  readFeaturesOrReliability: {
    path: '/api/workflows/features-or-reliability',
    query: featuresOrReliabilityQuery,
    response: featuresOrReliabilitySchema,
    summary:
      'Which endpoints most need reliability work, by five questions, and what the length of that list says',
  },
} as const satisfies Readonly<Record<string, Operation>>
