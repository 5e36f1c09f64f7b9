import type { BudgetHistory } from '../../contract/budget.ts'
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

export type OngoingEpisode = Readonly<{
  start: string
  badShare: number
  release: BudgetHistory['episodes'][number]['releaseBefore']
}>

const HOUR_MS = 3_600_000
/** Episodes are joined over gaps of up to three hours: one that ended earlier is over. */
const JOINED_HOURS = 3

/** The episode that still goes on where the data end, and the share of bad events since it began. */
export function ongoingEpisode(history: BudgetHistory): OngoingEpisode | null {
  const last = history.episodes.toSorted((a, b) => a.end.localeCompare(b.end)).at(-1)
  const columns = history.periods.at(-1)?.columns
  if (!last || !columns) return null
  const isOver = Date.parse(history.dataUpTo) - Date.parse(last.end) > JOINED_HOURS * HOUR_MS
  if (isOver) return null

  const since = columns.hour.findIndex((hour) => Date.parse(hour) >= Date.parse(last.start))
  if (since === -1) return null
  const good = sum(columns.good.slice(since))
  const total = sum(columns.total.slice(since))
  return total === 0
    ? null
    : { start: last.start, badShare: (total - good) / total, release: last.releaseBefore }
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

/** "11.0", "0.42", "0.007": two figures that count where it is little, since a budget is a matter of small shares. */
export function formatBadShare(share: number): string {
  const percent = share * 100
  return percent >= 1 || percent === 0 ? percent.toFixed(1) : String(Number(percent.toPrecision(2)))
}
