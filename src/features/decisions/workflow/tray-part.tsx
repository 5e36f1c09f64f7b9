import { useId, type ReactNode } from 'react'

import styles from './tray-part.module.css'

type TrayPartProps = Readonly<{ title: string; note?: string; children: ReactNode }>

/** What else stands beside the questions, under its own heading. */
export function TrayPart({ title, note, children }: TrayPartProps) {
  const id = useId()
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span>{note}</span>}
      </div>
      {children}
    </section>
  )
}
