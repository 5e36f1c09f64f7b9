import { chaosHypothesisQuery, chaosHypothesisSchema } from './chaos-hypothesis.ts'
import type { Operation } from './operation.ts'

/** What is put to the test on purpose. */
export const chaosOperations = {
  readChaosHypothesis: {
    path: '/api/workflows/chaos-hypothesis',
    query: chaosHypothesisQuery,
    response: chaosHypothesisSchema,
    summary: 'Which SLOs are defended well enough to be put to the test, and what stands out unexplained',
  },
} as const satisfies Readonly<Record<string, Operation>>
