/** Tells that records changed, so that what was summed up of them is summed up again. In a row of its own: writers of buckets do not wait for it. */
export const recordState = `
  create table record_state (
    is_only boolean primary key default true check (is_only),
    revision int not null
  );
  insert into record_state (revision) values (0);
`
