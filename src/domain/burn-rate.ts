import { cell } from './buckets.ts'
import { greatestCommonDivisor } from './grant.ts'
import { hourlyBurn, rollingBurn } from './hourly-burn.ts'
import type { HourlyBurn } from './hourly-burn.ts'
import type { Hour } from './hours.ts'
import type { Series } from './period-budget.ts'
import { PPB, allowancePpb } from './target.ts'

/** 1 means: exactly on course to use the whole grant in one period. Null without events or without a budget. */
export function burnRate(count: Readonly<{ good: number; total: number }>, target: number): number | null {
  const allowedPpb = allowancePpb(target) * count.total
  return allowedPpb === 0 ? null : ((count.total - count.good) * PPB) / allowedPpb
}

export type BurnRateRule = Readonly<{
  id: string
  severity: 'page' | 'ticket'
  longHours: number
  /** As configured, in minutes; windows finer than the buckets at hand use one hour and say so. */
  shortMinutes: number
}> &
  Threshold

/** The share of the period's budget that the long window may use, or a burn rate whatever the period's length. */
type Threshold = Readonly<{ budgetShare: number; rate?: never } | { rate: number; budgetShare?: never }>

const FOUR_WEEKS_HOURS = 672

/** The SRE workbook's multi-window rules: page 1 h / 5 min and 6 h / 30 min, ticket 1 d / 2 h and 3 d / 6 h. */
export const defaultBurnRateRules: readonly BurnRateRule[] = [
  { id: 'page-1h', severity: 'page', longHours: 1, shortMinutes: 5, budgetShare: 0.02 },
  { id: 'page-6h', severity: 'page', longHours: 6, shortMinutes: 30, budgetShare: 0.05 },
  { id: 'ticket-1d', severity: 'ticket', longHours: 24, shortMinutes: 120, budgetShare: 0.1 },
  {
    id: 'ticket-3d',
    severity: 'ticket',
    longHours: 72,
    shortMinutes: 360,
    budgetShare: 72 / FOUR_WEEKS_HOURS,
  },
]

const MILLION = 1_000_000
/** Fewer events than this in the long window say nothing: one failed call at night would page. */
export const FEWEST_EVENTS = 10

/** budget share x period length / long window: 13.44, 5.6, 2.8 and 1 for four weeks. */
export function ruleRate(rule: BurnRateRule, periodHours: number): number {
  if (rule.rate !== undefined) return rule.rate
  const { above, below } = rateFraction(rule, periodHours)
  return above / below
}

/** Whole numbers in lowest terms: no decimals write out the 5/14 of three days in a period of ten. */
type Fraction = Readonly<{ above: number; below: number }>

function rateFraction(rule: BurnRateRule, periodHours: number): Fraction {
  // Shares are of as many hours of four weeks, or in percent: millionths of such an hour hold either.
  const [above, below] =
    rule.rate === undefined
      ? [
          Math.round(rule.budgetShare * FOUR_WEEKS_HOURS * MILLION) * periodHours,
          FOUR_WEEKS_HOURS * MILLION * rule.longHours,
        ]
      : [Math.round(rule.rate * MILLION), MILLION]
  const divisor = greatestCommonDivisor(above, below)
  return { above: above / divisor, below: below / divisor }
}

/** Asked for every hour, of which most lie in periods of the same length. */
function fractionByLength(rule: BurnRateRule): (periodHours: number) => Fraction {
  const known = new Map<number, Fraction>()
  return (periodHours) => {
    const fraction = known.get(periodHours) ?? rateFraction(rule, periodHours)
    known.set(periodHours, fraction)
    return fraction
  }
}

