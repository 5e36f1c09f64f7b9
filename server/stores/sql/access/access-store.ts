import type { AccessStore } from '../../../access-ports.ts'
import type { Sql } from '../sql.ts'
import { createAuditLog } from './audit.ts'
import { createSessionStore } from './sessions.ts'
import { createTokenStore } from './tokens.ts'

export function createAccessStore(sql: Sql): AccessStore {
  return { tokens: createTokenStore(sql), sessions: createSessionStore(sql), audit: createAuditLog(sql) }
}
