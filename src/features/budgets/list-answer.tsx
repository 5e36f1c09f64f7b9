import { useInfiniteQuery } from '@tanstack/react-query'

import type { BudgetsQuery } from '../../contract/budget.ts'
import { budgetList } from './budgets-query.ts'
import styles from './list-answer.module.css'

/** The main question of a list of SLOs, answered for the selection. */
export function ListAnswer({ filters }: Readonly<{ filters: Omit<BudgetsQuery, 'cursor'> }>) {
  const { data } = useInfiniteQuery(budgetList(filters))
  return <p className={styles['answer']}>{data?.pages[0]?.answer}</p>
}
