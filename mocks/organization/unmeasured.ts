import { storyTime as at } from './timeline.ts'

/** Hours that were never measured. */
export const gap = {
  sloId: 'profile.availability.get-user',
  deployment: 'prod-eu',
  start: at(0, 6, 2),
  hours: 9,
} as const

/** A series that has sent nothing since, without having been ended. */
export const silence = {
  sloId: 'tracking.availability.default-get-position',
  deployment: 'prod-us',
  since: at(0, 12, 7),
  /** Where its hours should come from, and what keeps them. */
  source: 'fleet-metrics',
  reason: 'dial tcp 10.4.2.19:9090: connect: no route to host',
} as const
