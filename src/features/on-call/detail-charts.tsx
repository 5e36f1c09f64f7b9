import { useMemo, useState } from 'react'

import { BurnDownPanel } from '../../charts/burn-down-panel.tsx'
import type { BudgetHistory } from '../../contract/budget-history.ts'
import type { Situation } from '../../contract/on-call.ts'
import { formatRemaining } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { formatDays, zoneName } from '../../ui/time-format.ts'
import { useTimeZone } from '../../ui/zone.tsx'
import styles from './budget-detail.module.css'
import { lastDayOf, stepWords } from './last-day.ts'

type Show = 'chart' | 'table'

/** The period and its last day, side by side. Chart or table is a passing choice here; the SLO's own page keeps it in its address. */
export function DetailCharts({
  history,
  fine,
}: Readonly<{ history: BudgetHistory; fine: Situation['lastDay'] }>) {
  const [period, setPeriod] = useState<Show>('chart')
  const [day, setDay] = useState<Show>('chart')
  const timeZone = useTimeZone()
  const lastDay = useMemo(() => lastDayOf(history, fine), [history, fine])
  const budget = history.periods.at(-1)?.budget
  if (!budget || budget.remaining === null) return null
  const { name, start, end } = budget.period
  const left = `${formatRemaining(budget.remaining)}${NARROW_SPACE}%`
  const pace = `${formatRemaining(1 - budget.elapsedShare)}${NARROW_SPACE}%`
  const standing =
    budget.remaining > 0 ? `${left} is left of ${name}` : `The budget of ${name} is overspent, at ${left}`
  return (
    <div className={styles['charts']}>
      <BurnDownPanel
        history={history}
        title={`Budget left in ${name}`}
        headingLevel="h3"
        note={formatDays(Date.parse(start), Date.parse(end), 'UTC')}
        summary={`${standing}; the even pace would leave ${pace} by now.`}
        size="beside"
        show={period}
        onShow={setPeriod}
      />
      <BurnDownPanel
        history={lastDay}
        title="Last 24 hours"
        headingLevel="h3"
        note={`${stepWords(fine)}, ${zoneName(timeZone)}`}
        summary={lastDayWords(lastDay)}
        size="beside"
        show={day}
        onShow={setDay}
      />
    </div>
  )
}

/** What the day took, whatever else it looks like. */
function lastDayWords({ window, periods }: BudgetHistory): string {
  const columns = periods[0]?.columns
  if (!columns) return 'Nothing was measured.'
  const rows = columns.hour.map((hour, row) => ({ hour, left: columns.remaining[row] ?? null }))
  const first = rows.findLast(({ hour }) => hour < window.from)?.left ?? rows[0]?.left
  const last = rows.at(-1)?.left
  const newest = rows.at(-1)?.hour ?? ''
  if (newest < window.from) return 'Nothing was measured: what the day took nobody knows.'
  if (first == null || last == null) return 'There is no budget that the day could take from.'
  return `From ${formatRemaining(first)}${NARROW_SPACE}% to ${formatRemaining(last)}${NARROW_SPACE}% of the budget.`
}
