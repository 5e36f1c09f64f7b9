import { zoneClock } from '../../../charts/zone-clock.ts'
import type { PlannedDowntimeEffect } from '../../../contract/planned-downtime.ts'
import { dayOfHour, hourFromIso } from '../../../domain/hours.ts'

type Start = Readonly<{ at: string; left: number }>

/** A day by the viewer's clock: when in it the budgets have most room, and when least. */
export type DayOfStarts = Readonly<{ day: number; best: Start; worst: Start }>

/** In their order; of hours with the same room the first. Days in which no budget tells are left out. */
export function startsByDay(
  { at, left }: PlannedDowntimeEffect['starts'],
  timeZone: string,
): readonly DayOfStarts[] {
  const { wallTimeOfHour } = zoneClock(timeZone)
  const days = new Map<number, DayOfStarts>()
  for (const [row, instant] of at.entries()) {
    const share = left[row] ?? null
    if (share === null) continue
    const day = dayOfHour(wallTimeOfHour(hourFromIso(instant) ?? 0))
    const start = { at: instant, left: share }
    const { best, worst } = days.get(day) ?? { best: start, worst: start }
    days.set(day, {
      day,
      best: share > best.left ? start : best,
      worst: share < worst.left ? start : worst,
    })
  }
  return [...days.values()]
}
