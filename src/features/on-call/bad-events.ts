import type { BudgetHistory } from '../../contract/budget-history.ts'
import { formatShareBelow } from '../../domain/format.ts'
import { limitWords } from '../../ui/slo-words.ts'

/** What a bad event of this SLI is, after "3 % of": the opposite of what the SLI calls good. */
export function badEventWords({ sli, thresholdMs }: Pick<BudgetHistory, 'sli' | 'thresholdMs'>): string {
  const limit = thresholdMs === null ? 'the threshold' : limitWords(thresholdMs)
  switch (sli) {
    case 'availability':
      return 'requests fail'
    case 'latency':
      return `requests take longer than ${limit}`
    case 'freshness':
      return `reads are older than ${limit}`
    case 'correctness':
      return 'records are wrong'
    default:
      return 'events are bad'
  }
}

/** "11.0", "0.42", "0.007": two figures that count where it is little, since a budget is a matter of small shares. */
export function formatBadShare(share: number): string {
  if (share >= 0.01 || share === 0) return formatShareBelow(share, [1])
  return String(Number((share * 100).toPrecision(2)))
}
