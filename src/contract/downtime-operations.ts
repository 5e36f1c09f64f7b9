import type { Operation } from './operation.ts'
import { plannedDowntimeQuery, plannedDowntimeSchema } from './planned-downtime.ts'

/** Whether one may deploy now, and when else. */
export const downtimeOperations = {
  readPlannedDowntime: {
    path: '/api/workflows/planned-downtime',
    query: plannedDowntimeQuery,
    response: plannedDowntimeSchema,
    // What stops releases by a policy that a team keeps to itself is told to some only.
    permission: { action: 'read' },
    summary: 'What a planned downtime would take of each budget of a service, and when it would take least',
  },
} as const satisfies Readonly<Record<string, Operation>>
