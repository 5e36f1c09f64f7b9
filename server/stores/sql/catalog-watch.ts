import type { CatalogState, ChangesOfKind, FollowedFiles } from '../../../src/contract/catalog-state.ts'
import type { CatalogChanges, Change } from '../../sources/slo-as-code/compare-catalogs.ts'
import { instant } from './instant-text.ts'
import type { Sql } from './sql.ts'

/** Enough to see what is going on; the command line shows all. */
const MOST_CHANGES = 20

export type FilesReading = Omit<FollowedFiles, 'checkedAt'>

/** Kept where every server finds it: what is wrong with the files is the same wherever it is asked. */
export async function writeReading(sql: Sql, reading: FilesReading, at: number): Promise<void> {
  await sql.query(
    `insert into catalog_watch (checked_at, reading) values ($1::timestamptz, $2::jsonb)
    on conflict (is_only) do update set checked_at = excluded.checked_at, reading = excluded.reading`,
    [new Date(at).toISOString(), JSON.stringify(reading)],
  )
}

export async function touchReading(sql: Sql, at: number): Promise<void> {
  await sql.query('update catalog_watch set checked_at = $1::timestamptz', [new Date(at).toISOString()])
}

type LastChange = Omit<NonNullable<CatalogState['lastChange']>, 'changes'> &
  Readonly<{ changes: readonly (readonly [string, readonly Change[]])[] }>

export async function readCatalogState(sql: Sql): Promise<CatalogState> {
  const [followed] = await sql.query<{ checkedAt: string; reading: FilesReading }>(
    `select ${instant('checked_at')} as "checkedAt", reading from catalog_watch`,
  )
  const [last] = await sql.query<LastChange>(
    `select ${instant('applied_at')} as at, author, reason, source, changes
    from catalog_change order by id desc limit 1`,
  )
  return {
    files: followed === undefined ? null : { ...followed.reading, checkedAt: followed.checkedAt },
    lastChange: last === undefined ? null : { ...last, changes: changesOnWire(new Map(last.changes)) },
  }
}

export function changesOnWire(changes: CatalogChanges): ChangesOfKind[] {
  return [...changes].map(([kind, list]) => ({
    kind,
    newCount: countOf(list, 'new'),
    changedCount: countOf(list, 'changed'),
    goneCount: countOf(list, 'gone'),
    changes: list.slice(0, MOST_CHANGES).map((change) => ({
      change: change.kind,
      id: change.id,
      fields: change.kind === 'changed' ? [...change.fields] : [],
    })),
  }))
}

const countOf = (list: readonly Change[], kind: Change['kind']) =>
  list.filter((change) => change.kind === kind).length
