import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'

import { catalogStateQueries } from '../../../api/catalog-state-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import type { BudgetHistory } from '../../../contract/budget-history.ts'
import { formatTarget } from '../../../domain/format.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { EndpointName } from '../../../ui/endpoint-name.tsx'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import styles from './change-target.module.css'
import { checkTarget } from './target-input.ts'
import { TargetEffect } from './target-effect.tsx'
import { TargetPatch } from './target-patch.tsx'

type ChangeTargetDialogProps = Readonly<{ history: BudgetHistory; onClose: () => void }>

/** What another target would do, and the patch that agrees on it. Nothing is changed from here: that is up to the files. */
export function ChangeTargetDialog({ history, onClose }: ChangeTargetDialogProps) {
  const { endpoint, sliName, target } = history
  const [asked, setAsked] = useState({ target: '', reason: '' })
  const [typed, setTyped] = useDraft(asked.target, (text) => setAsked({ ...asked, target: text }))
  const [reason, setReason] = useDraft(asked.reason, (text) => setAsked({ ...asked, reason: text }))
  const { share } = checkTarget(asked.target, target)

  return (
    <Dialog title="Change target" width="wide" onClose={onClose}>
      {() => (
        <>
          <p className={styles['subject']}>
            <EndpointName {...endpoint} /> {sliName}, now {formatTarget(target)}
            {NARROW_SPACE}%
          </p>
          <div className={styles['fields']}>
            <TargetField value={typed} current={target} onChange={setTyped} />
            <label className={styles['field']}>
              <span>Reason</span>
              <input
                value={reason}
                maxLength={500}
                placeholder="Stands beside the target in the file"
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
          </div>
          {share === null ? (
            <p className={styles['hint']}>
              The effect on the current period and the patch to commit appear here. Nothing is changed before
              the patch is.
            </p>
          ) : (
            <Consequences history={history} share={share} reason={asked.reason.trim()} />
          )}
        </>
      )}
    </Dialog>
  )
}

type TargetFieldProps = Readonly<{ value: string; current: number; onChange: (text: string) => void }>

function TargetField({ value, current, onChange }: TargetFieldProps) {
  const errorId = useId()
  const { error } = checkTarget(value, current)
  return (
    <label className={styles['field']}>
      <span>New target, %</span>
      <input
        className={styles['percent']}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        placeholder={formatTarget(current)}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        onChange={(event) => onChange(event.target.value)}
      />
      {error !== null && (
        <span id={errorId} role="alert" className={styles['error']}>
          {error}
        </span>
      )}
    </label>
  )
}

type ConsequencesProps = Readonly<{ history: BudgetHistory; share: string; reason: string }>

function Consequences({ history: { sloId, slaTarget, flavor }, share, reason }: ConsequencesProps) {
  const query = useQuery(catalogStateQueries.targetChange(sloId, share, reason))
  return (
    <QueryPanel title="The effect of the new target" query={query}>
      {(change) => (
        <>
          <TargetEffect change={change} slaTarget={slaTarget} />
          <TargetPatch patch={change.patch} isDefault={flavor === 'default'} />
        </>
      )}
    </QueryPanel>
  )
}
