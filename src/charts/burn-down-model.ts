import type { BudgetHistory } from '../contract/budget-history.ts'
import type { PeriodBudgetOnWire } from '../contract/budget.ts'
import { budgetAxis, type BudgetAxis } from './budget-axis.ts'
import {
  beganHour,
  periodRuns,
  slidingRun,
  type BurnDownPoint,
  type BurnDownRun,
  type Figures,
} from './burn-down-points.ts'
import { burnHeat, type BurnHeat } from './burn-heat.ts'
import { estimateOf, type Estimate } from './estimate.ts'
import { hourOfInstant } from './instant.ts'
import { budgetLines, type BudgetLines } from './line-segments.ts'
import type { ZoneClock } from './zone-clock.ts'

type Span = Readonly<{ fromHour: number; toHour: number }>

/** The part of a period inside the window, and what stands at its head. */
export type PeriodHead = Span &
  Readonly<{
    budget: PeriodBudgetOnWire
    /** Corrected or raw, as drawn. */
    remaining: number | null
  }>

export type BurnDownModel = Span &
  Readonly<{
    /** Only the granted periods have verdicts, a pace and an estimate: not the sliding view, not calendar months. */
    isGranted: boolean
    figures: Figures
    /** Every slot that is drawn, oldest first. */
    points: readonly BurnDownPoint[]
    lines: BudgetLines
    axis: BudgetAxis
    heads: readonly PeriodHead[]
    /** From the full budget at a period's start to nothing at its end. */
    paces: readonly Span[]
    /** Where a new budget was granted, from what the old one was left at. */
    replenishments: readonly Readonly<{ hour: number; from: number }>[]
    /** Without a budget (a target of 100 %) the first bad event exhausts it. */
    exhaustions: readonly Readonly<{ hour: number; hoursTooEarly: number; hasBudget: boolean }>[]
    estimate: Estimate | null
    releases: readonly Readonly<{ hour: number; version: string; isSuspect: boolean }>[]
    targetChanges: readonly Readonly<{ hour: number; before: number; after: number }>[]
    exclusions: readonly (Span & Readonly<{ reason: string }>)[]
    topUps: readonly Readonly<{ hour: number; share: number; dependency: string }>[]
    breaches: readonly (Span & Readonly<{ severity: 'page' | 'ticket' }>)[]
    /** While clauses of the team’s policy were met. */
    enactments: readonly (Span & Readonly<{ clause: string }>)[]
    gaps: readonly Span[]
    heat: BurnHeat
    /** Where the data end, if that lies in the window. */
    nowHour: number | null
  }>

type BurnDownView = Readonly<{
  figures: Figures
  isSliding: boolean
  clock: ZoneClock
  /** The lowest figure of several charts side by side, so that they share a scale. */
  sharedLowest?: number
}>

/** Everything the burn-down draws, in hours and shares of the grant; nothing here knows pixels. */
export function burnDownModel(
  history: BudgetHistory,
  { figures, isSliding, clock, sharedLowest = 0 }: BurnDownView,
): BurnDownModel {
  const window = { fromHour: hourOfInstant(history.window.from), toHour: hourOfInstant(history.window.to) }
  const dataUpTo = hourOfInstant(history.dataUpTo)
  const isGranted = !isSliding && history.scale !== 'month'
  const runs = isSliding ? [slidingRun(history, figures)] : periodRuns(history, figures)
  const points = runs.flatMap((run) => run.points)
  const events = eventMarks(history, window)
  const nowHour = dataUpTo > window.fromHour && dataUpTo < window.toHour ? dataUpTo : null
  return {
    ...window,
    isGranted,
    figures,
    points,
    lines: budgetLines(runs),
    axis: budgetAxis(Math.min(sharedLowest, lowestOf(points))),
    heads: periodHeads(history, figures, window),
    ...(!isGranted ? noPeriodMarks : periodMarks(history, runs, window)),
    estimate: !isGranted || nowHour === null ? null : estimateOf(history, runs.at(-1) ?? null),
    ...events,
    heat: burnHeat(points, events.gaps, window, clock),
    nowHour,
  }
}

