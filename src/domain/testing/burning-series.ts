import { bucketsFromRows } from '../buckets.ts'
import type { Hour } from '../hours.ts'
import type { Period } from '../period.ts'
import type { Series } from '../period-budget.ts'

/** Bad events of an hour with this many events; null is an hour that was not measured. */
export type HourlyBad = readonly (number | null)[]

/** A series that sees `perHour` events an hour, of which the given ones are bad, from `fromHour` on. */
export function burningSeries(target: number, perHour: number, fromHour: Hour, bad: HourlyBad): Series {
  const rows = bad.flatMap((count, i) =>
    count === null ? [] : [{ hour: fromHour + i, good: perHour - count, total: perHour }],
  )
  return {
    buckets: bucketsFromRows(rows),
    targets: [{ fromHour: 0, target }],
    corrections: [],
    beganHour: 0,
    endedHour: null,
  }
}

export function periodOf(startHour: Hour, hours: number): Period {
  return { id: '2026-P12', name: 'P12', startHour, endHour: startHour + hours }
}

/** `hours` quiet hours but for the given ones. */
export function badIn(hours: number, badByHour: Readonly<Record<number, number>>): HourlyBad {
  return Array.from({ length: hours }, (_, hour) => badByHour[hour] ?? 0)
}
