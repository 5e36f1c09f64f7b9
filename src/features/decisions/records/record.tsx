import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { decisionQueries } from '../../../api/decision-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import type { DecisionDetail } from '../../../contract/decision-answers.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ChangeRecord } from './change-record.tsx'
import { RecordActions, type RecordMode } from './record-actions.tsx'
import { RecordEffect } from './record-effect.tsx'
import { RecordEvidence } from './record-evidence.tsx'
import { RecordFacts } from './record-facts.tsx'
import { RecordHistory } from './record-history.tsx'
import { RecordSignatures } from './record-signatures.tsx'
import styles from './record.module.css'
import { RecordLede } from './record-lede.tsx'
import { WithdrawRecord } from './withdraw-record.tsx'

const SKELETON_LINES = 16

/** One decision, as it can be read, signed and printed. */
export function DecisionRecord({ id }: Readonly<{ id: string }>) {
  const query = useQuery(decisionQueries.one(id))
  return (
    <>
      {query.data === undefined ? (
        <PageHeader title="Decision" lede={id} />
      ) : (
        <PageHeader title={query.data.decision.title} lede={<RecordLede decision={query.data.decision} />} />
      )}
      <QueryPanel
        title="The decision"
        query={query}
        skeleton={<Skeleton name="the decision" lines={SKELETON_LINES} />}
      >
        {(detail) => <Sheet key={id} detail={detail} />}
      </QueryPanel>
    </>
  )
}

function Sheet({ detail }: Readonly<{ detail: DecisionDetail }>) {
  const { decision, versions, supersededBy } = detail
  const [mode, setMode] = useState<RecordMode>('read')
  const back = () => setMode('read')
  const [latest] = versions
  if (latest === undefined) return null
  if (mode === 'change') {
    return (
      <div className={styles['form']}>
        <ChangeRecord detail={detail} latest={latest} onDone={back} />
      </div>
    )
  }
  return (
    <div className={styles['sheet']}>
      <RecordActions detail={detail} onMode={setMode} />
      {mode === 'withdraw' && (
        <div className={styles['form']}>
          <WithdrawRecord decision={decision} onDone={back} />
        </div>
      )}
      {decision.state === 'withdrawn' && (
        <Notice kind="missing" title="It was withdrawn">
          {latest.body.withdrawnBecause}
        </Notice>
      )}
      {decision.standingVersion !== null && supersededBy === null && (
        <Notice kind="partial" title={`Version ${decision.version} waits for signatures`}>
          Version {decision.standingVersion}, which all signed, holds until then.
        </Notice>
      )}
      <RecordFacts detail={detail} body={latest.body} />
      <RecordSignatures detail={detail} latest={latest} />
      <RecordEvidence body={latest.body} />
      <RecordEffect detail={detail} />
      <RecordHistory detail={detail} />
    </div>
  )
}
