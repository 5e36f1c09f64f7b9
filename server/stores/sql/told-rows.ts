import { onlyRow, lockUntilEnd, type Sql } from './sql.ts'

/** What other tools tell, by the tables it is kept in. */
export type RecordTable =
  | 'incident'
  | 'ticket'
  | 'reported_rotation'
  | 'reported_breach'
  | 'release'
  | 'build'

/** When it is told, milliseconds since 1970. What a simulation tells was known as it happened, and is told of later. */
export type Telling = Readonly<{ at: number; isAsItHappened?: true }>

/** Names stand in statements, so they come from the code and from nowhere else. */
type Target = Readonly<{
  table: RecordTable
  key: readonly string[]
  columns: readonly string[]
  /** Of the columns, those in which null says nothing: what was held stays. */
  lasting?: readonly string[]
}>

/**
 * Inserts records or replaces those with the same key; of records with one key the last counts. What was held is kept as what
 * had been told until then. How many are new or differ: the same again changes nothing.
 */
export async function tellRows(
  sql: Sql,
  { table, key, columns, lasting = [] }: Target,
  rows: readonly Readonly<Record<string, unknown>>[],
  telling: Telling,
): Promise<number> {
  if (rows.length === 0) return 0
  const lastOfKey = new Map(rows.map((row) => [JSON.stringify(key.map((column) => row[column])), row]))
  const values = [
    JSON.stringify([...lastOfKey.values()]),
    new Date(telling.at).toISOString(),
    telling.isAsItHappened ?? false,
  ]
  const all = [...key, ...columns].join(', ')
  const of = (name: string) =>
    columns
      .map((one) => (lasting.includes(one) ? `coalesce(${name}.${one}, held.${one})` : `${name}.${one}`))
      .join(', ')
  const heldOnes = columns.map((one) => `held.${one}`).join(', ')
  return sql.transaction(async (transaction) => {
    // Two writers come one after the other: each notes what the other left.
    await lockUntilEnd(transaction, table)
    // Moments are looked from at the end of hours: what did not stand until then was never seen.
    await transaction.query(
      `insert into former_record (kind, held, told_at, until)
      select '${table}', to_jsonb(held), held.told_at, $2::timestamptz
      from jsonb_populate_recordset(null::${table}, $1::jsonb) as sent join ${table} as held using (${key.join(', ')})
      where (${heldOnes}) is distinct from (${of('sent')})
        and (held.told_at < date_trunc('hour', $2::timestamptz, 'UTC') or held.told_at is null and not $3::boolean)`,
      values,
    )
    const { changed } = await onlyRow(
      transaction.query<{ changed: number }>(
        `with written as (
          insert into ${table} as held (${all}, told_at)
          select ${all}, case when not $3::boolean then $2::timestamptz end
          from jsonb_populate_recordset(null::${table}, $1::jsonb)
          order by ${key.join(', ')}
          on conflict (${key.join(', ')}) do update set (${columns.join(', ')}) = row (${of('excluded')}),
            told_at = case when held.told_at is null then excluded.told_at else $2::timestamptz end
          where (${heldOnes}) is distinct from (${of('excluded')})
          returning 1
        )
        select count(*)::int as changed from written`,
        values,
      ),
    )
    return changed
  })
}

/** Of an hour whose number stands in the statement. */
export const endOf = (hour: string) => `to_timestamp((${hour}::float8 + 1) * 3600)`

/**
 * A table of records under its own name, as it was known at the end of an hour, whose number stands in the statement where
 * `knownUntil` says.
 */
export function recordsKnown(table: RecordTable, knownUntil: string | null): string {
  if (knownUntil === null) return table
  const end = endOf(knownUntil)
  return `(
    select * from ${table} where told_at is null or told_at < ${end}
    union all
    select known.* from former_record former, jsonb_populate_record(null::${table}, former.held) as known
    where former.kind = '${table}' and former.until >= ${end}
      and (former.told_at is null or former.told_at < ${end})
  ) as ${table}`
}
