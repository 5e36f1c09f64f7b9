import type { ReactNode } from 'react'

import { formatTarget } from '../domain/format.ts'
import { Figure } from './figure.tsx'
import styles from './slo-name.module.css'
import { thresholdWords } from './slo-words.ts'

type SloNameProps = Readonly<{
  target: number
  thresholdMs: number | null
  isDefault: boolean
  /** The endpoint, as a rule with the way to the SLO's page. */
  children: ReactNode
}>

/** POST /charge 99.95 %, 95 % < 400 ms: in one line, or the promise below the endpoint where rows have the room. */
export function SloName({ target, thresholdMs, isDefault, children }: SloNameProps) {
  return (
    <span className={styles['slo']}>
      {children}
      <span className={styles['promise']}>
        <Figure value={formatTarget(target)} unit="%" />
        {thresholdMs !== null && <span className="muted">{` ${thresholdWords(thresholdMs)}`}</span>}
        {isDefault && <span className={styles['default']}>default</span>}
      </span>
    </span>
  )
}
