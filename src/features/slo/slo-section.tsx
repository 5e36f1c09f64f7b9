import type { ReactNode } from 'react'

import styles from './slo-section.module.css'

type SloSectionProps = Readonly<{ title: string; note?: ReactNode; children: ReactNode }>

/** A heading and what belongs to it. No landmark: the tables inside are, and a name twice tells nobody where to go. */
export function SloSection({ title, note, children }: SloSectionProps) {
  return (
    <section className={styles['section']}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
      </div>
      {children}
    </section>
  )
}
