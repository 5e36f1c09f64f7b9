import { useState } from 'react'

import { BurnDownPanel } from '../../charts/burn-down-panel.tsx'
import type { BudgetHistory } from '../../contract/budget.ts'
import { formatRemaining } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { zoneName } from '../../ui/time-format.ts'
import { useTimeZone } from '../../ui/zone.tsx'

/** The current period's line. Chart or table is a passing choice here; the SLO's own page keeps it in its address. */
export function BurnDown({ history }: Readonly<{ history: BudgetHistory }>) {
  const [show, setShow] = useState<'chart' | 'table'>('chart')
  const timeZone = useTimeZone()
  const budget = history.periods.at(-1)?.budget
  if (!budget || budget.remaining === null) return null
  const left = `${formatRemaining(budget.remaining)}${NARROW_SPACE}%`
  const pace = `${formatRemaining(1 - budget.elapsedShare)}${NARROW_SPACE}%`
  const standing =
    budget.remaining > 0
      ? `${left} is left of the budget of ${budget.period.name}`
      : `The budget of ${budget.period.name} is overspent, at ${left}`
  const summary = `${standing}; the even pace would leave ${pace} by now.`
  return (
    <BurnDownPanel
      history={history}
      title={`Budget left in ${budget.period.name}, hour by hour`}
      note={`Times in ${zoneName(timeZone)}`}
      summary={summary}
      figures="corrected"
      isSliding={false}
      show={show}
      onShow={setShow}
    />
  )
}
