import type { ReactNode } from 'react'

import styles from './two-lines.module.css'

/** A table's cell of what matters and, below it in small, what belongs to it. */
export function TwoLines({ first, second }: Readonly<{ first: ReactNode; second: ReactNode }>) {
  return (
    <span className={styles['two']}>
      <span title={wholeOf(first)}>{first}</span>
      {second !== false && (
        <span className={styles['second']} title={wholeOf(second)}>
          {second}
        </span>
      )}
    </span>
  )
}

/** Words that may be cut stand whole on hover. */
function wholeOf(words: ReactNode): string | undefined {
  return typeof words === 'string' ? words : undefined
}
