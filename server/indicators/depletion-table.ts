import type { DepletionRow, DepletionSortColumn } from '../../src/contract/indicators.ts'
import { describeDepletion, describeExhaustion } from '../../src/domain/describe-slo-indicators.ts'
import type { DepletionSpeeds } from '../../src/domain/episode.ts'
import { CONSISTENT_PERIODS } from '../../src/domain/kept-overview.ts'
import type { Period } from '../../src/domain/period.ts'
import { comparableRemaining, heard } from '../../src/domain/silence.ts'
import type { BudgetBook } from '../budgets/budget-book.ts'
import type { BudgetEntry } from '../budgets/budget-index.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import { subjectOf } from '../budgets/subject.ts'
import type { Moment } from '../moment.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import { periodBudgetOnWire } from '../wire.ts'
import type { SeriesOverPeriods } from './period-entries.ts'
import { seriesName } from './series-name.ts'

/** Worst ends first; of the same SLO the latest period. */
export const DEPLETION_SORT = 'remaining,-period,service,sli,slo,deployment'

export type DepletionEntry = BudgetEntry & Readonly<{ speeds: DepletionSpeeds | null }>

/** A row for each period a series existed in. */
export function depletionEntries(rows: readonly SeriesOverPeriods[]): readonly DepletionEntry[] {
  return rows.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry === null ? [] : [{ ...entry, speeds: null }])),
  )
}

/** Speeds cost a look at every hour, so only rows that are shown or sorted by them have them. */
export async function withSpeeds(
  entries: readonly DepletionEntry[],
  book: BudgetBook,
  moment: Moment,
): Promise<DepletionEntry[]> {
  const missing = Map.groupBy(
    entries.filter(({ speeds }) => speeds === null),
    ({ standing }) => standing.budget.period.id,
  )
  const found = new Map<BudgetEntry['standing'], DepletionSpeeds>()
  for (const ofPeriod of missing.values()) {
    const [first] = ofPeriod
    if (first === undefined) continue
    const members = ofPeriod.map(({ series }) => series.member)
    const speeds = await book.speeds(members, first.standing.budget.period, moment)
    for (const [row, { standing }] of ofPeriod.entries()) {
      const known = speeds[row]
      if (known) found.set(standing, known)
    }
  }
  return entries.map((entry) => ({ ...entry, speeds: entry.speeds ?? found.get(entry.standing) ?? null }))
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
  remaining: ({ standing }) => comparableRemaining(standing.budget),
  exhaustion: ({ standing }) => standing.budget.timeToExhaustionHours,
  'average-speed': ({ speeds }) => speeds?.average ?? null,
  'highest-speed': ({ speeds }) => speeds?.highest ?? null,
}

export function depletionOrder(sort: string): RowOrder<DepletionEntry> {
  return rowOrder(sort, keyIn(keys), ({ series, standing }) => `${series.id} ${standing.budget.period.id}`)
}

/** What a table of early exhaustion is a part of: empty is good news only where something was measured and asked for. */
export function budgetsInView(entries: readonly DepletionEntry[]) {
  const states = entries.map(({ standing: { budget } }) => heard(budget))
  return {
    budgets: states.length,
    measured: states.filter((state) => state !== 'no-data').length,
    asked: states.filter((state) => state !== 'no-data' && state !== 'no-traffic').length,
  }
}

/** How much is left, and how fast it went. */
export function depletionAnswer(entries: readonly DepletionEntry[]): string {
  return describeDepletion(
    entries.map(({ series, standing: { budget }, speeds }) => ({
      name: seriesName(series),
      periodName: budget.period.name,
      state: heard(budget),
      remaining: comparableRemaining(budget),
      isExhausted: budget.exhaustedAtHour !== null,
      highestSpeed: speeds?.highest ?? null,
    })),
  )
}

/** Who ran out early again and again; of all budgets, not only of those that did. */
export function exhaustionAnswer(
  entries: readonly DepletionEntry[],
  periods: readonly Period[],
  moment: Moment,
): string {
  const closed = periods.filter((period) => !isOpenAt(period, moment.nowHour)).slice(-CONSISTENT_PERIODS)
  return describeExhaustion(
    entries.map(exhaustionEntry),
    closed.map(({ id }) => id),
  )
}

function exhaustionEntry({ series: { member }, standing: { budget } }: DepletionEntry) {
  const { service, team, sli } = member.slo
  const { period, isPremature } = budget
  return { service, team, sli, periodId: period.id, isPremature, state: heard(budget) }
}

export function depletionOnWire({ series, standing, speeds }: DepletionEntry, moment: Moment): DepletionRow {
  return {
    ...subjectOf(series.member, series),
    budget: periodBudgetOnWire(standing.budget, moment.nowHour),
    averageSpeed: speeds?.average ?? null,
    highestSpeed: speeds?.highest ?? null,
  }
}
