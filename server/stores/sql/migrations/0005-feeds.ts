/**
 * How far the collector has come with each series, and what keeps it. Hours from asked_from_hour to before
 * asked_up_to_hour were asked for and answered, whatever came; fed_up_to_hour is the end of the last one that came.
 */
export const feeds = `
  create table series_feed (
    series_id int primary key references series,
    source text,
    asked_from_hour int,
    asked_up_to_hour int,
    fed_up_to_hour int,
    fed_at timestamptz,
    tried_at timestamptz not null,
    failure_kind text,
    failure text,
    failing_since timestamptz,
    failure_count int not null default 0,
    next_try_at timestamptz,
    check ((failure is null) = (failing_since is null)),
    check (asked_from_hour <= asked_up_to_hour)
  );
`
