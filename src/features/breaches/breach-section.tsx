import type { ReactNode } from 'react'

import styles from './breach.module.css'

type BreachSectionProps = Readonly<{ title: string; note?: ReactNode; children: ReactNode }>

export function BreachSection({ title, note, children }: BreachSectionProps) {
  return (
    <section className={styles['section']}>
      <div className={styles['sectionHead']}>
        <h2>{title}</h2>
        {note !== undefined && <span className="muted">{note}</span>}
      </div>
      {children}
    </section>
  )
}
