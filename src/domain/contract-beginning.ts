import { firstHourOf } from './day.ts'
import type { Hour } from './hours.ts'
import type { Period } from './period.ts'

/** The first hour that is judged by a contract. `since`: the day from which it holds; where nobody said it, every hour is. */
export function contractFromHour(since: string | null): Hour {
  return (since === null ? null : firstHourOf(since)) ?? -Infinity
}

/** Whether any hour of the period can be judged by the contract. */
export function isSignedIn(since: string | null, { endHour }: Pick<Period, 'endHour'>): boolean {
  return contractFromHour(since) < endHour
}
