/** What the simulated organization was made of, so that it can be carried on as the same one. Only in stores filled with it. */
export const simulation = `
  create table simulation (
    is_only boolean primary key default true check (is_only),
    anchor_hour int not null,
    seed bigint not null,
    service_count int not null
  );
`
