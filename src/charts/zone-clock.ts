import { HOURS_PER_DAY } from '../domain/hours.ts'
import { zoneOffset } from '../ui/zone-offset.ts'

const MS_PER_HOUR = 3_600_000
const MINUTES_PER_HOUR = 60
const MINUTES_PER_DAY = HOURS_PER_DAY * MINUTES_PER_HOUR

/** Where the days and hours of a time zone lie on the axis of UTC hours. */
export type ZoneClock = Readonly<{
  /** 0 to 23; of a half-hour zone the hour in which the UTC hour begins. */
  hourOfDay(hour: number): number
  /** The local midnights in [fromHour, toHour), in UTC hours; fractions in half-hour zones. */
  midnights(fromHour: number, toHour: number): readonly number[]
  /** The UTC hour at which the zone's clocks show this wall time, given as hours since 1970 as if it were UTC. */
  hourOfWallTime(wallHour: number): number
  /** The wall time at a UTC hour, as hours since 1970 as if it were UTC. */
  wallTimeOfHour(hour: number): number
}>

export function zoneClock(timeZone: string): ZoneClock {
  const offsetMinutes = offsets(timeZone)
  const wallTimeOfHour = (hour: number) => hour + offsetMinutes(hour) / MINUTES_PER_HOUR
  // Where clocks change between the guess and the answer, the second guess is on the right side of the change.
  const hourOfWallTime = (wallHour: number) => {
    const guess = wallHour - offsetMinutes(wallHour) / MINUTES_PER_HOUR
    return wallHour - offsetMinutes(guess) / MINUTES_PER_HOUR
  }

  return {
    wallTimeOfHour,
    hourOfWallTime,
    hourOfDay: (hour) => {
      const minutes = (hour * MINUTES_PER_HOUR + offsetMinutes(hour)) % MINUTES_PER_DAY
      return Math.floor(((minutes + MINUTES_PER_DAY) % MINUTES_PER_DAY) / MINUTES_PER_HOUR)
    },
    midnights: (fromHour, toHour) => {
      const found: number[] = []
      const firstDay = Math.floor(wallTimeOfHour(fromHour) / HOURS_PER_DAY)
      for (let day = firstDay; ; day += 1) {
        const midnight = hourOfWallTime(day * HOURS_PER_DAY)
        if (midnight >= toHour) return found
        if (midnight >= fromHour) found.push(midnight)
      }
    },
  }
}

/** Asking costs up to microseconds and a year has 8,760 hours: a UTC day with equal offsets at both ends is asked twice, not 24 times. */
function offsets(timeZone: string): (hour: number) => number {
  const offset = zoneOffset(timeZone)
  const known = new Map<number, number>()
  const ask = (hour: number) => {
    const before = known.get(hour)
    if (before !== undefined) return before
    const minutes = offset(hour * MS_PER_HOUR)
    known.set(hour, minutes)
    return minutes
  }
  return (hour) => {
    const dayStart = Math.floor(hour / HOURS_PER_DAY) * HOURS_PER_DAY
    const minutes = ask(dayStart)
    return ask(dayStart + HOURS_PER_DAY) === minutes ? minutes : ask(Math.floor(hour))
  }
}
