import type { CSSProperties, ReactNode } from 'react'

import styles from './plain-table.module.css'

type PlainTableProps = Readonly<{
  name: string
  /** Left out where each row is a name with its figure. */
  heads?: readonly string[]
  /** Sentences to be read, counts side by side, names with a figure each, or the rows of a question. */
  look?: 'words' | 'counts' | 'figures' | 'rows'
  /** Of a head over figures, which stand at the end of their column. */
  isFigure?: (head: string) => boolean
  children: ReactNode
}>

/** For a cell below such a head. */
export const figureCell = styles['figure']

/** A few rows to be read and printed as a whole: nothing of it is sorted, filtered or scrolled by the page. */
export function PlainTable({ name, heads = [], look = 'words', isFigure, children }: PlainTableProps) {
  return (
    // A wide table scrolls in its own place, by key as well.
    <div className={styles['scroller']} role="region" aria-label={name} tabIndex={0}>
      <table
        className={`${styles['table']} ${styles[look]}`}
        style={{ '--columns': heads.length } as CSSProperties}
        aria-label={name}
      >
        {heads.length > 0 && (
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={isFigure?.(head) ? figureCell : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
