import { onlyRow, type Sql } from './sql.ts'

/** Names stand in statements, so they come from the code and from nowhere else. */
type Target = Readonly<{ table: string; key: readonly string[]; columns: readonly string[] }>

/**
 * Inserts rows or replaces those with the same key; of rows with one key the last counts. How many are new or differ from
 * what was held: the same again changes nothing. In the order of the key: two senders of the same rows in different orders
 * would wait for each other for good.
 */
export async function upsertRows(
  sql: Sql,
  { table, key, columns }: Target,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<number> {
  if (rows.length === 0) return 0
  const lastOfKey = new Map(rows.map((row) => [JSON.stringify(key.map((column) => row[column])), row]))
  const all = [...key, ...columns].join(', ')
  const { changed } = await onlyRow(
    sql.query<{ changed: number }>(
      `with written as (
        insert into ${table} as held (${all})
        select ${all} from jsonb_populate_recordset(null::${table}, $1::jsonb)
        order by ${key.join(', ')}
        on conflict (${key.join(', ')}) do update set ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}
        where (${columns.map((name) => `held.${name}`).join(', ')})
          is distinct from (${columns.map((name) => `excluded.${name}`).join(', ')})
        returning 1
      )
      select count(*)::int as changed from written`,
      [JSON.stringify([...lastOfKey.values()])],
    ),
  )
  return changed
}

/** The names of fields as columns have them: createdAt is created_at. */
export function columnsOf(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}
