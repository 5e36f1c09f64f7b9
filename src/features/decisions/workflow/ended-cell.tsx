import type { Adherence } from '../../../domain/adherence.ts'
import { formatRemaining } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { StateGlyph } from '../../../ui/state-glyph.tsx'
import styles from './ended-cell.module.css'

type EndedCellProps = Readonly<{
  adherence: Adherence
  /** Null without a budget, without traffic or measurements. */
  remaining: number | null
}>

const silences: Partial<Record<Adherence, string>> = {
  absent: 'The SLO did not exist in this period',
  'no-data': 'No measurements arrived in this period',
  'no-traffic': 'Nobody asked in this period',
}

/** How a closed period ended: the verdict as a shape, and what was left. */
export function EndedCell({ adherence, remaining }: EndedCellProps) {
  const silence = silences[adherence]
  if (silence !== undefined) return <Absent reason={silence} />
  const isBroken = adherence === 'broken'
  const verdict = isBroken ? 'Broken' : 'Fulfilled'
  return (
    <span className={isBroken ? `${styles['cell']} ${styles['broken']}` : styles['cell']}>
      <StateGlyph state={isBroken ? 'broken' : 'fulfilled'} label={verdict} />
      {remaining === null ? (
        <Absent reason="A target of 100 % leaves no budget" />
      ) : (
        `${formatRemaining(remaining)}${NARROW_SPACE}%`
      )}
    </span>
  )
}
