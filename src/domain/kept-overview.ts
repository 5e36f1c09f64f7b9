import { countStates, type KeptShare, servicesKept } from './roll-up.ts'
import type { BudgetState } from './state.ts'
import { linearTrend } from './trend.ts'

/** One series in one period. */
export type KeptEntry = Readonly<{ service: string; periodId: string; state: BudgetState }>

/** SLOs of one service in one period, each deployment counted. */
type KeptCell = Readonly<{
  periodId: string
  within: number
  broke: number
  /** Without traffic or data: neither within nor broke. */
  silent: number
  /** Every one of those that count stayed within; null where none counts. */
  isKept: boolean | null
}>

type KeptRow = Readonly<{
  service: string
  cells: readonly KeptCell[]
  /** A falling share of SLOs that broke their budgets, over at least three periods; of the share, since SLOs get added. */
  isImproving: boolean
}>

export type KeptOverview = Readonly<{
  rows: readonly KeptRow[]
  /** Services that kept every budget, by period. */
  totals: readonly (KeptShare & Readonly<{ periodId: string }>)[]
}>

/** Rows by name; periods in the order given, oldest first. */
export function keptOverview(entries: readonly KeptEntry[], periodIds: readonly string[]): KeptOverview {
  const byService = [...Map.groupBy(entries, ({ service }) => service)]
  return {
    rows: byService.map(([service, own]) => keptRow(service, own, periodIds)).toSorted(byName),
    totals: periodIds.map((periodId) => ({ periodId, ...servicesKept(ofPeriod(entries, periodId)) })),
  }
}

function keptRow(service: string, own: readonly KeptEntry[], periodIds: readonly string[]): KeptRow {
  const cells = periodIds.map((periodId) => keptCell(periodId, ofPeriod(own, periodId)))
  const shares = cells.flatMap(({ within, broke }, x) =>
    within + broke === 0 ? [] : [{ x, y: broke / (within + broke) }],
  )
  return { service, cells, isImproving: linearTrend(shares)?.direction === 'downward' }
}

function keptCell(periodId: string, entries: readonly KeptEntry[]): KeptCell {
  const counts = countStates(entries.map(({ state }) => state))
  const silent = counts['no-traffic'] + counts['no-data']
  const broke = counts.broken + counts.exhausted
  const { kept, counted } = servicesKept(entries)
  return {
    periodId,
    within: entries.length - silent - broke,
    broke,
    silent,
    isKept: counted === 0 ? null : kept === counted,
  }
}

function ofPeriod(entries: readonly KeptEntry[], periodId: string): readonly KeptEntry[] {
  return entries.filter((entry) => entry.periodId === periodId)
}

function byName(a: KeptRow, b: KeptRow): number {
  return a.service < b.service ? -1 : 1
}

/** Shares of services within budget that the references celebrate: successful so far, and the next goal. */
export const keptMarks = [0.5, 0.9] as const
export type KeptMark = (typeof keptMarks)[number]

/** "Consistently" is so in each of the last three closed periods. */
export const CONSISTENT_PERIODS = 3

/** More than the mark: half of the services is not more than 50 %. */
export function isAboveMark({ share }: Pick<KeptShare, 'share'>, mark: KeptMark): boolean {
  return share !== null && share > mark
}

/** Totals of closed periods, oldest first. With fewer of them than are asked for nothing is consistent yet. */
export function isConsistentlyAbove(
  totals: readonly Pick<KeptShare, 'share'>[],
  mark: KeptMark,
  periods: number = CONSISTENT_PERIODS,
): boolean {
  const last = totals.slice(-periods)
  return last.length === periods && last.every((total) => isAboveMark(total, mark))
}
