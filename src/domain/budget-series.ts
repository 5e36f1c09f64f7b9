import type { Hour } from './hours.ts'
import type { Period } from './period.ts'
import type { Series } from './period-budget.ts'

export const scales = ['hour', 'day', 'week', 'period', 'month'] as const
export type Scale = (typeof scales)[number]

/**
 * The burn-down of one period as columns, a row a slot of the scale that has at least one bucket.
 * `hour` is the first hour of the slot inside the period; `remaining` stands at the end of the slot.
 * Depletion is always accumulated hour by hour, so the last value is the same on every scale.
 */
export type BudgetSeries = Readonly<{
  hour: readonly Hour[]
  good: readonly number[]
  total: readonly number[]
  /** Null on every row where there is no budget (100 % target). After corrections. */
  remaining: readonly (number | null)[]
  rawRemaining: readonly (number | null)[]
}>

export function budgetSeries(_series: Series, _period: Period, _nowHour: Hour, _scale: Scale): BudgetSeries {
  throw new Error('not written yet')
}

/** 28-day sliding view: at each hour, 1 - bad/grant over the 672 hours that end with it. May rise. Never a verdict. */
export function slidingSeries(_series: Series, _fromHour: Hour, _toHour: Hour): BudgetSeries {
  throw new Error('not written yet')
}
