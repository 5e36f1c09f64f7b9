import type { ReactNode } from 'react'

import styles from './two-columns.module.css'

type TwoColumnsProps = Readonly<{
  main: ReactNode
  /** Shorter things; below the main ones on a narrow screen. */
  beside: ReactNode
}>

export function TwoColumns({ main, beside }: TwoColumnsProps) {
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>{main}</div>
      <div className={styles['column']}>{beside}</div>
    </div>
  )
}
