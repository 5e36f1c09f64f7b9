/**
 * What an endpoint's SLA promised, and since when, so that a new promise judges no hour that was over. Until now the present
 * one judged all hours of its SLO, and goes on doing so for them.
 */
export const slaVersions = `
  create table sla_version (
    slo_id text not null references slo,
    version int not null check (version > 0),
    target float8 not null check (target > 0 and target <= 1),
    effective_from timestamptz not null,
    author text not null,
    reason text not null,
    primary key (slo_id, version)
  );

  insert into sla_version
  select slo.id, 1, slo.sla_target, agreed.effective_from, agreed.author, agreed.reason
  from slo join slo_version agreed on agreed.slo_id = slo.id and agreed.version = 1
  where slo.sla_target is not null;
`
