import type { DepletionRow, DepletionSortColumn } from '../../src/contract/indicators.ts'
import type { DepletionSpeeds } from '../../src/domain/episode.ts'
import type { BudgetBook } from '../budgets/budget-book.ts'
import type { BudgetEntry } from '../budgets/budget-index.ts'
import { subjectOf } from '../budgets/subject.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { Moment } from '../moment.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import { periodBudgetOnWire } from '../wire.ts'
import type { SeriesOverPeriods } from './period-entries.ts'

/** Worst ends first; of the same SLO the latest period. */
export const DEPLETION_SORT = 'remaining,-period,service,sli,slo,deployment'
const READS_AT_ONCE = 32

export type DepletionEntry = BudgetEntry & Readonly<{ speeds: DepletionSpeeds | null }>

/** A row for each period a series existed in. */
export function depletionEntries(
  rows: readonly SeriesOverPeriods[],
  isPrematureOnly: boolean,
): readonly DepletionEntry[] {
  return rows.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry === null || (isPrematureOnly && !entry.standing.budget.isPremature)
        ? []
        : [{ ...entry, speeds: null }],
    ),
  )
}

/** Speeds cost a look at every hour, so only rows that are shown or sorted by them have them. */
export function withSpeeds(
  entries: readonly DepletionEntry[],
  book: BudgetBook,
  moment: Moment,
): Promise<DepletionEntry[]> {
  return mapConcurrently(entries, READS_AT_ONCE, async (entry) => ({
    ...entry,
    speeds: entry.speeds ?? (await book.speeds(entry.series.member, entry.standing.budget.period, moment)),
  }))
}

export function isSortedBySpeed(sort: string): boolean {
  return sort.split(',').some((term) => term.endsWith('-speed'))
}

const keys: Readonly<Record<DepletionSortColumn, (entry: DepletionEntry) => SortKey>> = {
  service: ({ series }) => series.member.slo.service,
  team: ({ series }) => series.teamName,
  sli: ({ series }) => series.sliName,
  slo: ({ series }) => series.member.slo.slug,
  target: ({ series }) => series.member.slo.target,
  deployment: ({ series }) => series.member.deployment,
  period: ({ standing }) => standing.budget.period.startHour,
  remaining: ({ standing }) => standing.budget.remaining,
  exhaustion: ({ standing }) => standing.budget.timeToExhaustionHours,
  'average-speed': ({ speeds }) => speeds?.average ?? null,
  'highest-speed': ({ speeds }) => speeds?.highest ?? null,
}

export function depletionOrder(sort: string): RowOrder<DepletionEntry> {
  return rowOrder(sort, keyIn(keys), ({ series, standing }) => `${series.id} ${standing.budget.period.id}`)
}

export function depletionOnWire({ series, standing, speeds }: DepletionEntry, moment: Moment): DepletionRow {
  return {
    ...subjectOf(series.member, series),
    budget: periodBudgetOnWire(standing.budget, moment.nowHour),
    averageSpeed: speeds?.average ?? null,
    highestSpeed: speeds?.highest ?? null,
  }
}
