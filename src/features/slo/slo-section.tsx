import { useId, type ReactNode } from 'react'

import styles from './slo-section.module.css'

type SloSectionProps = Readonly<{ title: string; note?: ReactNode; children: ReactNode }>

export function SloSection({ title, note, children }: SloSectionProps) {
  const titleId = useId()
  return (
    <section className={styles['section']} aria-labelledby={titleId}>
      <div className={styles['head']}>
        <h2 id={titleId}>{title}</h2>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
      </div>
      {children}
    </section>
  )
}
