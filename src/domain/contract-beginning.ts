import { firstHourOf, formatDay } from './day.ts'
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

/** By its instants, RFC 3339 in UTC. */
type Span = Readonly<{ start: string; end: string }>

/** Why nothing of a period is judged by the contract; null where something is. */
export function notSigned(since: string | null, { end }: Span): string | null {
  return since !== null && firstInstantOf(since) >= end
    ? `Not yet signed: it holds from ${formatDay(since)} on`
    : null
}

/** Of the period in which a contract begins: that its first hours are not judged; null of any other. */
export function signedWithin(since: string | null, { start, end }: Span): string | null {
  if (since === null || firstInstantOf(since) <= start || firstInstantOf(since) >= end) return null
  return `counted from ${formatDay(since)} on`
}

const firstInstantOf = (day: string) => `${day}T00:00:00Z`
