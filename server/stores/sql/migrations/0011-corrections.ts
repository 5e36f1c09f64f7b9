/** Corrections were read only so far: each was a decision of its own, of the category its kind suggests. */
export const corrections = `
  alter table correction
    add column decision text,
    add column category text
      check (category in ('agreed-maintenance', 'bad-measurement', 'internal-dependency', 'third-party')),
    add column rule text,
    add column time_zone text,
    add column withdrawn_by text,
    add column withdrawn_reason text;
  update correction set decision = id,
    category = case kind when 'exclusion' then 'agreed-maintenance' else 'internal-dependency' end;
  alter table correction alter column decision set not null, alter column category set not null;
  create index correction_by_decision on correction (decision);
`
