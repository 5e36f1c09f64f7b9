import type { Hour } from './hours.ts'
import type { Period } from './period.ts'
import type { Series } from './period-budget.ts'

export type Projection = Readonly<{
  windowHours: 24 | 168
  badPerHour: number
  /** The instant the budget runs out at this rate, in (fractional) hours; null when no bad events were seen. */
  exhaustedAtHour: number | null
}>

/** Both rates, the 24-hour one first. Empty for a closed period, an exhausted budget or none at all. */
export function projections(_series: Series, _period: Period, _nowHour: Hour): readonly Projection[] {
  throw new Error('not written yet')
}
