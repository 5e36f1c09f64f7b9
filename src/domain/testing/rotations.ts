import { weekdays } from '../on-call-coverage.ts'
import type { Rotation, Shift } from '../on-call-coverage.ts'

/** One person in UTC, unless told otherwise. */
export const rotation = (shifts: readonly Shift[], overrides: Partial<Rotation> = {}): Rotation => ({
  id: 'r',
  team: 'team-2',
  services: ['1'],
  shifts,
  primaryPeople: 1,
  backupPeople: 0,
  sharedPeople: null,
  utcOffsetMinutes: 0,
  ...overrides,
})

export const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
export const daily = (fromHour: number, toHour: number): Shift => ({
  weekdays,
  from: clock(fromHour),
  to: clock(toHour),
})
