import type { ReactNode } from 'react'

import styles from './notice.module.css'
import { StateGlyph } from './state-glyph.tsx'
import type { MarkedState } from './state-words.ts'

/** forbidden: there, but not for this viewer. good: empty, and that is well. missing: nobody has set anything up. filtered: the filter leaves nothing. */
type NoticeKind = 'good' | 'missing' | 'filtered' | 'partial' | 'stale' | 'forbidden' | 'error'

const glyphs: Partial<Record<NoticeKind, MarkedState>> = {
  good: 'fulfilled',
  partial: 'open',
  stale: 'no-data',
  error: 'broken',
}

type NoticeProps = Readonly<{
  kind: NoticeKind
  /** The fact. */
  title: ReactNode
  /** The reason. */
  children?: ReactNode
  /** The next step: a link or a button. */
  action?: ReactNode
}>

/** What a place says when it has no figures, or not all of them: fact, reason, next step. */
export function Notice({ kind, title, children, action }: NoticeProps) {
  const glyph = glyphs[kind]
  return (
    <div
      className={`${styles['notice']} ${styles[kind] ?? ''}`}
      role={kind === 'error' ? 'alert' : undefined}
    >
      <p className={styles['title']}>
        {glyph && <StateGlyph state={glyph} />}
        <span>{title}</span>
      </p>
      {children !== undefined && <div className={styles['detail']}>{children}</div>}
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  )
}
