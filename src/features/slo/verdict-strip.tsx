import { Link } from '@tanstack/react-router'

import type { BudgetHistory } from '../../contract/budget-history.ts'
import type { PeriodBudgetOnWire } from '../../contract/budget.ts'
import { formatRemaining } from '../../domain/format.ts'
import { isUnmeasured } from '../../domain/state.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { paths } from '../../url/paths.ts'
import styles from './verdict-strip.module.css'

type VerdictStripProps = Readonly<{ verdicts: readonly PeriodBudgetOnWire[]; history: BudgetHistory }>

/** How every period of the year went; each leads to the window of its own. */
export function VerdictStrip({ verdicts, history }: VerdictStripProps) {
  if (verdicts.length === 0) return null
  const year = verdicts.at(-1)?.period.id.slice(0, 4)
  return (
    <nav className={styles['strip']} aria-label={`Result by period in ${year}`}>
      <div className={styles['periods']}>
        {verdicts.map((budget) => (
          <Verdict key={budget.period.id} budget={budget} history={history} />
        ))}
      </div>
    </nav>
  )
}

type VerdictProps = Readonly<{ budget: PeriodBudgetOnWire; history: BudgetHistory }>

function Verdict({ budget, history }: VerdictProps) {
  const { period, state } = budget
  const remaining = isUnmeasured(budget) ? null : budget.remaining
  const { from, to } = history.window
  const isShown = period.start < to && period.end > from
  const words =
    remaining === null ? stateWords[state] : `${stateWords[state]}, ${formatRemaining(remaining)} % left`
  return (
    <Link
      {...paths.slo(history, { range: { from: period.start, to: period.end } })}
      className={isShown ? `${styles['period']} ${styles['shown']}` : styles['period']}
      aria-label={`${period.name}: ${words}${period.isOpen ? ', estimate' : ''}`}
      title={`${period.name}: ${words}`}
    >
      <span>{period.name}</span>
      <StateGlyph state={state} />
      <span className={remaining !== null && remaining <= 0 ? styles['overspent'] : styles['figure']}>
        {remaining === null ? '–' : formatRemaining(remaining)}
      </span>
    </Link>
  )
}
