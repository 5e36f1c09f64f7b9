import type { ApiToken } from '../../../../src/contract/access.ts'
import type { TokenStore } from '../../../access-ports.ts'
import { instant } from '../instant-text.ts'
import type { Sql } from '../sql.ts'
import { recorded } from './audit.ts'

const COLUMNS = `id, name, prefix, scopes, ${instant('created_at')} as "createdAt", created_by as "createdBy",
  ${instant('expires_at')} as "expiresAt", ${instant('last_used_at')} as "lastUsedAt",
  ${instant('revoked_at')} as "revokedAt"`

export function createTokenStore(sql: Sql): TokenStore {
  return {
    list: () => sql.query<ApiToken>(`select ${COLUMNS} from api_token order by created_at desc, id`),

    create: ({ token, secretHash }, change) =>
      sql.transaction(async (transaction) => {
        await transaction.query(
          `insert into api_token (id, secret_hash, name, prefix, scopes, created_at, created_by, expires_at)
          values ($1, $2, $3, $4, $5::jsonb, $6::timestamptz, $7, $8::timestamptz)`,
          [
            token.id,
            secretHash,
            token.name,
            token.prefix,
            JSON.stringify(token.scopes),
            token.createdAt,
            token.createdBy,
            token.expiresAt,
          ],
        )
        await recorded(transaction, change, {
          action: 'create-api-token',
          subject: `token:${token.id}`,
          before: null,
          after: token,
        })
      }),

    revoke: (id, change) =>
      sql.transaction(async (transaction) => {
        const [before] = await transaction.query<ApiToken>(
          `select ${COLUMNS} from api_token where id = $1 for update`,
          [id],
        )
        if (before === undefined || before.revokedAt !== null) return before ?? null
        const [after = null] = await transaction.query<ApiToken>(
          `update api_token set revoked_at = $2::timestamptz where id = $1 returning ${COLUMNS}`,
          [id, change.at],
        )
        await recorded(transaction, change, {
          action: 'revoke-api-token',
          subject: `token:${id}`,
          before,
          after,
        })
        return after
      }),

    async findByHash(secretHash) {
      const [token] = await sql.query<ApiToken>(`select ${COLUMNS} from api_token where secret_hash = $1`, [
        secretHash,
      ])
      return token ?? null
    },

    async used(id, at) {
      await sql.query(
        `update api_token set last_used_at = $2::timestamptz
        where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
        [id, at],
      )
    },
  }
}
