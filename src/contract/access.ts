import * as z from 'zod/mini'

import { roles, scopes, signInMethods } from '../domain/access/caller.ts'
import { instantSchema, pageQuery, pageSchema, searchSchema, slugSchema } from './common.ts'

const roleSchema = z.enum(roles)
const scopeSchema = z.enum(scopes)

/** Who the server takes the asking one for. */
export const meSchema = z.object({
  kind: z.enum(['person', 'token']),
  id: z.string(),
  name: z.string(),
  /** Null for a token, which has scopes instead. */
  role: z.nullable(roleSchema),
  teams: z.array(slugSchema),
  scopes: z.array(scopeSchema),
  /** Null for a token. */
  signedInBy: z.nullable(z.enum(signInMethods)),
})

/** An API token as it is listed: never its secret, which is told once. */
export const apiTokenSchema = z.object({
  id: slugSchema,
  name: z.string(),
  /** How the secret begins, to recognize it by. */
  prefix: z.string(),
  scopes: z.array(scopeSchema),
  createdAt: instantSchema,
  createdBy: z.string(),
  expiresAt: instantSchema,
  /** To the minute; null where it was never used. */
  lastUsedAt: z.nullable(instantSchema),
  revokedAt: z.nullable(instantSchema),
})
export type ApiToken = z.infer<typeof apiTokenSchema>
export const apiTokenListSchema = z.object({ items: z.array(apiTokenSchema) })

/** The longest a token may live; what never expires is never looked at again. */
const MAX_TOKEN_DAYS = 366

export const newApiTokenSchema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  scopes: z.array(scopeSchema).check(
    z.minLength(1),
    z.refine((held) => new Set(held).size === held.length, { error: 'Name each once' }),
  ),
  /** Whole days from now. */
  expiresInDays: z.int().check(z.gte(1), z.lte(MAX_TOKEN_DAYS)),
})

export const createdApiTokenSchema = z.object({
  token: apiTokenSchema,
  /** Shown this once; the server keeps only its hash. */
  secret: z.string(),
})

const auditFilters = {
  /** Words that occur in the name of who did it, in the action or in the subject. */
  search: searchSchema,
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
}
export const auditQuery = z.strictObject({ ...auditFilters, ...pageQuery })

/** Of all answers the one that is no document but a file, as long as it needs to be. */
export const AUDIT_EXPORT_PATH = '/api/audit/export'
export const auditFormats = ['csv', 'ndjson'] as const
export const auditExportQuery = z.strictObject({ ...auditFilters, format: z.enum(auditFormats) })

/** The thing as it was or is, without its secrets; null where there was or is none. */
const recordedThing = z.nullable(z.record(z.string(), z.unknown()))

export const auditEntrySchema = z.object({
  id: z.int(),
  at: instantSchema,
  /** As they were named then. */
  callerKind: z.enum(['person', 'token', 'webhook']),
  callerId: z.string(),
  callerName: z.string(),
  action: z.string(),
  subject: z.string(),
  before: recordedThing,
  after: recordedThing,
})
export type AuditEntry = z.infer<typeof auditEntrySchema>
export const auditPageSchema = pageSchema(auditEntrySchema)

/** Signing out of this app may have to go on at the provider. */
export const signedOutSchema = z.object({ goTo: z.string() })
