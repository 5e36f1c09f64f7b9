import type { ReactNode } from 'react'

import styles from './filter-bar.module.css'
import { useSingleKey } from './use-single-key.ts'

const FILTER_BAR = 'data-filter-bar'

type FilterBarProps = Readonly<{
  /** What it filters: "SLOs by service". */
  name: string
  children: ReactNode
  /** What stands at the far end: a view switch, a download. */
  end?: ReactNode
}>

/** The line of filters under a page's head. `F` goes to its first control. */
export function FilterBar({ name, children, end }: FilterBarProps) {
  useSingleKey('f', () =>
    document.querySelector<HTMLElement>(`[${FILTER_BAR}] :is(button, select, input):not(:disabled)`)?.focus(),
  )
  return (
    <div role="group" aria-label={`Filters of ${name}`} className={styles['bar']} {...{ [FILTER_BAR]: '' }}>
      {children}
      {end !== undefined && <div className={styles['end']}>{end}</div>}
    </div>
  )
}
