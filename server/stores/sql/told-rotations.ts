import type { Sql } from './sql.ts'
import { endOf, recordsKnown } from './told-rows.ts'

/**
 * Rotations as other tools told them, and those of the files that no tool tells of: what changes often is told, and then the
 * files only say what was once meant. A file says nothing of since when; it holds since the catalog first had it.
 * `knownUntil` is where in the statement the hour stands until whose end that counts which was known.
 */
export function toldRotations(knownUntil: string | null): string {
  const before = knownUntil === null ? '' : ` filter (where applied_at < ${endOf(knownUntil)})`
  const told = recordsKnown('reported_rotation', knownUntil)
  return `(
  select team, id, since, name, services, deployments, time_zone, shifts, primary_people, backup_people,
    shared_people, url, until
  from ${told}
  union all
  select team, slug, (select coalesce(max(applied_at)${before}, min(applied_at), to_timestamp(0)) from catalog_change,
      jsonb_array_elements(changes) as part, jsonb_array_elements(part -> 1) as change
    where part ->> 0 = 'Rotations' and change ->> 'kind' = 'new' and change ->> 'id' = slug)::timestamptz(0),
    definition ->> 'name',
    array(select jsonb_array_elements_text(definition -> 'services')),
    array(select jsonb_array_elements_text(definition -> 'deployments')),
    definition ->> 'timeZone', definition -> 'shifts', (definition ->> 'primaryPeople')::int,
    (definition ->> 'backupPeople')::int, (definition ->> 'sharedPeople')::int, null, null
  from ${codedRotations(knownUntil)} as coded
  where archived_at is null and jsonb_array_length(definition -> 'services') > 0
    and not exists (
      select from ${told} where reported_rotation.team = coded.team and reported_rotation.id = coded.slug
    )
)`
}

/** Of the files: what stood there before it was changed first after that hour, and what was not changed. */
function codedRotations(knownUntil: string | null): string {
  if (knownUntil === null) return 'catalog_rotation'
  const later = `kind = 'catalog_rotation' and until >= ${endOf(knownUntil)}`
  return `(
    select * from catalog_rotation
    where not exists (select from former_record where ${later} and held ->> 'slug' = catalog_rotation.slug)
    union all
    select known.* from (
      select distinct on (held ->> 'slug') held from former_record where ${later} order by held ->> 'slug', until, id
    ) as former, jsonb_populate_record(null::catalog_rotation, former.held) as known
  )`
}

/** What the files have said of rotations until now, where they will say something else. */
export async function noteFormerRotations(
  sql: Sql,
  rows: readonly object[],
  { at }: Readonly<{ at: string }>,
): Promise<void> {
  await sql.query(
    `insert into former_record (kind, held, until)
    select 'catalog_rotation', to_jsonb(held), $2::timestamptz
    from catalog_rotation as held
    left join jsonb_populate_recordset(null::catalog_rotation, $1::jsonb) as wanted using (slug)
    where (held.archived_at is null or wanted.slug is not null)
      and (held.team, held.definition, held.archived_at)
        is distinct from (wanted.team, wanted.definition, wanted.archived_at)`,
    [JSON.stringify(rows), at],
  )
}
