import type { BudgetState } from '../domain/state.ts'
import { Absent } from './absent.tsx'
import { BudgetBar, type BudgetScale } from './budget-bar.tsx'
import styles from './budget-left.module.css'
import { Percent } from './percent.tsx'

type BudgetLeftProps = Readonly<{
  remaining: number | null
  total: number
  state: BudgetState
  scale?: BudgetScale
}>

/** What is left of a budget, as a length and a figure. */
export function BudgetLeft({ remaining, total, state, scale }: BudgetLeftProps) {
  if (remaining === null) return <Absent reason="The target is 100 %: there is no budget" />
  const reason = total === 0 ? silenceReasons[state] : undefined
  if (reason !== undefined) return <Absent reason={reason} />
  return (
    <span className={styles['left']}>
      <BudgetBar ratio={remaining} scale={scale} />
      <Percent ratio={remaining} />
    </span>
  )
}

/** A period in its first hour is neither: its budget is whole. */
const silenceReasons: Partial<Record<BudgetState, string>> = {
  'no-data': 'No measurements arrive',
  'no-traffic': 'Nobody asked in this period',
}
