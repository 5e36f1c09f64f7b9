import type { Rotation } from '../../src/contract/records.ts'

/** The same hours on every day of the week. */
export function rotation(
  id: string,
  services: readonly string[],
  people: number,
  ...times: readonly (readonly [string, string])[]
): Rotation {
  return {
    team: 'team-2',
    id,
    name: null,
    services: [...services],
    deployments: ['prod-us'],
    timeZone: 'UTC',
    shifts: times.map(([from, to]) => ({
      weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      from,
      to,
    })),
    primaryPeople: 1,
    backupPeople: people - 1,
    sharedPeople: 0,
    since: '2025-12-29T00:00:00Z',
    until: null,
    url: null,
  }
}
