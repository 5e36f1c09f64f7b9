import type { ReactNode, Ref } from 'react'

import { PageHeader } from '../../../ui/page-header.tsx'
import styles from './workflow.module.css'

type WorkflowSheetProps = Readonly<{
  title: string
  /** What it is about, and up to when the data go. */
  lede: ReactNode
  /** The questions at a glance, where there are many. */
  steps?: ReactNode
  /** What holds for every question. */
  filters: ReactNode
  /** What the data lean to and what is decided: beside the questions, or below them where there is no room. */
  tray: ReactNode
  trayName?: string
  ref?: Ref<HTMLDivElement>
  children: ReactNode
}>

/** A decision on one sheet: questions with their figures, and what follows of them. */
export function WorkflowSheet({
  title,
  lede,
  steps,
  filters,
  tray,
  trayName = 'What the data lean to, and your decision',
  ref,
  children,
}: WorkflowSheetProps) {
  return (
    <div className={styles['grid']}>
      <div className={styles['main']} ref={ref}>
        <PageHeader title={title} lede={lede} />
        {steps}
        {filters}
        <div className={styles['questions']}>{children}</div>
      </div>
      {tray && (
        <aside className={styles['tray']} aria-label={trayName}>
          {tray}
        </aside>
      )}
    </div>
  )
}
