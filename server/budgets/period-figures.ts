import { budgetSeries } from '../../src/domain/budget-series.ts'
import { burnRateReadings, type BurnRateReading, type BurnRateRule } from '../../src/domain/burn-rate.ts'
import { depletionEpisodes, depletionSpeeds, type DepletionSpeeds } from '../../src/domain/episode.ts'
import { HOURS_PER_DAY, type Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import { periodBudget, type PeriodBudget, type Series } from '../../src/domain/period-budget.ts'
import type { HourRange } from '../../src/domain/time-window.ts'

/** The highest burn rate among the rules that hold. */
type Burning = Readonly<{ rate: number; longHours: number; severity: 'page' | 'ticket' }>

/** How one series stands in one period. */
export type Standing = Readonly<{ budget: PeriodBudget; burning: Burning | null }>

/** Remaining budget at the end of each elapsed day of a period; null for a day that was not measured. */
export type DailyRemaining = readonly (number | null)[]

/** All that tables show of one series in one period, each part worked out of the same hours. */
export type PeriodFigures = Readonly<{
  standing: Standing
  daily: DailyRemaining
  /** Of the episodes in the period; both null without one. */
  speeds: DepletionSpeeds
}>
export type FigureName = keyof PeriodFigures

/** `rules` are those of the series' team, by which it is said to burn. */
type WorkedOut<Figure> = (
  series: Series,
  period: Period,
  nowHour: Hour,
  rules: readonly BurnRateRule[],
) => Figure

/** An open period is estimated from the four weeks before now. */
export const ESTIMATE_HOURS = 28 * HOURS_PER_DAY

export function isOpenAt(period: Period, nowHour: Hour): boolean {
  return nowHour < period.endHour
}

/** All hours that the figures of a period are read from. */
export function hoursBehind(period: Period, nowHour: Hour): HourRange {
  return isOpenAt(period, nowHour)
    ? { fromHour: Math.min(period.startHour, nowHour - ESTIMATE_HOURS), toHour: nowHour }
    : { fromHour: period.startHour, toHour: period.endHour }
}

/** `series` has at least the hours behind the period. */
export const figuresOf: Readonly<{ [Name in FigureName]: WorkedOut<PeriodFigures[Name]> }> = {
  standing: (series, period, nowHour, rules) => ({
    budget: periodBudget(series, period, nowHour),
    burning: isOpenAt(period, nowHour) ? highestBurning(readingsAt(series, period, nowHour, rules)) : null,
  }),
  daily: dailyRemainingOf,
  speeds: (series, period, nowHour) => depletionSpeeds(depletionEpisodes(series, period, nowHour)),
}

/** `period` is the one `nowHour` lies in: its length scales the rules. */
function readingsAt(
  series: Series,
  period: Period,
  nowHour: Hour,
  rules: readonly BurnRateRule[],
): readonly BurnRateReading[] {
  return burnRateReadings(series, rules, period.endHour - period.startHour, nowHour)
}

function dailyRemainingOf(series: Series, period: Period, nowHour: Hour): DailyRemaining {
  const { hour, remaining } = budgetSeries(series, period, nowHour, 'day')
  const firstDay = dayOf(period.startHour)
  const lastDay = dayOf(Math.min(period.endHour, nowHour) - 1)
  const daily = Array.from<number | null>({ length: Math.max(0, lastDay - firstDay + 1) }).fill(null)
  for (const [row, slotHour] of hour.entries()) daily[dayOf(slotHour) - firstDay] = remaining[row] ?? null
  return daily
}

function highestBurning(readings: readonly BurnRateReading[]): Burning | null {
  let highest: Burning | null = null
  for (const { holds, rate, rule } of readings) {
    if (!holds || rate === null || (highest !== null && highest.rate >= rate)) continue
    highest = { rate, longHours: rule.longHours, severity: rule.severity }
  }
  return highest
}

function dayOf(hour: Hour): number {
  return Math.floor(hour / HOURS_PER_DAY)
}
