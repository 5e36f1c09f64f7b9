import type { CSSProperties, ReactNode } from 'react'

import styles from './plain-table.module.css'

type PlainTableProps = Readonly<{
  name: string
  heads: readonly string[]
  /** All but the first column are figures. */
  isOfFigures?: boolean
  children: ReactNode
}>

/** A few rows to be read and printed as a whole: nothing of it is sorted, filtered or scrolled by the page. */
export function PlainTable({ name, heads, isOfFigures = false, children }: PlainTableProps) {
  return (
    // A wide table scrolls in its own place, by key as well.
    <div className={styles['scroller']} role="region" aria-label={name} tabIndex={0}>
      <table
        className={`${styles['table']} ${isOfFigures ? styles['figures'] : ''}`}
        style={{ '--columns': heads.length } as CSSProperties}
        aria-label={name}
      >
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
