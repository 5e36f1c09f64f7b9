import type { ReactNode } from 'react'

import styles from './state-badge.module.css'
import { StateGlyph } from './state-glyph.tsx'
import { stateWords, type MarkedState } from './state-words.ts'

type StateBadgeProps = Readonly<{ state: MarkedState; /** Text. */ children?: ReactNode }>

/** Shape and word; children replace the word, "5 at risk". */
export function StateBadge({ state, children }: StateBadgeProps) {
  return (
    <span className={`${styles['badge']} ${styles[state]}`}>
      <StateGlyph state={state} />
      {children ?? stateWords[state]}
    </span>
  )
}
