import type { ApiToken, AuditEntry } from '../src/contract/access.ts'
import type { Caller, Person } from '../src/domain/access/caller.ts'

/** Who changes something, and when: what the audit log says of a change beside the change itself. */
export type Change = Readonly<{ by: Caller; at: string }>

export type TokenStore = Readonly<{
  /** Newest first. */
  list(): Promise<readonly ApiToken[]>
  create(
    made: Readonly<{
      token: ApiToken
      /** SHA-256 of the secret in hexadecimal digits; the secret itself is kept nowhere. */
      secretHash: string
    }>,
    change: Change,
  ): Promise<void>
  /** The token as it is now, or null where there is none; one that is revoked stays so. */
  revoke(id: string, change: Change): Promise<ApiToken | null>
  /** Whatever its state: whether it still counts is for the asking one to see. */
  findByHash(secretHash: string): Promise<ApiToken | null>
  /** To the minute, so that a busy token does not become a busy row. */
  used(id: string, at: string): Promise<void>
}>

export type Session = Readonly<{
  person: Person
  /** The provider's word on who it is, to be shown when signing out there; null where there is none. */
  idToken: string | null
  expiresAt: string
}>

/** Sessions by the hash of their id: who reads the store can take over none of them. */
export type SessionStore = Readonly<{
  start(idHash: string, session: Session, at: string): Promise<void>
  find(idHash: string): Promise<Session | null>
  /** What was ended, or null where there was none. */
  end(idHash: string, at: string): Promise<Session | null>
}>

export type AuditFilter = Readonly<{ search?: string; from?: string; to?: string }>

/** Only ever added to, by the writes themselves. */
export type AuditLog = Readonly<{
  /** Newest first, after the entry whose id is `after`. */
  list(
    filter: AuditFilter,
    span: Readonly<{ after: number | null; limit: number }>,
  ): Promise<Readonly<{ items: readonly AuditEntry[]; totalCount: number }>>
}>

/** Every change made through these is in the audit log together with it, or neither is made. */
export type AccessStore = Readonly<{ tokens: TokenStore; sessions: SessionStore; audit: AuditLog }>
