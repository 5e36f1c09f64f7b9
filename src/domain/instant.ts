import type { Period } from './period.ts'
import type { Span } from './span.ts'

/** Milliseconds since 1970-01-01T00:00Z: what people and tools note, they note finer than hours. */
export type Instant = number

const MS_PER_HOUR = 3_600_000
const MS_PER_MINUTE = 60_000

/** The period an instant lies in; null before, after and between the given ones. */
export function periodOfInstant(periods: readonly Period[], at: Instant): Period | null {
  const hour = at / MS_PER_HOUR
  return periods.find(({ startHour, endHour }) => hour >= startHour && hour < endHour) ?? null
}

/** The period as instants. */
export function instantsOf({ startHour, endHour }: Period): Span {
  return { from: startHour * MS_PER_HOUR, to: endHour * MS_PER_HOUR }
}

export function minutesBetween(from: Instant, to: Instant): number {
  return (to - from) / MS_PER_MINUTE
}
