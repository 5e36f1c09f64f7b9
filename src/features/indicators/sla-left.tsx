import type { SlaDepletionRow } from '../../contract/sla-indicators.ts'
import { Absent } from '../../ui/absent.tsx'
import { BudgetBar } from '../../ui/budget-bar.tsx'
import { Percent } from '../../ui/percent.tsx'
import styles from './slas.module.css'

type SlaLeftProps = Pick<SlaDepletionRow, 'remaining' | 'state'> &
  Readonly<{
    /** Why nothing is judged of it at all. */
    absence?: string | null
  }>

/** What is left of what may fail, as a length and a figure. */
export function SlaLeft({ remaining, state, absence = null }: SlaLeftProps) {
  if (remaining === null) return <Absent reason={absence ?? silence(state)} />
  return (
    <span className={styles['left']}>
      <BudgetBar ratio={remaining} />
      <Percent ratio={remaining} />
    </span>
  )
}

function silence(state: SlaDepletionRow['state']): string {
  if (state === 'no-traffic') return 'Nobody asked in this period'
  if (state === 'no-budget') return 'Nothing may fail: the target is 100 %'
  return 'No measurements arrived'
}
