import type { Rotation } from '../../../src/contract/records.ts'
import { isoFromHour } from '../../../src/domain/hours.ts'
import type { Timeline } from '../timeline.ts'
import { servicePlans } from '../agreed-slo.ts'

type RotationPlan = Readonly<
  Pick<Rotation, 'team' | 'id' | 'name' | 'timeZone' | 'shifts'> & {
    services: readonly string[] | 'all'
    deployments: readonly string[]
    primaryPeople: number
    backupPeople: number
    sharedPeople?: number
    /** Periods before the present one in which it began. */
    periodsAgo: number
    endedPeriodsAgo?: number
  }
>

const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const weekend = ['sat', 'sun'] as const
const production = ['prod-eu', 'prod-us', 'prod-jp']

const aroundTheClock = [{ weekdays: [...everyDay], from: '00:00', to: '24:00' }]
const officeHours = [{ weekdays: [...workdays], from: '08:00', to: '18:00' }]

/** Fleet has none: it has only begun. */
const rotations: readonly RotationPlan[] = [
  {
    team: 'payments',
    id: 'payments-primary',
    name: 'Payments around the clock',
    services: 'all',
    deployments: production,
    timeZone: 'UTC',
    shifts: aroundTheClock,
    primaryPeople: 6,
    backupPeople: 6,
    sharedPeople: 2,
    periodsAgo: 12,
  },
  {
    team: 'payments',
    id: 'payments-office',
    name: 'Payments by day',
    services: 'all',
    deployments: production,
    timeZone: 'Europe/Berlin',
    shifts: officeHours,
    primaryPeople: 4,
    backupPeople: 0,
    periodsAgo: 24,
    endedPeriodsAgo: 12,
  },
  {
    team: 'booking',
    id: 'booking-europe',
    name: 'Booking, Europe',
    services: 'all',
    deployments: production,
    timeZone: 'Europe/Berlin',
    shifts: [{ weekdays: [...everyDay], from: '07:00', to: '19:00' }],
    primaryPeople: 4,
    backupPeople: 3,
    periodsAgo: 15,
  },
  {
    team: 'booking',
    id: 'booking-america',
    name: 'Booking, America',
    services: ['booking-api', 'holds', 'cart'],
    deployments: production,
    timeZone: 'America/New_York',
    shifts: [
      { weekdays: [...workdays], from: '12:00', to: '22:00' },
      { weekdays: [...weekend], from: '14:00', to: '20:00' },
    ],
    primaryPeople: 3,
    backupPeople: 0,
    sharedPeople: 1,
    periodsAgo: 9,
  },
  {
    team: 'search',
    id: 'search-day',
    name: 'Search by day',
    services: 'all',
    deployments: production,
    timeZone: 'UTC',
    shifts: [{ weekdays: [...workdays], from: '07:00', to: '19:00' }],
    primaryPeople: 2,
    backupPeople: 2,
    periodsAgo: 11,
  },
  {
    team: 'search',
    id: 'search-night',
    name: 'Search by night',
    services: ['search-api', 'timetable'],
    deployments: ['prod-eu', 'prod-us'],
    timeZone: 'UTC',
    shifts: [{ weekdays: [...everyDay], from: '19:00', to: '01:00' }],
    primaryPeople: 1,
    backupPeople: 0,
    sharedPeople: 1,
    periodsAgo: 3,
  },
  {
    team: 'identity',
    id: 'identity-office',
    name: 'Identity by day',
    services: ['login', 'sessions', 'profile'],
    deployments: production,
    timeZone: 'Europe/Berlin',
    shifts: officeHours,
    primaryPeople: 1,
    backupPeople: 0,
    periodsAgo: 8,
  },
  {
    team: 'messaging',
    id: 'messaging-office',
    name: 'Messaging by day',
    services: 'all',
    deployments: ['prod-eu', 'prod-us'],
    timeZone: 'UTC',
    shifts: [{ weekdays: [...workdays], from: '06:00', to: '22:00' }],
    primaryPeople: 3,
    backupPeople: 1,
    periodsAgo: 10,
  },
]

export function rotationRecords(timeline: Timeline): readonly Rotation[] {
  const startOf = (periodsAgo: number) => isoFromHour(timeline.periodAgo(periodsAgo).startHour)
  return rotations.map(({ services, deployments, periodsAgo, endedPeriodsAgo, sharedPeople, ...plan }) => ({
    ...plan,
    services:
      services === 'all'
        ? servicePlans.filter(({ team }) => team === plan.team).map(({ slug }) => slug)
        : [...services],
    deployments: [...deployments],
    sharedPeople: sharedPeople ?? 0,
    since: startOf(periodsAgo),
    until: endedPeriodsAgo === undefined ? null : startOf(endedPeriodsAgo),
    url: null,
  }))
}
