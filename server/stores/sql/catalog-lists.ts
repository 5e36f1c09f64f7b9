import type { Sql } from './sql.ts'

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
} as const satisfies Readonly<
  Record<string, Readonly<{ key: readonly string[]; columns: readonly string[] }>>
>

/** The list as it is wanted, in its order: what is new, changed or back is written, what is not in it any more is archived. */
export async function writeList(
  sql: Sql,
  table: keyof typeof lists,
  rows: readonly object[],
  { at }: Readonly<{ at: string }>,
): Promise<void> {
  const { key, columns } = lists[table]
  const ordered = JSON.stringify(rows.map((row, ordinal) => ({ ...row, ordinal })))
  const written = [...columns, 'ordinal']
  const all = [...key, ...written].join(', ')
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
