/**
 * What is derived from hours, and counts finer than an hour. A summary is believed only as long as `inputs` (everything it
 * rests on but the hours) is what holds now and no week it reads has changed since `change`.
 */
export const summariesAndFineBuckets = `
  -- change counts the writes that changed hours. fine_rolled_up_to: fine buckets before this hour were added up.
  alter table store_state add column change bigint not null default 0, add column fine_rolled_up_to int;

  -- The last change of the hours of one week (whole weeks since 1970) of one series; none since they were first loaded: no row.
  create table bucket_change (
    series_id int not null,
    week int not null,
    change bigint not null,
    primary key (series_id, week)
  ) with (fillfactor = 50);

  -- Rows are replaced every hour while their period is open: the room left for it is used again without a vacuum.
  create table period_summary (
    period_id text not null,
    series_id int not null,
    inputs text not null,
    change bigint not null,
    figures jsonb not null,
    primary key (period_id, series_id)
  ) with (fillfactor = 50);

  -- Partitioned by day of its start; minutes since 1970 in UTC.
  create table fine_bucket (
    series_id int not null,
    minute int not null,
    width smallint not null check (width in (1, 5)),
    good bigint not null,
    total bigint not null,
    primary key (series_id, minute),
    check (minute % width = 0),
    check (good >= 0 and good <= total and total <= 9007199254740991)
  ) partition by range (minute);

  -- Hours that are the sum of fine buckets and were not sent whole; partitioned like those.
  create table rolled_up_hour (
    series_id int not null,
    hour int not null,
    primary key (series_id, hour)
  ) partition by range (hour);
`
