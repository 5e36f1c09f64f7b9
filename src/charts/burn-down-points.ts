import type { BudgetColumns, BudgetHistory } from '../contract/budget-history.ts'
import { burnRate } from '../domain/burn-rate.ts'
import type { Hour } from '../domain/hours.ts'
import { targetAt, type TargetTimeline } from '../domain/target.ts'
import { hourOfInstant, hoursOfInstants } from './instant.ts'
import { slotEndHour } from './slot.ts'

export type Figures = 'corrected' | 'raw'

/** One slot of the scale as it is drawn, read out, tabled and exported: the same figures everywhere. */
export type BurnDownPoint = Readonly<{
  /** Null in the sliding view, which knows no periods. */
  periodName: string | null
  fromHour: Hour
  toHour: Hour
  good: number
  total: number
  /** The figure that is drawn: corrected or raw, at the end of the slot. Null without a budget. */
  remaining: number | null
  correctedRemaining: number | null
  rawRemaining: number | null
  /** Since the end of the slot before; null where there is none. */
  change: number | null
  burnRate: number | null
  /** Nothing was measured between the slot before and this one. */
  followsGap: boolean
}>

/** Where a line begins before its first slot ends: the full budget at the start, or where it stood when the window opens. */
type LineOrigin = Readonly<{ hour: number; value: number }>

export type BurnDownRun = Readonly<{
  origin: LineOrigin | null
  points: readonly BurnDownPoint[]
  /** The end of the period, or of the data in an open one. */
  endHour: Hour
}>

type PeriodOfHistory = BudgetHistory['periods'][number]

/** One run a period: the budget is replenished between them. */
export function periodRuns(history: BudgetHistory, figures: Figures): readonly BurnDownRun[] {
  const targets = targetTimeline(history)
  return history.periods.flatMap((period) => {
    const run = periodRun(history, targets, period, figures)
    return history.scale === 'month' ? monthRuns(run) : [run]
  })
}

/** A month has a virtual grant of its own, so each is a line from the full budget to what the month left. */
function monthRuns({ points }: BurnDownRun): readonly BurnDownRun[] {
  return points.map((point) => ({
    origin: point.remaining === null ? null : { hour: point.fromHour, value: 1 },
    points: [{ ...point, change: null, followsGap: false }],
    endHour: point.toHour,
  }))
}

/** The 28-day sliding view is one run over all periods. */
export function slidingRun(history: BudgetHistory, figures: Figures): BurnDownRun {
  const { sliding, window } = history
  const endHour = Math.min(hourOfInstant(window.to), hourOfInstant(history.dataUpTo))
  if (sliding === null) return { origin: null, points: [], endHour }
  const rows = rowsOf(sliding, figures)
  const context = {
    periodName: null,
    targets: targetTimeline(history),
    slotEnd: ({ hour }: Row) => Math.min(hour + 1, endHour),
  }
  return { origin: null, points: toPoints(rows, context, null), endHour }
}

/** The series' first hour in the period: its start, or later where the series began inside it. */
export function beganHour({ budget }: PeriodOfHistory, dataUpTo: string): number {
  const endHour = hourOfInstant(budget.period.isOpen ? dataUpTo : budget.period.end)
  return Math.max(hourOfInstant(budget.period.start), endHour - budget.elapsedHours)
}

function periodRun(
  history: BudgetHistory,
  targets: TargetTimeline,
  period: PeriodOfHistory,
  figures: Figures,
): BurnDownRun {
  const windowFrom = hourOfInstant(history.window.from)
  const limits = {
    periodEndHour: hourOfInstant(period.budget.period.end),
    dataEndHour: hourOfInstant(history.dataUpTo),
  }
  const slotEnd = ({ hour, ownEnd }: Row) => ownEnd ?? slotEndHour(hour, history.scale, limits)
  const rows = rowsOf(period.columns, figures)
  const firstShown = rows.findIndex((row) => slotEnd(row) > windowFrom)
  const shown = firstShown === -1 ? [] : rows.slice(firstShown)
  const origin = originOf(history, period, { before: rows[firstShown - 1], first: shown[0] }, slotEnd)
  const context = { periodName: period.budget.period.name, targets, slotEnd }
  return {
    origin,
    points: toPoints(shown, context, origin),
    endHour: Math.min(limits.periodEndHour, limits.dataEndHour),
  }
}

function originOf(
  history: BudgetHistory,
  { budget, ...period }: PeriodOfHistory,
  { before, first }: Readonly<{ before: Row | undefined; first: Row | undefined }>,
  slotEnd: (row: Row) => Hour,
): LineOrigin | null {
  if (budget.remaining === null) return null
  if (before?.remaining != null) return { hour: slotEnd(before), value: before.remaining }
  const hour = beganHour({ budget, ...period }, history.dataUpTo)
  if (hour >= hourOfInstant(history.window.from)) return { hour, value: 1 }
  // The answer leaves out the hours before the window; without corrections the first slot's own bad events lead back to it.
  if (first?.remaining == null || budget.isCorrected || budget.grant === 0) return null
  return { hour: first.hour, value: first.remaining + (first.total - first.good) / budget.grant }
}

type Row = Readonly<{
  hour: Hour
  /** Where the slot ends that is shorter than the scale; null for one of the scale. */
  ownEnd: number | null
  good: number
  total: number
  remaining: number | null
  correctedRemaining: number | null
  rawRemaining: number | null
}>

function rowsOf(columns: BudgetColumns, figures: Figures): readonly Row[] {
  const drawn = figures === 'raw' ? columns.rawRemaining : columns.remaining
  return hoursOfInstants(columns.hour).map((hour, index) => ({
    hour,
    ownEnd: ownEndOf(columns, index, hour),
    good: columns.good[index] ?? 0,
    total: columns.total[index] ?? 0,
    remaining: drawn[index] ?? null,
    correctedRemaining: columns.remaining[index] ?? null,
    rawRemaining: columns.rawRemaining[index] ?? null,
  }))
}

function ownEndOf({ minutes }: BudgetColumns, row: number, hour: number): number | null {
  const length = minutes?.[row]
  return length === undefined ? null : hour + length / 60
}

type PointContext = Readonly<{
  periodName: string | null
  targets: TargetTimeline
  slotEnd(row: Row): Hour
}>

function toPoints(
  rows: readonly Row[],
  context: PointContext,
  origin: LineOrigin | null,
): readonly BurnDownPoint[] {
  let before = origin
  let endBefore = origin?.hour ?? null
  return rows.map((row) => {
    const toHour = context.slotEnd(row)
    const point: BurnDownPoint = {
      periodName: context.periodName,
      fromHour: row.hour,
      toHour,
      good: row.good,
      total: row.total,
      remaining: row.remaining,
      correctedRemaining: row.correctedRemaining,
      rawRemaining: row.rawRemaining,
      change: before === null || row.remaining === null ? null : row.remaining - before.value,
      burnRate: burnRate({ good: row.good, total: row.total }, targetAt(context.targets, row.hour)),
      followsGap: endBefore !== null && row.hour > endBefore,
    }
    before = row.remaining === null ? null : { hour: toHour, value: row.remaining }
    endBefore = toHour
    return point
  })
}

function targetTimeline({ versions, target }: BudgetHistory): TargetTimeline {
  const [first, ...later] = versions.map((version) => ({
    fromHour: Math.floor(hourOfInstant(version.effectiveFrom)),
    target: version.target,
  }))
  return first ? [first, ...later] : [{ fromHour: 0, target }]
}
