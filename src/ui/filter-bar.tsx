import type { ReactNode } from 'react'

import styles from './filter-bar.module.css'
import { useFilterKey } from './use-filter-key.ts'

type FilterBarProps = Readonly<{
  /** What it filters: "SLOs by service". */
  name: string
  children: ReactNode
  /** What stands at the far end: a view switch, a download. */
  end?: ReactNode
}>

/** The line of filters under a page's head. `F` goes to its first control. */
export function FilterBar({ name, children, end }: FilterBarProps) {
  const filters = useFilterKey()
  return (
    <div role="group" aria-label={`Filters of ${name}`} className={styles['bar']} {...filters}>
      {children}
      {end !== undefined && <div className={styles['end']}>{end}</div>}
    </div>
  )
}
