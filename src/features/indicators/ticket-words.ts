import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { TicketTotals, TicketTrendTable } from '../../contract/ticket-trend.ts'
import { formatCount } from '../../domain/format.ts'
import { formatDelta, formatGrowth } from '../../domain/format-growth.ts'
import { counted, sentences, withPercent } from '../../domain/indicator-words.ts'

/** What the graph of all tickets says: where they stand, which way they go, when there were most. */
export function ticketSummary(
  totals: TicketTotals,
  periods: readonly PeriodOnWire[],
  afterEnacted: TicketTrendTable['afterEnacted'],
): string {
  const closed = periods.flatMap((period, at) => (period.isOpen ? [] : [{ period, at }]))
  const last = closed.at(-1)
  if (last === undefined) return 'No closed period is in view.'
  const countAt = (at: number) => counted(totals.counts[at] ?? 0, 'ticket')
  const peak = closed.find(({ period }) => period.id === totals.peakPeriodId)
  return sentences([
    `${countAt(last.at)} in ${last.period.name}, the latest closed period.`,
    totals.averageDelta === null ? null : `${deltaWords(totals)} from one period to the next, on average.`,
    totals.direction === null ? null : `The trend is ${totals.direction}.`,
    peak === undefined || peak === last ? null : `Most came in ${peak.period.name}: ${countAt(peak.at)}.`,
    enactedWords(afterEnacted),
  ])
}

/** Whether tickets fall once a policy is enacted: where they repeatedly do not, it comes too late. */
function enactedWords({ fell, of }: TicketTrendTable['afterEnacted']): string | null {
  if (of === 0) return null
  return `After ${formatCount(fell)} of ${counted(of, 'period')} in which clauses of policies were met, fewer came.`
}

/** "+12 (+8 %)" */
function deltaWords({ averageDelta, averageRate }: TicketTotals): string {
  const delta = formatDelta(averageDelta ?? 0)
  return averageRate === null ? delta : `${delta} (${withPercent(formatGrowth(averageRate))})`
}

/** What one point says. */
export function ticketPointWords(period: PeriodOnWire, count: number, enacted = 0): readonly string[] {
  return [
    `${period.name}: ${formatCount(count)} ${count === 1 ? 'ticket' : 'tickets'}`,
    ...(period.isOpen ? ['so far'] : []),
    ...(enacted === 0 ? [] : [`${counted(enacted, 'policy clause')} met`]),
  ]
}
