import type { Operation } from './operation.ts'
import { setSlaQuery, setSlaSchema } from './set-sla.ts'
import { setSloQuery, setSloSchema } from './set-slo.ts'
import { sreCapacityQuery, sreCapacitySchema } from './sre-capacity.ts'

/** What is agreed on with the help of figures: targets, contracts, and who works on reliability. */
export const agreementOperations = {
  readSetSlo: {
    path: '/api/workflows/set-slo',
    query: setSloQuery,
    response: setSloSchema,
    summary:
      'What a first SLO of a service can lean on: its dependencies, what can be reached with them, and its own history',
  },
  readSetSla: {
    path: '/api/workflows/set-sla',
    query: setSlaQuery,
    response: setSlaSchema,
    summary: 'Whether the data of every team that a contractual SLA rests on support a tighter one',
  },
  readSreCapacity: {
    path: '/api/workflows/sre-capacity',
    query: sreCapacityQuery,
    response: sreCapacitySchema,
    summary: 'Which of four signs of need each team shows; no verdict',
  },
} as const satisfies Readonly<Record<string, Operation>>
