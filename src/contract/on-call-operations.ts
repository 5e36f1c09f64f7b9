import * as z from 'zod/mini'

import * as onCall from './on-call.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})

/** What somebody on call looks at. */
export const onCallOperations = {
  listOnCall: {
    path: '/api/on-call',
    query: onCall.onCallQuery,
    response: onCall.onCallListSchema,
    summary: 'Budgets as somebody on call looks at them: what burns first, then what is exhausted or at risk',
  },
  readSituation: {
    path: '/api/budgets/{slo}/{deployment}/situation',
    query: none,
    response: onCall.situationSchema,
    summary: 'Since when a budget burns, after which change, what it depends on, and what to do first',
  },
} as const satisfies Readonly<Record<string, Operation>>
