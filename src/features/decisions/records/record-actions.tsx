import { Link } from '@tanstack/react-router'

import { usePermission } from '../../../api/use-permission.ts'
import type { DecisionDetail } from '../../../contract/decision-answers.ts'
import { mayFollow } from '../../../domain/decision.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { downloadText } from '../../../ui/download-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import styles from './record.module.css'

export type RecordMode = 'read' | 'change' | 'withdraw'

type RecordActionsProps = Readonly<{ detail: DecisionDetail; onMode: (mode: RecordMode) => void }>

/** What may be done to it, and how it is taken along. */
export function RecordActions({ detail, onMode }: RecordActionsProps) {
  const { decision } = detail
  const { whyNot } = usePermission('record-decisions', decision.subject.team)
  const may = (deed: 'change' | 'withdraw' | 'supersede') =>
    whyNot === null && mayFollow(decision.state, deed)
  return (
    <div className={styles['acts']}>
      {may('change') && (
        <Button onClick={() => onMode('change')}>
          {decision.state === 'draft' ? 'Go on with the draft' : 'Change'}
        </Button>
      )}
      {may('supersede') && (
        <Link className={buttonClass()} {...decisionPaths.create({ supersedes: decision.id })}>
          Supersede
        </Link>
      )}
      {may('withdraw') && <Button onClick={() => onMode('withdraw')}>Withdraw</Button>}
      <Button onClick={() => window.print()}>Print</Button>
      <Button
        onClick={() =>
          downloadText(`decision-${decision.id}.json`, 'application/json', JSON.stringify(detail, null, 2))
        }
      >
        <Icon name="download" />
        JSON
      </Button>
      {whyNot !== null && <span className="muted">{whyNot} to change it.</span>}
    </div>
  )
}
