import type { Hour } from './hours.ts'
import type { Period } from './period.ts'
import type { Series } from './period-budget.ts'

/** A run of burning hours, joined over at most three quiet ones. */
export type Episode = Readonly<{
  startHour: Hour
  /** Exclusive: the hour after the last burning one. */
  endHour: Hour
  spanHours: number
  bad: number
  /** Share of the period's grant, 0.7 for 70 %. */
  depletion: number
  /** % of the budget per hour. */
  speed: number
  /** Highest hourly burn rate inside. */
  peakBurnRate: number
  peakHour: Hour
}>

export type DepletionSpeeds = Readonly<{ average: number | null; highest: number | null }>

export function depletionEpisodes(_series: Series, _period: Period, _nowHour: Hour): readonly Episode[] {
  throw new Error('not written yet')
}

export function depletionSpeeds(_episodes: readonly Pick<Episode, 'speed'>[]): DepletionSpeeds {
  throw new Error('not written yet')
}
