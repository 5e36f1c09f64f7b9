import type { ClauseStatus } from '../../domain/policy-enactment.ts'
import { clauseGlyphs, clauseStatusWords } from '../../ui/policy-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import styles from './policies.module.css'

type ClauseStatusMarkProps = Readonly<{ status: ClauseStatus; words?: string }>

/** Shape and words; tinted where people are waited for. */
export function ClauseStatusMark({ status, words = clauseStatusWords[status] }: ClauseStatusMarkProps) {
  const glyph = clauseGlyphs[status]
  return (
    <span className={glyph === 'at-risk' ? `${styles['mark']} ${styles['pressing']}` : styles['mark']}>
      {glyph !== undefined && <StateGlyph state={glyph} />}
      {words}
    </span>
  )
}
