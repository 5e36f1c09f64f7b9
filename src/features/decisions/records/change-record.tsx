import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { decisionChanges } from '../../../api/decision-queries.ts'
import { NotSaved } from '../../../api/not-saved.tsx'
import { type DecisionDetail, type DecisionVersion } from '../../../contract/decision-answers.ts'
import { decisionOf } from '../../../contract/decisions.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { bodyOf, draftOfBody, mistakesOf } from './decision-draft.ts'
import { DecisionFields } from './decision-fields.tsx'
import { differencesOf } from './decision-differences.ts'
import styles from './decision-form.module.css'

type ChangeRecordProps = Readonly<{
  detail: DecisionDetail
  latest: DecisionVersion
  onDone: () => void
}>

/** Another version, which nobody has signed. Evidence stays as it was seen. */
export function ChangeRecord({ detail: { decision }, latest, onDone }: ChangeRecordProps) {
  const save = useMutation(decisionChanges.write())
  // Of what the form began with: the page goes on being read meanwhile.
  const [base, setBase] = useState(latest)
  const [draft, setDraft] = useState(() => draftOfBody(latest.body))
  const [tried, setTried] = useState<'draft' | 'record' | null>(null)
  const { body } = base
  const mistakes = tried === null ? {} : mistakesOf(draft, tried === 'draft', body.evidenceAt)
  const signedCount = latest.signatures.filter(({ signed }) => signed !== null).length

  function send(seenVersion: number, isDraft: boolean) {
    setTried(isDraft ? 'draft' : 'record')
    if (Object.keys(mistakesOf(draft, isDraft, body.evidenceAt)).length > 0) return
    save.mutate(
      { id: decision.id, body: { seenVersion, decision: bodyOf(draft, body, isDraft) } },
      { onSuccess: onDone },
    )
  }

  return (
    <Form name="Change the decision" onSubmit={() => send(base.version, false)}>
      {signedCount > 0 && (
        <p>
          {signedCount === 1 ? 'One signature stays' : `${signedCount} signatures stay`} with version{' '}
          {latest.version}; what is changed here is another version, and all sign it again.
        </p>
      )}
      <DecisionFields
        draft={draft}
        outcome={body.outcome}
        mistakes={mistakes}
        onChange={(part) => setDraft((held) => ({ ...held, ...part }))}
      />
      <NotSaved
        change={save}
        title="It was not changed"
        bodyOf={decisionOf}
        inWords={(theirs) => differencesOf(bodyOf(draft, body, body.isDraft), theirs)}
        onTake={(theirs, version) => {
          setDraft(draftOfBody(theirs))
          setBase({ ...base, version, body: theirs })
        }}
        onKeep={(version) => send(version, tried === 'draft')}
      />
      {Object.keys(mistakes).length > 0 && (
        <p role="alert" className="muted">
          Something is missing: it stands below each field.
        </p>
      )}
      <div className={styles['actions']}>
        <Button look="primary" disabled={save.isPending} onClick={() => send(base.version, false)}>
          {decision.state === 'draft' ? 'Record decision' : 'Save the change'}
        </Button>
        {decision.state === 'draft' && (
          <Button disabled={save.isPending} onClick={() => send(base.version, true)}>
            Save draft
          </Button>
        )}
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </Form>
  )
}
