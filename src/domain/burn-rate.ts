import type { Hour } from './hours.ts'
import type { Series } from './period-budget.ts'

/** 1 means: exactly on course to use the whole grant in one period. Null without events or without a budget. */
export function burnRate(_count: Readonly<{ good: number; total: number }>, _target: number): number | null {
  throw new Error('not written yet')
}

export type BurnRateRule = Readonly<{
  id: string
  severity: 'page' | 'ticket'
  longHours: number
  /** As configured, in minutes; windows finer than the buckets at hand use one hour and say so. */
  shortMinutes: number
  /** Share of the period's budget that the long window may use. */
  budgetShare: number
}>

/** The SRE workbook's multi-window rules: page 1 h / 5 min and 6 h / 30 min, ticket 1 d / 2 h and 3 d / 6 h. */
export const defaultBurnRateRules: readonly BurnRateRule[] = []

/** budget share x period length / long window: 13.44, 5.6, 2.8 and 1 for four weeks. */
export function ruleRate(_rule: BurnRateRule, _periodHours: number): number {
  throw new Error('not written yet')
}

export type Breach = Readonly<{
  startHour: Hour
  /** Exclusive; null while it still holds. */
  endHour: Hour | null
  severity: 'page' | 'ticket'
  /** The rules that held at some time, most severe first. */
  ruleIds: readonly string[]
  /** The highest long-window burn rate, and that window: 5 over 1 h reads "broken by 500 %, 1 h". */
  peakRate: number
  peakLongHours: number
}>

/** Overlapping breaches, and breaches within an hour of each other, are one. */
export function breaches(
  _series: Series,
  _rules: readonly BurnRateRule[],
  _periodHours: number,
  _fromHour: Hour,
  _nowHour: Hour,
): readonly Breach[] {
  throw new Error('not written yet')
}

/** What burns at `nowHour`: each rule's long-window burn rate, and whether the rule holds. */
export type BurnRateReading = Readonly<{
  rule: BurnRateRule
  threshold: number
  rate: number | null
  holds: boolean
  /** The short window was finer than the buckets. */
  isCoarse: boolean
}>

export function burnRateReadings(
  _series: Series,
  _rules: readonly BurnRateRule[],
  _periodHours: number,
  _nowHour: Hour,
): readonly BurnRateReading[] {
  throw new Error('not written yet')
}
