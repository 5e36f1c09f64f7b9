import type { AuditEntry } from '../../../../src/contract/access.ts'
import type { AuditLog } from '../../../access-ports.ts'
import { auditValue } from '../../../audit-value.ts'
import { instant } from '../instant-text.ts'
import { onlyRow, type Sql } from '../sql.ts'

type Deed = Readonly<{
  /** What was done, as in `change-target`. */
  action: string
  /** What it was done to, with its kind before it, as in `slo:cart.availability`. */
  subject: string
  /** Null where there was nothing before, or is nothing after. */
  before: object | null
  after: object | null
}>

/** Called in the transaction of the very write it tells of, so that neither is ever without the other. */
export async function recorded(
  sql: Sql,
  {
    by,
    at,
  }: Readonly<{ by: Readonly<{ kind: AuditEntry['callerKind']; id: string; name: string }>; at: string }>,
  deed: Deed,
): Promise<void> {
  await sql.query(
    `insert into audit_entry (at, caller_kind, caller_id, caller_name, action, subject, before, after)
    values ($1::timestamptz, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb)`,
    [at, by.kind, by.id, by.name, deed.action, deed.subject, json(deed.before), json(deed.after)],
  )
}

function json(thing: object | null): string | null {
  return thing === null ? null : JSON.stringify(auditValue(thing))
}

export function createAuditLog(sql: Sql): AuditLog {
  return {
    async list({ search, from, to }, { after, limit }) {
      const filter = [from ?? null, to ?? null, search === undefined ? null : `%${literal(search)}%`]
      const { count } = await onlyRow(
        sql.query<{ count: number }>(
          `select count(*)::int as count from audit_entry where ${MATCHING}`,
          filter,
        ),
      )
      const items = await sql.query<AuditEntry>(
        `select id::float8 as id, ${instant('at')} as at, caller_kind as "callerKind", caller_id as "callerId",
          caller_name as "callerName", action, subject, before, after
        from audit_entry where ${MATCHING} and ($4::float8 is null or id < $4::float8::bigint)
        order by id desc limit $5::int`,
        [...filter, after, limit],
      )
      return { items, totalCount: count }
    },
  }
}

const MATCHING = `($1::timestamptz is null or at >= $1::timestamptz) and ($2::timestamptz is null or at < $2::timestamptz)
  and ($3::text is null or caller_name ilike $3 or action ilike $3 or subject ilike $3)`

/** What the search means by itself, not what a pattern would. */
function literal(search: string): string {
  return search.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
