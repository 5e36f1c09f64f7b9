import type { Adherence } from './adherence.ts'
import { CONSISTENT_PERIODS } from './kept-overview.ts'
import { median } from './median.ts'
import { linearTrend, type TrendDirection } from './trend.ts'

/** More than half of a budget gone in the median period is significant, even where it was kept. */
export const SIGNIFICANT_DEPLETION = 0.5

export const consumptionLeanings = ['little', 'solid'] as const
/** How much adaptive capacity whoever calls the service needs. */
export type ConsumptionLeaning = (typeof consumptionLeanings)[number]

export type JudgedPeriod = Readonly<{
  adherence: Adherence
  /** Null without a budget, without traffic or measurements. */
  remaining: number | null
}>

export type ConsumptionSign = Readonly<{
  fulfilledCount: number
  brokenCount: number
  /** Of the same periods; null where none has a figure. */
  medianDepletion: number | null
  /** Null where too few periods have a verdict to say that it is generally fulfilled, and none was broken. */
  leansTo: ConsumptionLeaning | null
}>

/**
 * What the last closed periods of one SLO say. One broken period is "from time to time"; "generally fulfilled" needs a verdict
 * of each of them.
 */
export function consumptionSign(closed: readonly JudgedPeriod[]): ConsumptionSign {
  const last = closed.slice(-CONSISTENT_PERIODS)
  const fulfilledCount = last.filter(({ adherence }) => adherence === 'fulfilled').length
  const brokenCount = last.filter(({ adherence }) => adherence === 'broken').length
  const medianDepletion = median(depletionsOf(last))
  return {
    fulfilledCount,
    brokenCount,
    medianDepletion,
    leansTo: leaningOf(fulfilledCount, brokenCount, medianDepletion),
  }
}

function leaningOf(
  fulfilledCount: number,
  brokenCount: number,
  medianDepletion: number | null,
): ConsumptionLeaning | null {
  if (brokenCount > 0) return 'solid'
  if (fulfilledCount < CONSISTENT_PERIODS) return null
  // Without a budget nothing failed, or it would not have been fulfilled.
  return (medianDepletion ?? 0) > SIGNIFICANT_DEPLETION ? 'solid' : 'little'
}

/** Of all SLOs that matter: one that asks for investment is enough, and little needs every one. */
export function consumptionLeaning(
  signs: readonly Pick<ConsumptionSign, 'leansTo'>[],
): ConsumptionLeaning | null {
  if (signs.some(({ leansTo }) => leansTo === 'solid')) return 'solid'
  return signs.length > 0 && signs.every(({ leansTo }) => leansTo === 'little') ? 'little' : null
}

export type DepletionTrend = Readonly<{
  count: number
  medianDepletion: number | null
  /** Of the depletion over these periods; null for fewer than three. */
  direction: TrendDirection | null
}>

/** How much was taken in the periods with one verdict, and whether that grows. Oldest first. */
export function depletionTrend(
  closed: readonly JudgedPeriod[],
  verdict: 'fulfilled' | 'broken',
): DepletionTrend {
  const points = closed.flatMap(({ adherence, remaining }, x) =>
    adherence === verdict && remaining !== null ? [{ x, y: 1 - remaining }] : [],
  )
  return {
    count: closed.filter(({ adherence }) => adherence === verdict).length,
    medianDepletion: median(points.map(({ y }) => y)),
    direction: linearTrend(points)?.direction ?? null,
  }
}

function depletionsOf(periods: readonly JudgedPeriod[]): readonly number[] {
  return periods.flatMap(({ remaining }) => (remaining === null ? [] : [1 - remaining]))
}

export type EpisodesSummary = Readonly<{
  count: number
  /** Until depletion stops; null without an episode. */
  averageHours: number | null
  /** Of them those that began within a day after a release of the service. */
  afterRelease: number
}>

export function episodesSummary(
  episodes: readonly Readonly<{ spanHours: number; isAfterRelease: boolean }>[],
): EpisodesSummary {
  const hours = episodes.reduce((sum, { spanHours }) => sum + spanHours, 0)
  return {
    count: episodes.length,
    averageHours: episodes.length === 0 ? null : hours / episodes.length,
    afterRelease: episodes.filter(({ isAfterRelease }) => isAfterRelease).length,
  }
}
