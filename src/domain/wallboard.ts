/** Hours of the day, 0 to 23, between which a screen is dimmed; `to` may lie on the next day. */
export type DimHours = Readonly<{ from: number; to: number }>

/** Nobody can read a wall that changes faster. */
export const LEAST_SCREEN_SECONDS = 40
export const MOST_SCREEN_SECONDS = 3600

/**
 * Which of the screens is shown: counted from the clock, not from timers, so that a night of throttled timers loses no
 * step and two televisions show the same.
 */
export function screenAt(nowMs: number, secondsEach: number, count: number): number {
  return count === 0 ? 0 : Math.floor(nowMs / (secondsEach * 1000)) % count
}

export function isDimAt(hourOfDay: number, hours: DimHours | null): boolean {
  if (hours === null || hours.from === hours.to) return false
  const { from, to } = hours
  return from < to ? hourOfDay >= from && hourOfDay < to : hourOfDay >= from || hourOfDay < to
}
