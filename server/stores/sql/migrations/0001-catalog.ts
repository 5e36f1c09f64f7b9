/** What is agreed. `ordinal` is the order in which it was written down, which lists without a sort keep. */
export const catalog = `
  create table organization (
    slug text primary key,
    name text not null,
    is_simulated boolean not null,
    period_scheme jsonb not null
  );
  create unique index organization_is_one on organization ((true));

  create table team (
    slug text primary key,
    name text not null,
    ordinal int not null
  );

  create table deployment (
    slug text primary key,
    name text not null,
    kind text not null check (kind in ('production', 'staging')),
    region text not null,
    ordinal int not null
  );

  create table service (
    slug text primary key,
    name text not null,
    team text not null references team,
    description text not null,
    deployments text[] not null,
    dependencies text[] not null,
    ordinal int not null
  );

  create table endpoint (
    service text not null references service,
    slug text not null,
    verb text,
    path text not null,
    ordinal int not null,
    primary key (service, slug)
  );

  create table sli (
    slug text primary key,
    name text not null,
    good_event text not null,
    has_threshold boolean not null,
    ordinal int not null
  );

  create table slo (
    id text primary key,
    slug text not null,
    service text not null,
    endpoint text not null,
    sli text not null references sli,
    threshold_ms float8,
    flavor text not null check (flavor in ('explicit', 'default')),
    priority smallint check (priority between 1 and 5),
    sla_target float8 check (sla_target > 0 and sla_target <= 1),
    ordinal int not null,
    foreign key (service, endpoint) references endpoint (service, slug)
  );

  create table slo_version (
    slo_id text not null references slo,
    version int not null check (version > 0),
    target float8 not null check (target > 0 and target <= 1),
    effective_from timestamptz not null,
    author text not null,
    reason text not null,
    primary key (slo_id, version)
  );
`
