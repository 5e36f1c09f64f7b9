/**
 * What was promised to customers. definition: what it rests on, for whom it holds and what breaking it costs. Targets have
 * versions, so that hours already past stay judged by what was agreed then.
 */
export const contracts = `
  create table contract (
    slug text primary key,
    name text not null,
    definition jsonb not null,
    ordinal int not null,
    archived_at timestamptz
  );

  create table contract_version (
    contract text not null references contract,
    version int not null check (version > 0),
    target float8 not null check (target > 0 and target <= 1),
    effective_from timestamptz not null,
    author text not null,
    reason text not null,
    primary key (contract, version)
  );
`
