import type { Operation } from './operation.ts'
import * as status from './status.ts'
import * as z from 'zod/mini'

const none = z.strictObject({})

export const statusOperations = {
  readStatus: {
    path: '/api/status',
    query: status.statusQuery,
    response: status.statusBoardSchema,
    summary: 'Which services are impacted, what is told about it, and when people hear again',
  },
  createStatusUpdate: {
    method: 'POST',
    path: '/api/status-updates',
    query: none,
    body: status.newStatusUpdateSchema,
    response: status.statusBoardSchema,
    permission: { action: 'announce-status' },
    summary: 'Tells people how an incident goes: first, in progress, or last',
  },
  changeServiceListing: {
    method: 'PUT',
    path: '/api/services/{service}/listing',
    query: none,
    body: status.serviceListingSchema,
    response: status.statusBoardSchema,
    permission: { action: 'change-slo', subject: 'service' },
    summary: 'Says who is shown a service on the status page, and which product it is a part of',
  },
} as const satisfies Readonly<Record<string, Operation>>
