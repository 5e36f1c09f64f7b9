/**
 * Hours that came after later ones of their series: what had closed by then was restated. Days, because periods begin and
 * end with one; of several changes of a day the last is kept, before which the series held most.
 */
export const lateHours = `
  -- The end of its last hour.
  alter table series add column up_to_hour int;
  update series set up_to_hour = (select max(hour) + 1 from bucket where series_id = series.id);

  -- day: since 1970. The series held hours of [held_from, held_to) by then. change: as in bucket_change.
  create table late_change (
    series_id int not null,
    day int not null,
    held_from int not null,
    held_to int not null,
    at timestamptz not null,
    change bigint not null,
    primary key (series_id, day)
  );
  create index late_change_by_change on late_change (change);

  -- As period_summary, of what was promised to customers about a series; told apart by a digest of its targets.
  create table promise_summary (
    period_id text not null,
    series_id int not null,
    targets text not null,
    inputs text not null,
    change bigint not null,
    figures jsonb not null,
    primary key (period_id, series_id, targets)
  ) with (fillfactor = 50);

  -- Servers ask what has changed since they last looked.
  create index bucket_change_by_change on bucket_change (change);
`
