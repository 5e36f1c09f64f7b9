import type { AdherenceRow, AdherenceSortColumn } from '../../src/contract/indicators.ts'
import { adherence, adherenceSummary, type AdherenceSummary } from '../../src/domain/adherence.ts'
import { describeAdherence } from '../../src/domain/describe-slo-indicators.ts'
import type { Period } from '../../src/domain/period.ts'
import { comparableRemaining, heard } from '../../src/domain/silence.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import { subjectOf } from '../budgets/subject.ts'
import type { Moment } from '../moment.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import type { SeriesOverPeriods } from './period-entries.ts'
import { seriesName } from './series-name.ts'
import { verdictKeys } from './verdict-keys.ts'

type Cell = AdherenceRow['cells'][number]

/** Who broke most comes first: what a team has to look at. */
export const ADHERENCE_SORT = '-broken,service,sli,slo,deployment'

export type AdherenceEntry = Readonly<{
  over: SeriesOverPeriods
  cells: readonly Cell[]
  summary: AdherenceSummary
}>

export function adherenceEntries(
  rows: readonly SeriesOverPeriods[],
  periods: readonly Period[],
  moment: Moment,
): readonly AdherenceEntry[] {
  const isOpen = periods.map((period) => isOpenAt(period, moment.nowHour))
  return rows.map((over) => {
    const cells = over.entries.map((entry, at) => {
      const state = entry?.standing.budget.state ?? null
      return {
        adherence: adherence({ isOpen: isOpen[at] ?? false, state }),
        state,
        remaining: entry === null ? null : comparableRemaining(entry.standing.budget),
        isPremature: entry?.standing.budget.isPremature ?? false,
      }
    })
    return { over, cells, summary: adherenceSummary(cells.map((cell) => cell.adherence)) }
  })
}

const keys: Readonly<Record<AdherenceSortColumn, (entry: AdherenceEntry) => SortKey>> = {
  service: ({ over }) => over.series.member.slo.service,
  team: ({ over }) => over.series.teamName,
  sli: ({ over }) => over.series.sliName,
  slo: ({ over }) => over.series.member.slo.slug,
  target: ({ over }) => over.series.member.slo.target,
  deployment: ({ over }) => over.series.member.deployment,
  ...verdictKeys<AdherenceEntry>(({ summary }) => summary),
}

/** A period's own column sorts by what was left of the budget in it. */
export function adherenceOrder(sort: string, periods: readonly Period[]): RowOrder<AdherenceEntry> {
  const keyOfColumn = keyIn(keys)
  const keyOf = (column: string) => {
    const at = periods.findIndex(({ id }) => id === column)
    return at < 0 ? keyOfColumn(column) : ({ cells }: AdherenceEntry) => cells[at]?.remaining ?? null
  }
  return rowOrder(sort, keyOf, ({ over }) => over.series.id)
}

export function adherenceAnswer(entries: readonly AdherenceEntry[]): string {
  return describeAdherence(
    entries.map(({ over, cells }) => ({
      name: seriesName(over.series),
      cells: cells.map((cell) => cell.adherence),
      states: over.entries.flatMap((entry) => (entry === null ? [] : [heard(entry.standing.budget)])),
    })),
  )
}

export function adherenceOnWire({ over: { series }, cells, summary }: AdherenceEntry): AdherenceRow {
  return { ...subjectOf(series.member, series), cells: [...cells], ...summary }
}
