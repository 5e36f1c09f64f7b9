import type { Release } from '../../../src/contract/catalog.ts'
import type { ReleaseStore } from '../../ports.ts'
import { instant } from './instant-text.ts'
import type { Sql } from './sql.ts'
import { recordsKnown, tellRows, type Telling } from './told-rows.ts'
import { columnsOf } from './upsert-rows.ts'

export async function readReleases(
  sql: Sql,
  { services, deployments, fromHour, toHour, knownUntil }: Parameters<ReleaseStore['list']>[0],
): Promise<readonly Release[]> {
  return sql.query<Release>(
    `select id, service, deployment, version, ${instant('released_at')} as at, result,
      ${instant('committed_at')} as "committedAt", ${instant('recovered_at')} as "recoveredAt", commits
    from ${recordsKnown('release', knownUntil === undefined ? null : '$5')}
    where released_at >= to_timestamp($1::float8 * 3600) and released_at < to_timestamp($2::float8 * 3600)
      and ($3::jsonb is null or service in (select jsonb_array_elements_text($3::jsonb)))
      and ($4::jsonb is null or deployment in (select jsonb_array_elements_text($4::jsonb)))
    order by released_at desc, id collate "C"`,
    [
      fromHour,
      toHour,
      jsonOrNull(services),
      jsonOrNull(deployments),
      ...(knownUntil === undefined ? [] : [knownUntil]),
    ],
  )
}

const jsonOrNull = (names: readonly string[] | undefined) =>
  names === undefined ? null : JSON.stringify(names)

/** A release told again replaces what was known of it. */
export function upsertReleases(sql: Sql, releases: readonly Release[], telling: Telling): Promise<number> {
  const target = {
    table: 'release',
    key: ['id'],
    columns: [
      'service',
      'deployment',
      'version',
      'released_at',
      'result',
      'committed_at',
      'recovered_at',
      'commits',
    ],
  } as const
  return tellRows(
    sql,
    target,
    releases.map(({ at, ...release }) => ({ ...columnsOf(release), released_at: at })),
    telling,
  )
}

/** Whoever holds what was told by other tools has to read it again. */
export async function countRecordChange(sql: Sql): Promise<void> {
  await sql.script('update record_state set revision = revision + 1')
}
