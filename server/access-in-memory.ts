import type { ApiToken, AuditEntry } from '../src/contract/access.ts'
import type { AccessStore, AuditLog, Change, Session, SessionStore, TokenStore } from './access-ports.ts'
import { auditValue } from './audit-value.ts'

type Deed = Readonly<{ action: string; subject: string; before: object | null; after: object | null }>
/** What a write in memory says of itself to the audit log. */
export type RecordDeed = (change: Change, deed: Deed) => void

/** For hosts that keep nothing: what was made is gone with the process or the page. */
export function createAccessInMemory(): AccessStore & Readonly<{ record: RecordDeed }> {
  const entries: AuditEntry[] = []
  const record: RecordDeed = ({ by, at }, { action, subject, before, after }) =>
    void entries.push({
      id: entries.length + 1,
      at,
      callerKind: by.kind,
      callerId: by.id,
      callerName: by.name,
      action,
      subject,
      before: auditValue(before),
      after: auditValue(after),
    })
  return {
    tokens: tokensInMemory(record),
    sessions: sessionsInMemory(record),
    audit: auditInMemory(entries),
    record,
  }
}

function tokensInMemory(record: RecordDeed): TokenStore {
  const tokens = new Map<string, Readonly<{ token: ApiToken; secretHash: string }>>()
  return {
    list: async () => [...tokens.values()].map(({ token }) => token).toReversed(),
    async create(made, change) {
      tokens.set(made.token.id, made)
      record(change, {
        action: 'create-api-token',
        subject: `token:${made.token.id}`,
        before: null,
        after: made.token,
      })
    },
    async revoke(id, change) {
      const found = tokens.get(id)
      if (found === undefined) return null
      if (found.token.revokedAt !== null) return found.token
      const token = { ...found.token, revokedAt: change.at }
      tokens.set(id, { ...found, token })
      record(change, {
        action: 'revoke-api-token',
        subject: `token:${id}`,
        before: found.token,
        after: token,
      })
      return token
    },
    findByHash: async (hash) =>
      [...tokens.values()].find(({ secretHash }) => secretHash === hash)?.token ?? null,
    async used(id, at) {
      const found = tokens.get(id)
      if (found !== undefined) tokens.set(id, { ...found, token: { ...found.token, lastUsedAt: at } })
    },
  }
}

function sessionsInMemory(record: RecordDeed): SessionStore {
  const sessions = new Map<string, Session>()
  return {
    async start(idHash, session, at) {
      for (const [hash, { expiresAt }] of sessions) if (expiresAt <= at) sessions.delete(hash)
      sessions.set(idHash, session)
      const { person } = session
      record(
        { by: person, at },
        { action: 'sign-in', subject: `person:${person.id}`, before: null, after: person },
      )
    },
    find: async (idHash) => sessions.get(idHash) ?? null,
    async end(idHash, at) {
      const session = sessions.get(idHash)
      if (session === undefined) return null
      sessions.delete(idHash)
      const { person } = session
      record(
        { by: person, at },
        { action: 'sign-out', subject: `person:${person.id}`, before: person, after: null },
      )
      return session
    },
  }
}

function auditInMemory(entries: readonly AuditEntry[]): AuditLog {
  return {
    async list({ search, from, to }, { after, limit }) {
      const words = search?.toLowerCase()
      const found = entries
        .filter(
          (entry) =>
            (from === undefined || entry.at >= from) &&
            (to === undefined || entry.at < to) &&
            (words === undefined ||
              [entry.callerName, entry.action, entry.subject].some((text) =>
                text.toLowerCase().includes(words),
              )),
        )
        .toReversed()
      return {
        items: found.filter(({ id }) => after === null || id < after).slice(0, limit),
        totalCount: found.length,
      }
    },
  }
}
