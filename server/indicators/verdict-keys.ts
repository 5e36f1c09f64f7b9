import type { AdherenceSummary } from '../../src/domain/adherence.ts'
import type { SortKey } from '../row-order.ts'

type VerdictColumn = 'broken' | 'fulfilled' | 'rate' | 'streak'

/** How rows sort by what their verdicts come to. */
export function verdictKeys<Entry>(
  summaryOf: (entry: Entry) => AdherenceSummary,
): Readonly<Record<VerdictColumn, (entry: Entry) => SortKey>> {
  return {
    broken: (entry) => summaryOf(entry).brokenCount,
    fulfilled: (entry) => summaryOf(entry).fulfilledCount,
    rate: (entry) => summaryOf(entry).fulfilmentRate,
    // A long run of kept periods stands at one end, a long run of broken ones at the other.
    streak: (entry) => {
      const { streak } = summaryOf(entry)
      if (streak === null) return null
      return streak.verdict === 'fulfilled' ? streak.periods : -streak.periods
    },
  }
}