function lowestOf(points: readonly BurnDownPoint[]): number {
  return points.reduce((lowest, { remaining }) => Math.min(lowest, remaining ?? lowest), 0)
}

function periodHeads(history: BudgetHistory, figures: Figures, window: Span): readonly PeriodHead[] {
  return history.periods.map(({ budget }) => ({
    ...clipped(spanOf(budget.period.start, budget.period.end), window),
    budget,
    remaining: figures === 'raw' ? budget.rawRemaining : budget.remaining,
  }))
}

const noPeriodMarks = { paces: [], replenishments: [], exhaustions: [] }

function periodMarks(history: BudgetHistory, runs: readonly BurnDownRun[], window: Span) {
  const withBudget = history.periods.filter(({ budget }) => budget.remaining !== null)
  return {
    paces: withBudget.map((period) => ({
      fromHour: beganHour(period, history.dataUpTo),
      toHour: hourOfInstant(period.budget.period.end),
    })),
    replenishments: runs.slice(1).flatMap((run, index) => {
      const last = runs[index]?.points.at(-1)
      return last?.remaining != null && run.origin ? [{ hour: run.origin.hour, from: last.remaining }] : []
    }),
    exhaustions: history.periods.flatMap(({ budget }) => {
      if (budget.exhaustedAt === null) return []
      const hour = hourOfInstant(budget.exhaustedAt)
      const hoursTooEarly = hourOfInstant(budget.period.end) - hour
      return isInside(hour, window) ? [{ hour, hoursTooEarly, hasBudget: budget.remaining !== null }] : []
    }),
  }
}

function eventMarks(history: BudgetHistory, window: Span) {
  const suspects = new Set(history.episodes.map(({ releaseBefore }) => releaseBefore?.version))
  const inForce = history.corrections.filter(({ withdrawnAt }) => withdrawnAt === null)
  return {
    releases: history.releases
      .map(({ at, version }) => ({ hour: hourOfInstant(at), version, isSuspect: suspects.has(version) }))
      .filter(({ hour }) => isInside(hour, window)),
    targetChanges: history.versions
      .map(({ effectiveFrom, target }, index) => ({
        hour: hourOfInstant(effectiveFrom),
        before: history.versions[index - 1]?.target ?? target,
        after: target,
      }))
      .filter(({ hour, before, after }) => before !== after && isInside(hour, window)),
    exclusions: inForce
      .filter(({ kind }) => kind === 'exclusion')
      .map(({ start, end, reason }) => ({ ...spanOf(start, end), reason }))
      .filter((span) => overlaps(span, window)),
    topUps: inForce
      .filter(({ kind }) => kind === 'top-up')
      .map(({ start, share, dependency }) => ({
        hour: hourOfInstant(start),
        share: share ?? 0,
        dependency: dependency ?? 'a dependency',
      }))
      .filter(({ hour }) => isInside(hour, window)),
    breaches: history.breaches
      .map(({ start, end, severity }) => ({ ...spanOf(start, end ?? history.dataUpTo), severity }))
      .filter((span) => overlaps(span, window)),
    enactments: history.enactments
      .map(({ clause, start, end }) => ({ ...spanOf(start, end ?? history.dataUpTo), clause }))
      .filter(({ fromHour, toHour }) => isInside(fromHour, window) || overlaps({ fromHour, toHour }, window)),
    gaps: history.gaps.map(({ start, end }) => clipped(spanOf(start, end), window)),
  }
}

function spanOf(start: string, end: string): Span {
  return { fromHour: hourOfInstant(start), toHour: hourOfInstant(end) }
}

function clipped({ fromHour, toHour }: Span, window: Span): Span {
  return { fromHour: Math.max(fromHour, window.fromHour), toHour: Math.min(toHour, window.toHour) }
}

function isInside(hour: number, { fromHour, toHour }: Span): boolean {
  return hour >= fromHour && hour <= toHour
}

function overlaps(span: Span, window: Span): boolean {
  return span.fromHour < window.toHour && span.toHour > window.fromHour
}
