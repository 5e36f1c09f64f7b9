import type { HourSpan } from '../../src/domain/correction.ts'
import { occurrences, wallTime, type Recurrence, type ZoneOffset } from '../../src/domain/recurrence.ts'

const MINUTES_PER_HOUR = 60
/** No budget is planned further ahead; who means it longer says so again. */
export const MOST_AHEAD_HOURS = 2 * 366 * 24

/**
 * Every time of a recurring maintenance, each as long as the first one. Where the clocks stand at half past, its beginning
 * is no whole hour of UTC: such spans have fractions.
 */
export function spansOf(recurrence: Recurrence, first: HourSpan, offsetAt: ZoneOffset): readonly HourSpan[] {
  const fromMinute = first.fromHour * MINUTES_PER_HOUR
  const toMinute = (first.fromHour + MOST_AHEAD_HOURS) * MINUTES_PER_HOUR
  return occurrences(recurrence, wallTime(fromMinute, offsetAt), offsetAt, { fromMinute, toMinute }).map(
    (minute) => ({
      fromHour: minute / MINUTES_PER_HOUR,
      toHour: minute / MINUTES_PER_HOUR + first.toHour - first.fromHour,
    }),
  )
}
