import type { Adherence } from './adherence.ts'
import { hourOfWeek, HOURS_PER_WEEK, type Hour } from './hours.ts'
import { CONSISTENT_PERIODS } from './kept-overview.ts'
import { periodBudget, type PeriodBudget, type Series } from './period-budget.ts'

/**
 * What is known of a system, by whether anybody looks at it and whether it is understood. Experiments go in this order: what
 * everybody takes for granted is the cheapest to be wrong about.
 */
export const quadrants = ['known-knowns', 'known-unknowns', 'unknown-knowns', 'unknown-unknowns'] as const
export type Quadrant = (typeof quadrants)[number]

/**
 * `explain`: it is defended, and something stands out that nobody has explained. `confirm`: it is defended, and nothing does.
 * `not-yet`: its steady state does not hold by itself, so no harm could disprove it.
 */
export const chaosLeanings = ['explain', 'confirm', 'not-yet'] as const
export type ChaosLeaning = (typeof chaosLeanings)[number]

/** From so many times the average speed on an episode stands out. */
export const STANDS_OUT = 1.5
/** Of fewer episodes there is no average to stand out from. */
const LEAST_EPISODES = 3

/** Fulfilled in each of the last closed periods; null where none of them has a verdict. Oldest first. */
export function isDefended(closed: readonly Adherence[]): boolean | null {
  const last = closed.slice(-CONSISTENT_PERIODS)
  if (!last.some((cell) => cell === 'fulfilled' || cell === 'broken')) return null
  return last.length === CONSISTENT_PERIODS && last.every((cell) => cell === 'fulfilled')
}

/** Unexplained ones that stand out from the average of all, explained ones included; of few, every unexplained one. */
export function blips<Seen extends Readonly<{ speed: number; isExplained: boolean }>>(
  episodes: readonly Seen[],
): readonly Seen[] {
  const average = episodes.reduce((sum, { speed }) => sum + speed, 0) / episodes.length
  const least = episodes.length < LEAST_EPISODES ? 0 : average * STANDS_OUT
  return episodes.filter(({ speed, isExplained }) => !isExplained && speed >= least)
}

export function chaosLeaning(defended: boolean | null, blipCount: number): ChaosLeaning | null {
  if (defended === null) return null
  if (!defended) return 'not-yet'
  return blipCount > 0 ? 'explain' : 'confirm'
}

/**
 * The last whole weeks, Monday to Sunday, each with the share of the grant that its own events make. A top-up gives back a share
 * of a whole period's grant and says nothing of a week: weeks are as they were measured, without hours that are excluded.
 */
export function weekBudgets(series: Series, nowHour: Hour, count: number): readonly PeriodBudget[] {
  const measured = { ...series, corrections: series.corrections.filter(({ kind }) => kind === 'exclusion') }
  const lastEnd = nowHour - hourOfWeek(nowHour)
  return Array.from({ length: count }, (_, at) => lastEnd - (count - at) * HOURS_PER_WEEK)
    .filter((startHour) => startHour >= series.beganHour && startHour < (series.endedHour ?? nowHour))
    .map((startHour) =>
      periodBudget(
        measured,
        { id: `week-${startHour}`, name: 'week', startHour, endHour: startHour + HOURS_PER_WEEK },
        nowHour,
      ),
    )
}
