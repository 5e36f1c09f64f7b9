/** What the service catalog says of a service besides its SLOs, and of services that are planned or made of others. */
export const serviceProfiles = `
  alter table service add column profile jsonb;
`
