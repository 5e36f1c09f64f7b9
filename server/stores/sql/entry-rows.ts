import type { EntryKind } from '../../../src/contract/entries.ts'
import { entryDeed } from '../../entries.ts'
import { EntryMovedError, type Entry, type EntryStore } from '../../entry-ports.ts'
import { recorded } from './access/audit.ts'
import { instant } from './instant-text.ts'
import { lockUntilEnd, onlyRow, type Sql } from './sql.ts'

const COLUMNS = `kind, key, version, body, is_withdrawn as "isWithdrawn",
  jsonb_build_object('kind', by_kind, 'id', by_id, 'name', by_name) as by, ${instant('at')} as at`

export function createEntryStore(sql: Sql): EntryStore {
  return {
    read: (kind, key) => latest(sql, kind, key),
    list: (kind) => readLatest(sql, kind),
    history: (kind, key) =>
      sql.query<Entry>(`select ${COLUMNS} from entry where kind = $1 and key = $2 order by version desc`, [
        kind,
        key,
      ]),
    all: () => sql.query<Entry>(`select ${COLUMNS} from entry order by id`),
    write: ({ kind, key, body, seenVersion, isWithdrawn = false, check }, change) =>
      sql.transaction(async (transaction) => {
        if (check !== undefined) {
          await lockUntilEnd(transaction, 'entry')
          check(await readLatest(transaction, kind))
        }
        const current = await latest(transaction, kind, key)
        if ((current?.version ?? 0) !== seenVersion) throw new EntryMovedError(current)
        const { kind: callerKind, id, name } = change.by
        const by = { kind: callerKind, id, name }
        const entry: Entry = { kind, key, version: seenVersion + 1, body, isWithdrawn, by, at: change.at }
        // Of two that saw the same version the key lets one through; the other waits for it and finds it there.
        if ((await insertEntries(transaction, [entry])) === 0)
          throw new EntryMovedError(await latest(transaction, kind, key))
        await recorded(transaction, change, entryDeed(entry, current))
        return entry
      }),
    revision: async () =>
      (await onlyRow(sql.query<{ count: number }>('select count(*)::int as count from entry'))).count,
  }
}

/** The latest version of each, by key. */
function readLatest(sql: Sql, kind: EntryKind): Promise<readonly Entry[]> {
  return sql.query<Entry>(
    `select distinct on (key collate "C") ${COLUMNS} from entry where kind = $1
    order by key collate "C", version desc`,
    [kind],
  )
}

/** How many of them were new. */
export async function insertEntries(sql: Sql, entries: readonly Entry[]): Promise<number> {
  const rows = entries.map(({ by, isWithdrawn, ...entry }) => ({
    ...entry,
    is_withdrawn: isWithdrawn,
    by_kind: by.kind,
    by_id: by.id,
    by_name: by.name,
  }))
  const columns = 'kind, key, version, body, is_withdrawn, by_kind, by_id, by_name, at'
  const inserted = await sql.query(
    `insert into entry (${columns})
    select ${columns} from rows from (jsonb_to_recordset($1::jsonb) as (kind text, key text, version int, body jsonb,
      is_withdrawn boolean, by_kind text, by_id text, by_name text, at timestamptz)) with ordinality
    order by ordinality
    on conflict do nothing returning id`,
    [JSON.stringify(rows)],
  )
  return inserted.length
}

async function latest(sql: Sql, kind: Entry['kind'], key: string): Promise<Entry | null> {
  const [entry] = await sql.query<Entry>(
    `select ${COLUMNS} from entry where kind = $1 and key = $2 order by version desc limit 1`,
    [kind, key],
  )
  return entry ?? null
}
