import type { Build } from '../../../src/contract/builds.ts'
import type { BuildStore } from '../../ports.ts'
import { instant } from './instant-text.ts'
import type { Sql } from './sql.ts'
import { recordsKnown, tellRows, type Telling } from './told-rows.ts'
import { columnsOf } from './upsert-rows.ts'

/** Some thousands of builds are a statement of a few megabytes. */
const ROWS_AT_ONCE = 5_000

export async function readBuilds(
  sql: Sql,
  { services, fromHour, toHour, knownUntil }: Parameters<BuildStore['list']>[0],
): Promise<readonly Build[]> {
  return sql.query<Build>(
    `select id, service, ${instant('started_at')} as "startedAt", ${instant('ended_at')} as "endedAt", result, commits
    from ${recordsKnown('build', knownUntil === undefined ? null : '$4')}
    where started_at >= to_timestamp($1::float8 * 3600) and started_at < to_timestamp($2::float8 * 3600)
      and ($3::jsonb is null or service in (select jsonb_array_elements_text($3::jsonb)))
    order by started_at desc, id collate "C"`,
    [
      fromHour,
      toHour,
      services === undefined ? null : JSON.stringify(services),
      ...(knownUntil === undefined ? [] : [knownUntil]),
    ],
  )
}

/** A build told again replaces what was known of it: it ends after it was first told of. */
export async function upsertBuilds(sql: Sql, builds: readonly Build[], telling: Telling): Promise<number> {
  const target = {
    table: 'build',
    key: ['id'],
    columns: ['service', 'started_at', 'ended_at', 'result', 'commits'],
  } as const
  let changed = 0
  for (let at = 0; at < builds.length; at += ROWS_AT_ONCE)
    changed += await tellRows(sql, target, builds.slice(at, at + ROWS_AT_ONCE).map(columnsOf), telling)
  return changed
}
