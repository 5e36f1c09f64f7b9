import type { ReactNode } from 'react'

import styles from './answered-list.module.css'
import { AROUND_ANSWERED_PX, AroundTableContext } from './around-table.ts'

type AnsweredListProps = Readonly<{
  /** Not there until the first answer has come. */
  answer: string | undefined
  /** Beside the answer: a search first, then what is done with the rows. */
  actions: ReactNode
  /** A picture of the same rows, above them. */
  graph?: ReactNode
  children: ReactNode
}>

/** A list beside its settings: the sentence that answers its question, what can be done with it, and its rows. */
export function AnsweredList({ answer, actions, graph, children }: AnsweredListProps) {
  return (
    <>
      <div className={styles['head']}>
        <p className={styles['answer']}>{answer}</p>
        <div className={styles['actions']}>{actions}</div>
      </div>
      {graph}
      <div className={styles['rows']}>
        <AroundTableContext value={AROUND_ANSWERED_PX}>{children}</AroundTableContext>
      </div>
    </>
  )
}
