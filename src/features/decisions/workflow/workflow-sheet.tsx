import type { ReactNode } from 'react'

import { PageHeader } from '../../../ui/page-header.tsx'
import styles from './workflow.module.css'

type WorkflowSheetProps = Readonly<{
  title: string
  /** What it is about, and up to when the data go. */
  lede: ReactNode
  /** What holds for every question. */
  filters: ReactNode
  /** What the data lean to and what is decided: beside the questions, or below them where there is no room. */
  tray: ReactNode
  children: ReactNode
}>

/** A decision on one sheet: questions with their figures, and what follows of them. */
export function WorkflowSheet({ title, lede, filters, tray, children }: WorkflowSheetProps) {
  return (
    <div className={styles['grid']}>
      <div className={styles['main']}>
        <PageHeader title={title} lede={lede} />
        {filters}
        <div className={styles['questions']}>{children}</div>
      </div>
      <aside className={styles['tray']} aria-label="What the data lean to, and your decision">
        {tray}
      </aside>
    </div>
  )
}
