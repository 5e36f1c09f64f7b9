import { endOf, recordsKnown } from './told-rows.ts'

/**
 * Rotations as other tools told them, and those of the files that no tool tells of: what changes often is told, and then the
 * files only say what was once meant. A file says nothing of since when; it holds since the catalog first had it.
 */
export function toldRotations(knownUntil: string | null): string {
  const isThere =
    knownUntil === null
      ? 'archived_at is null'
      : `(archived_at is null or archived_at >= ${endOf(knownUntil)})`
  const told = recordsKnown('reported_rotation', knownUntil)
  return `(
  select team, id, since, name, services, deployments, time_zone, shifts, primary_people, backup_people,
    shared_people, url, until
  from ${told}
  union all
  select team, slug, (select coalesce(max(applied_at), to_timestamp(0)) from catalog_change,
      jsonb_array_elements(changes) as part, jsonb_array_elements(part -> 1) as change
    where part ->> 0 = 'Rotations' and change ->> 'kind' = 'new' and change ->> 'id' = slug)::timestamptz(0),
    definition ->> 'name',
    array(select jsonb_array_elements_text(definition -> 'services')),
    array(select jsonb_array_elements_text(definition -> 'deployments')),
    definition ->> 'timeZone', definition -> 'shifts', (definition ->> 'primaryPeople')::int,
    (definition ->> 'backupPeople')::int, (definition ->> 'sharedPeople')::int, null, null
  from catalog_rotation as coded
  where ${isThere} and jsonb_array_length(definition -> 'services') > 0
    and not exists (
      select from ${told} where reported_rotation.team = coded.team and reported_rotation.id = coded.slug
    )
)`
}
