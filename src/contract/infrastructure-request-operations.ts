import * as z from 'zod/mini'

import * as requests from './infrastructure-requests.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})

export const infrastructureRequestOperations = {
  listInfrastructureRequests: {
    path: '/api/infrastructure-requests',
    query: none,
    response: requests.requestListSchema,
    summary: 'What teams ask of the SRE infrastructure, those that help most teams first',
  },
  writeInfrastructureRequest: {
    method: 'PUT',
    path: '/api/infrastructure-requests/{request}',
    query: none,
    body: requests.requestChange,
    response: requests.requestWritten,
    permission: { action: 'change-board' },
    summary: 'Records, changes or takes back what teams ask of the SRE infrastructure',
  },
} as const satisfies Readonly<Record<string, Operation>>
