import { hourlyBurn } from './hourly-burn.ts'
import type { Hour } from './hours.ts'
import type { Period } from './period.ts'
import { periodBudget } from './period-budget.ts'
import type { Series } from './period-budget.ts'

/** A policy's condition: this share of the grant gone within so many hours, or within the period where that is null. */
export type DepletionLimit = Readonly<{ share: number; withinHours: number | null }>

/** Shares come out of divisions: 1 - 0.1 would miss a limit of 0.9. */
const FLOAT_NOISE = 1e-9

/** Reaching the limit is enough. */
export function reachesLimit(depleted: number, limit: Pick<DepletionLimit, 'share'>): boolean {
  return depleted >= limit.share - FLOAT_NOISE
}

/**
 * The share of the period's grant that went in the span that ends at `nowHour` (or at the period's end). A span longer
 * than the period so far begins with it: depletion of an earlier period belongs to another grant. Null without a grant.
 */
export function depletedWithin(
  series: Series,
  period: Period,
  nowHour: Hour,
  withinHours: DepletionLimit['withinHours'],
): number | null {
  const { grant } = periodBudget(series, period, nowHour)
  if (grant <= 0) return null
  const toHour = Math.min(period.endHour, nowHour)
  const fromHour = Math.max(period.startHour, withinHours === null ? period.startHour : toHour - withinHours)
  return hourlyBurn(series, fromHour, toHour).bad.reduce((sum, bad) => sum + bad, 0) / grant
}
