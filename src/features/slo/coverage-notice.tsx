import type { BudgetHistory } from '../../contract/budget-history.ts'
import { formatCount, formatDuration } from '../../domain/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Time } from '../../ui/time.tsx'

/** Below it a figure carries a warning (design/numbers.md, Budget). */
const ENOUGH_COVERAGE = 0.95
const NAMED_GAPS = 3
const MS_PER_HOUR = 3_600_000

/** How many hours were not measured, and which. */
export function CoverageNotice({ history: { periods, gaps } }: Readonly<{ history: BudgetHistory }>) {
  const thin = periods.filter(({ budget }) => budget.coverage !== null && budget.coverage < ENOUGH_COVERAGE)
  if (thin.length === 0) return null
  const missing = thin.reduce((hours, { budget }) => hours + budget.missingHours, 0)
  const longest = gaps.toSorted((a, b) => hoursOf(b) - hoursOf(a)).slice(0, NAMED_GAPS)
  return (
    <Notice
      kind="partial"
      title={`${formatCount(missing)} ${missing === 1 ? 'hour was' : 'hours were'} not measured in ${thin
        .map(({ budget }) => budget.period.name)
        .join(', ')}`}
    >
      {longest.map((gap, index) => (
        <span key={gap.start}>
          {index > 0 && '; '}
          <Time at={gap.start} form="date-time" /> to <Time at={gap.end} form="date-time" /> (
          {formatDuration(hoursOf(gap))})
        </span>
      ))}
      {gaps.length > NAMED_GAPS && `, and ${gaps.length - NAMED_GAPS} shorter ones`}. A missing hour depletes
      nothing, so less may be left than is shown.
    </Notice>
  )
}

function hoursOf({ start, end }: Readonly<{ start: string; end: string }>): number {
  return (Date.parse(end) - Date.parse(start)) / MS_PER_HOUR
}
