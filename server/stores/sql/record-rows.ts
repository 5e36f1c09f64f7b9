import type { Release } from '../../../src/contract/catalog.ts'
import type { Correction } from '../../../src/domain/correction.ts'
import type { ReleaseStore } from '../../ports.ts'
import { instant } from './catalog-rows.ts'
import type { Sql } from './sql.ts'
import { upsertRows } from './upsert-rows.ts'

export async function readReleases(
  sql: Sql,
  { services, deployments, fromHour, toHour }: Parameters<ReleaseStore['list']>[0],
): Promise<readonly Release[]> {
  return sql.query<Release>(
    `select id, service, deployment, version, ${instant('released_at')} as at
    from release
    where released_at >= to_timestamp($1::float8 * 3600) and released_at < to_timestamp($2::float8 * 3600)
      and ($3::jsonb is null or service in (select jsonb_array_elements_text($3::jsonb)))
      and ($4::jsonb is null or deployment in (select jsonb_array_elements_text($4::jsonb)))
    order by released_at desc, id collate "C"`,
    [fromHour, toHour, jsonOrNull(services), jsonOrNull(deployments)],
  )
}

const jsonOrNull = (names: readonly string[] | undefined) =>
  names === undefined ? null : JSON.stringify(names)

/** A release told again replaces what was known of it. */
export function upsertReleases(sql: Sql, releases: readonly Release[]): Promise<number> {
  const target = {
    table: 'release',
    key: ['id'],
    columns: ['service', 'deployment', 'version', 'released_at'],
  }
  return upsertRows(
    sql,
    target,
    releases.map(({ at, ...release }) => ({ ...release, released_at: at })),
  )
}

/** A correction is not edited: one with the same id is taken as withdrawn or not, as it comes. */
export async function upsertCorrections(
  sql: Sql,
  seriesId: number,
  corrections: readonly Correction[],
): Promise<void> {
  if (corrections.length === 0) return
  const rows = corrections.map((correction) => ({ series_id: seriesId, ...rowOf(correction) }))
  await sql.transaction(async (transaction) => {
    await transaction.query(
      `insert into correction select * from jsonb_populate_recordset(null::correction, $1::jsonb)
      on conflict (series_id, id) do update set withdrawn_at = excluded.withdrawn_at`,
      [JSON.stringify(rows)],
    )
    await transaction.script(
      'update store_state set revision = revision + 1, catalog_revision = catalog_revision + 1',
    )
  })
}

function rowOf(correction: Correction): object {
  const { id, kind, author, reason, at, withdrawnAt } = correction
  const signed = { id, kind, author, reason, recorded_at: at, withdrawn_at: withdrawnAt }
  if (correction.kind === 'exclusion')
    return { ...signed, from_hour: correction.fromHour, to_hour: correction.toHour }
  const { atHour, share, dependency } = correction
  return { ...signed, at_hour: atHour, share, dependency }
}
