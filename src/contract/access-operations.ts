import * as z from 'zod/mini'

import * as access from './access.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})

export const accessOperations = {
  readMe: {
    path: '/api/me',
    query: none,
    response: access.meSchema,
    permission: { action: 'use-own-session' },
    summary: 'Who asks, as the server sees it',
  },
  listApiTokens: {
    path: '/api/tokens',
    query: none,
    response: access.apiTokenListSchema,
    permission: { action: 'manage-access' },
    summary: 'API tokens, newest first',
  },
  createApiToken: {
    method: 'POST',
    path: '/api/tokens',
    query: none,
    body: access.newApiTokenSchema,
    response: access.createdApiTokenSchema,
    permission: { action: 'manage-access' },
    summary: 'A new API token; its secret is told this once',
  },
  revokeApiToken: {
    method: 'DELETE',
    path: '/api/tokens/{token}',
    query: none,
    response: access.apiTokenSchema,
    permission: { action: 'manage-access' },
    summary: 'Ends an API token at once',
  },
  listAudit: {
    path: '/api/audit',
    query: access.auditQuery,
    response: access.auditPageSchema,
    permission: { action: 'read-audit' },
    summary: 'What was changed, when and by whom, newest first',
  },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    query: none,
    response: access.signedOutSchema,
    permission: { action: 'use-own-session' },
    summary: 'Ends the session of who asks',
  },
} as const satisfies Readonly<Record<string, Operation>>
