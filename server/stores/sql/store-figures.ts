import type { Hour } from '../../../src/domain/hours.ts'
import { appliedMigrations, pendingMigrations } from './migrate.ts'
import type { StoreChanges } from '../../ports.ts'
import { readState, type StoreState } from './snapshot.ts'
import { onlyRow, type Sql } from './sql.ts'

export type Standing = StoreChanges & Pick<StoreState, 'fromHour' | 'upToHour'>

/** How often what was written, by whichever server, and how far data go with that. */
export function readStanding(sql: Sql): Promise<Standing> {
  return onlyRow(
    sql.query(`
      select change::float8 as hours, store_state.revision as past, record_state.revision as records,
        catalog_revision as catalog, from_hour as "fromHour", up_to_hour as "upToHour",
        (select count(*)::int from entry) as entries
      from store_state, record_state`),
  )
}

type TableFigures = Readonly<{
  table: string
  bytes: number
  /** An estimate; null where the database has not counted yet. */
  rows: number | null
}>

/** Tables with all their partitions and indexes. */
export function readTableFigures(sql: Sql): Promise<readonly TableFigures[]> {
  return sql.query<TableFigures>(`
    select coalesce(whole.relname, part.relname)::text as table,
      sum(pg_total_relation_size(part.oid))::float8 as bytes,
      sum(part.reltuples) filter (where part.reltuples >= 0)::float8 as rows
    from pg_class part
    left join pg_inherits on inhrelid = part.oid
    left join pg_class whole on whole.oid = inhparent
    where part.relkind = 'r' and part.relnamespace = current_schema()::regnamespace
    group by 1 order by 1`)
}

/** The end of the last hour held; null before there is one. */
export async function readNewestHour(sql: Sql): Promise<Hour | null> {
  return (await readState(sql)).upToHour
}

/** Why the store cannot serve, in words for whoever asks; null where it can. */
export async function storeObstacle(sql: Sql): Promise<string | null> {
  const pending = pendingMigrations(await appliedMigrations(sql))
  return pending.length === 0 ? null : `migrations still to be applied: ${pending.join(', ')}`
}
