import type { Session, SessionStore } from '../../../access-ports.ts'
import { instant } from '../instant-text.ts'
import type { Sql } from '../sql.ts'
import { recorded } from './audit.ts'

const COLUMNS = `person, id_token as "idToken", ${instant('expires_at')} as "expiresAt"`

export function createSessionStore(sql: Sql): SessionStore {
  return {
    start: (idHash, { person, idToken, expiresAt }, at) =>
      sql.transaction(async (transaction) => {
        await transaction.query('delete from session where expires_at <= $1::timestamptz', [at])
        await transaction.query(
          `insert into session (id_hash, person, id_token, created_at, expires_at)
          values ($1, $2::jsonb, $3, $4::timestamptz, $5::timestamptz)`,
          [idHash, JSON.stringify(person), idToken, at, expiresAt],
        )
        await recorded(
          transaction,
          { by: person, at },
          { action: 'sign-in', subject: `person:${person.id}`, before: null, after: person },
        )
      }),

    async find(idHash) {
      const [session] = await sql.query<Session>(`select ${COLUMNS} from session where id_hash = $1`, [
        idHash,
      ])
      return session ?? null
    },

    end: (idHash, at) =>
      sql.transaction(async (transaction) => {
        const [session] = await transaction.query<Session>(
          `delete from session where id_hash = $1 returning ${COLUMNS}`,
          [idHash],
        )
        if (session === undefined) return null
        const { person } = session
        await recorded(
          transaction,
          { by: person, at },
          { action: 'sign-out', subject: `person:${person.id}`, before: person, after: null },
        )
        return session
      }),
  }
}
