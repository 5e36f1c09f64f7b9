import type { Rotation } from '../../src/contract/records.ts'
import type { WorkedPlan } from './worked-plan.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Sixteen hours of every day. */
const longDays: Rotation = {
  team: 'team-1',
  id: 'long-days',
  name: null,
  services: ['service-1', 'service-2'],
  deployments: ['prod-us', 'prod-eu', 'prod-jp'],
  timeZone: 'UTC',
  shifts: [{ weekdays: [...weekdays], from: '06:00', to: '22:00' }],
  primaryPeople: 4,
  backupPeople: 4,
  sharedPeople: 0,
  since: '2025-12-29T00:00:00Z',
  until: null,
  url: null,
}

/** Days of the last three weeks of P11 and of P12 up to its seventeenth. */
const days = [
  ...Array.from({ length: 21 }, (_, day) => ({ period: 11, day: 7 + day })),
  ...Array.from({ length: 16 }, (_, day) => ({ period: 12, day })),
]

function releasesEvery(step: number, service: string) {
  return days
    .filter((_, at) => at % step === 0)
    .map(({ period, day }) => ({ service, period, hour: day * 24 + 9, version: `${period}.${day}` }))
}

/** I-09: when the references would have a service covered around the clock, and when they say nothing. */
export const workedCover: WorkedPlan = {
  name: 'Worked figures: cover',
  teams: { 'team-1': ['service-1', 'service-2'], 'team-2': ['service-3'] },
  slos: [
    {
      service: 'service-1',
      endpoint: { slug: 'get-user', verb: 'GET', path: '/user' },
      target: 0.999_95,
      losses: { 'prod-us': {} },
    },
    {
      service: 'service-2',
      endpoint: { slug: 'get-affil', verb: 'GET', path: '/affil' },
      target: 0.999,
      losses: { 'prod-us': {} },
    },
  ],
  rotations: [longDays],
  releases: [...releasesEvery(1, 'service-1'), ...releasesEvery(7, 'service-2')],
}
