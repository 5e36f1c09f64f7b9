import type { Sql } from './sql.ts'

type Listed = Readonly<{ key: readonly string[]; columns: readonly string[] }>

/** What tells the rows of each list apart, and what else is written of them. */
const lists = {
  team: { key: ['slug'], columns: ['name'] },
  deployment: { key: ['slug'], columns: ['name', 'kind', 'region'] },
  data_source: { key: ['slug'], columns: ['name', 'description', 'type', 'connection_details'] },
  service: {
    key: ['slug'],
    columns: ['name', 'team', 'description', 'deployments', 'dependencies', 'profile'],
  },
  endpoint: { key: ['service', 'slug'], columns: ['verb', 'path'] },
  sli: { key: ['slug'], columns: ['name', 'good_event', 'has_threshold'] },
  slo: {
    key: ['id'],
    columns: [
      'slug',
      'service',
      'endpoint',
      'sli',
      'threshold_ms',
      'flavor',
      'priority',
      'sla_target',
      'runbook',
      'definition',
    ],
  },
  series: { key: ['slo_id', 'deployment'], columns: [] },
  contract: { key: ['slug'], columns: ['name', 'definition'] },
  default_slo: { key: ['service', 'sli'], columns: ['definition'] },
  error_budget_policy: { key: ['slug'], columns: ['team', 'definition'] },
  catalog_rotation: { key: ['slug'], columns: ['team', 'definition'] },
} as const satisfies Readonly<Record<string, Listed>>

type List = keyof typeof lists

/** Those that lists of a frozen link are made of: what their rows said is kept. Of data sources nobody is told, and they hold secrets. */
export const formerLists = {
  organization: { key: [], columns: ['slug', 'name', 'period_scheme'] },
  team: lists.team,
  deployment: lists.deployment,
  service: lists.service,
  endpoint: lists.endpoint,
  sli: lists.sli,
  slo: lists.slo,
  series: lists.series,
  contract: lists.contract,
  error_budget_policy: lists.error_budget_policy,
} as const satisfies Readonly<Record<string, Listed>>

/** What tells a row apart from others of its list, as it is kept beside what the row said. */
export function keyOfRow(row: string, key: readonly string[]): string {
  return `jsonb_build_array(${key.map((column) => `${row}.${column}`).join(', ')})`
}

/** The list as it is wanted, in its order: what is new, changed or back is written, what is not in it any more is archived. */
export async function writeList(
  sql: Sql,
  table: List,
  rows: readonly object[],
  { at }: Readonly<{ at: string }>,
): Promise<void> {
  const { key, columns } = lists[table]
  const ordered = JSON.stringify(rows.map((row, ordinal) => ({ ...row, ordinal })))
  const written = [...columns, 'ordinal']
  const all = [...key, ...written].join(', ')
  if (isFormerList(table)) await noteFormerRows(sql, table, rows, at)
  await sql.query(
    `insert into ${table} (${all})
    select ${all} from jsonb_populate_recordset(null::${table}, $1::jsonb)
    on conflict (${key.join(', ')}) do update set archived_at = null,
      ${written.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [ordered],
  )
  const sameKey = key.map((column) => `wanted.${column} = held.${column}`).join(' and ')
  await sql.query(
    `update ${table} as held set archived_at = $2::timestamptz
    where archived_at is null and not exists (
      select from jsonb_populate_recordset(null::${table}, $1::jsonb) as wanted where ${sameKey})`,
    [ordered, at],
  )
}

function isFormerList(table: List): table is List & keyof typeof formerLists {
  return Object.hasOwn(formerLists, table)
}

/** What each row says that is about to be changed, archived, brought back or written for the first time. Its place alone is no change. */
async function noteFormerRows(
  sql: Sql,
  table: List & keyof typeof formerLists,
  rows: readonly object[],
  at: string,
): Promise<void> {
  const { key, columns }: Listed = formerLists[table]
  const isSame = key.map((column) => `wanted.${column} = held.${column}`).join(' and ')
  const valuesOf = (row: string) => `row(${columns.map((column) => `${row}.${column}`).join(', ')})`
  const isMissing = (row: string) => `${row}.${key[0]} is null`
  await sql.query(
    `insert into former_catalog_row (list, key, told, until)
    select '${table}', case when ${isMissing('held')} then ${keyOfRow('wanted', key)} else ${keyOfRow('held', key)} end,
      case when ${isMissing('held')} then null else to_jsonb(held) end, $2::timestamptz
    from ${table} as held
    full join jsonb_populate_recordset(null::${table}, $1::jsonb) as wanted on ${isSame}
    where case
      when ${isMissing('held')} then true
      when ${isMissing('wanted')} then held.archived_at is null
      else held.archived_at is not null or ${valuesOf('held')} is distinct from ${valuesOf('wanted')}
    end`,
    [JSON.stringify(rows), at],
  )
}
