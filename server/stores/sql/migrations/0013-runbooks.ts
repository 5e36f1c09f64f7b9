/** What to do when an SLO breaks: an address and first moves. */
export const runbooks = `
  alter table slo add column runbook jsonb;
`