export type Breach = Readonly<{
  /** The first hour at whose end a rule held. */
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

/**
 * Each rule is judged at the end of each hour. It begins to hold when both windows burn faster than its rate and the
 * long one has enough events, and holds until its short window burns slower. Overlapping breaches, and breaches
 * within an hour of each other, are one. One that began before `fromHour` begins here where both windows show it.
 * An hour is judged by the length of the period it lies in, so that breaches of the past stay what they were when the
 * next period is longer or shorter.
 */
export function breaches(
  series: Series,
  rules: readonly BurnRateRule[],
  periodHoursAt: (hour: Hour) => number,
  fromHour: Hour,
  nowHour: Hour,
): readonly Breach[] {
  const leadHours = Math.max(0, ...rules.map(longestWindow))
  const burn = hourlyBurn(series, fromHour - leadHours, nowHour)
  const hourOf = (row: number) => fromHour - leadHours + row
  const periodHours = (row: number) => periodHoursAt(hourOf(row))
  const rolling = rollingOnce(burn)
  const spells = rules.flatMap((rule) => spellsOf(windowsOf(rule, periodHours, rolling), leadHours))
  return joinSpells(spells.toSorted((a, b) => a.start - b.start)).map((spell) => {
    const held = rules.filter((rule) => spell.rules.has(rule)).toSorted(bySeverity)
    return {
      startHour: hourOf(spell.start),
      endHour: spell.end === null ? null : hourOf(spell.end),
      severity: held.some(({ severity }) => severity === 'page') ? 'page' : 'ticket',
      ruleIds: held.map(({ id }) => id),
      peakRate: spell.peakRate,
      peakLongHours: spell.peakLongHours,
    }
  })
}

/** What burns at `nowHour`: each rule's long-window burn rate, and whether the rule holds. */
export type BurnRateReading = Readonly<{
  rule: BurnRateRule
  threshold: number
  rate: number | null
  holds: boolean
  /** The buckets are too coarse for the short window: whole hours stand in for it. */
  isCoarse: boolean
  /** What is read for the short window. */
  shortMinutes: number
  /** Where the windows end, in minutes since 1970. */
  upToMinute: number
}>

export function burnRateReadings(
  series: Series,
  rules: readonly BurnRateRule[],
  periodHours: number,
  nowHour: Hour,
): readonly BurnRateReading[] {
  return rules.map((rule) => {
    const hours = longestWindow(rule)
    const rolling = rollingOnce(hourlyBurn(series, nowHour - hours, nowHour))
    const windows = windowsOf(rule, () => periodHours, rolling)
    return {
      rule,
      threshold: ruleRate(rule, periodHours),
      rate: rateAt(windows.long, hours - 1),
      holds: beginsAt(windows, hours - 1),
      isCoarse: wholeHours(rule.shortMinutes) * 60 !== rule.shortMinutes,
      shortMinutes: wholeHours(rule.shortMinutes) * 60,
      upToMinute: nowHour * 60,
    }
  })
}

type RuleWindows = Readonly<{
  rule: BurnRateRule
  rate: (row: number) => Fraction
  long: HourlyBurn
  short: HourlyBurn
}>

type Rolling = (hours: number) => HourlyBurn

/** Rules have windows in common, and each of them goes over every hour. */
function rollingOnce(burn: HourlyBurn): Rolling {
  const known = new Map<number, HourlyBurn>()
  return (hours) => {
    const rolling = known.get(hours) ?? rollingBurn(burn, hours)
    known.set(hours, rolling)
    return rolling
  }
}

function windowsOf(rule: BurnRateRule, periodHours: (row: number) => number, rolling: Rolling): RuleWindows {
  const rateIn = fractionByLength(rule)
  return {
    rule,
    rate: (row) => rateIn(periodHours(row)),
    long: rolling(rule.longHours),
    short: rolling(wholeHours(rule.shortMinutes)),
  }
}

function longestWindow(rule: BurnRateRule): number {
  return Math.max(rule.longHours, wholeHours(rule.shortMinutes))
}

export function wholeHours(minutes: number): number {
  return Math.max(1, Math.ceil(minutes / 60))
}

function beginsAt(windows: RuleWindows, row: number): boolean {
  // Most hours are left here: nothing burns without anything bad.
  if (cell(windows.short.bad, row) === 0 || cell(windows.long.total, row) < FEWEST_EVENTS) return false
  const rate = windows.rate(row)
  return overRate(windows.short, row, rate) > 0 && overRate(windows.long, row, rate) > 0
}

/** A window exactly at the rate begins no breach, nor does it end one. */
function goesOnAt({ short, rate }: RuleWindows, row: number): boolean {
  return overRate(short, row, rate(row)) >= 0
}

/**
 * Above 0 where the window burns faster than the rate, below where it burns slower or allows nothing. Products of whole
 * numbers, each rounded once at most, so that it is 0 exactly at the rate.
 */
function overRate({ bad, allowed, one }: HourlyBurn, row: number, { above, below }: Fraction): number {
  const rowAllowed = cell(allowed, row)
  return rowAllowed === 0 ? -1 : cell(bad, row) * (one * below) - above * rowAllowed
}

function rateAt({ bad, allowed, one }: HourlyBurn, row: number): number | null {
  const rowAllowed = cell(allowed, row)
  return rowAllowed === 0 ? null : (cell(bad, row) * one) / rowAllowed
}

/** Rows, not hours: [start, end), or to the last row and on where `end` is null. */
type Spell = {
  start: number
  end: number | null
  rules: Set<BurnRateRule>
  peakRate: number
  peakLongHours: number
}

function spellsOf(windows: RuleWindows, firstRow: number): readonly Spell[] {
  const spells: Spell[] = []
  let spell: Spell | null = null
  for (let row = firstRow; row < windows.long.bad.length; row += 1) {
    const holds = spell ? goesOnAt(windows, row) : beginsAt(windows, row)
    if (!holds) {
      if (spell) spell.end = row
      spell = null
      continue
    }
    if (!spell) {
      spell = {
        start: row,
        end: null,
        rules: new Set([windows.rule]),
        peakRate: 0,
        peakLongHours: windows.rule.longHours,
      }
      spells.push(spell)
    }
    spell.peakRate = Math.max(spell.peakRate, rateAt(windows.long, row) ?? 0)
  }
  return spells
}

const JOINING_HOURS = 1

function joinSpells(byStart: readonly Spell[]): readonly Spell[] {
  const joined: Spell[] = []
  for (const spell of byStart) {
    const last = joined.at(-1)
    if (!last || (last.end !== null && spell.start - last.end > JOINING_HOURS)) {
      joined.push({ ...spell, rules: new Set(spell.rules) })
      continue
    }
    last.end = last.end === null || spell.end === null ? null : Math.max(last.end, spell.end)
    for (const rule of spell.rules) last.rules.add(rule)
    if (spell.peakRate > last.peakRate) {
      last.peakRate = spell.peakRate
      last.peakLongHours = spell.peakLongHours
    }
  }
  return joined
}

function bySeverity(a: BurnRateRule, b: BurnRateRule): number {
  return Number(a.severity === 'ticket') - Number(b.severity === 'ticket')
}
