import type { ReactNode } from 'react'

import styles from './workflow.module.css'

type LeaningProps = Readonly<{
  /** In a word or two; null where the figures give no verdict. */
  leansTo: string | null
  /** Why, with the figures that decide it. */
  says: ReactNode
  /** How it is worked out. */
  rule: ReactNode
}>

/** The data lean, the person decides. */
export function Leaning({ leansTo, says, rule }: LeaningProps) {
  return (
    <section className={styles['leaning']} aria-labelledby="leaning">
      <h2 id="leaning">What the data lean to</h2>
      {leansTo !== null && <p className={styles['leansTo']}>{leansTo}</p>}
      <p role="status">{says}</p>
      <p className={styles['rule']}>{rule}</p>
    </section>
  )
}
