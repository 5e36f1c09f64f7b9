import type { ReactNode } from 'react'

import styles from './section.module.css'

type SectionProps = Readonly<{
  title: string
  note?: ReactNode
  /** Makes it a landmark. */
  label?: string
  children: ReactNode
}>

/** A heading and what belongs to it. No landmark by itself: the tables inside are, and a name twice tells nobody where to go. */
export function Section({ title, note, label, children }: SectionProps) {
  return (
    <section className={styles['section']} aria-label={label}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
      </div>
      {children}
    </section>
  )
}
