/**
 * How deployments went and how long changes took, where somebody tells it, and builds of mainlines. Commits stand with their
 * build: they are read with it and never alone.
 */
export const delivery = `
  alter table release
    add column result text check (result in ('succeeded', 'failed')),
    add column committed_at timestamptz,
    add column recovered_at timestamptz,
    add column commits int check (commits >= 0);

  create table build (
    id text primary key,
    service text not null references service,
    started_at timestamptz not null,
    ended_at timestamptz,
    result text check (result in ('succeeded', 'failed')),
    commits jsonb not null
  );
  create index build_by_time on build (started_at desc, id);
  create index build_by_service on build (service, started_at desc);
`
