import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { decisionChanges } from '../../../api/decision-queries.ts'
import { newId } from '../../../api/new-id.ts'
import { RefusedChange } from '../../../api/refused-change.tsx'
import { usePermission } from '../../../api/use-permission.ts'
import type { DecisionSeed } from '../../../contract/decisions.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import { bodyOf, draftOfSeed, mistakesOf, restOfSeed, type DecisionDraft } from './decision-draft.ts'
import { DecisionFields } from './decision-fields.tsx'
import styles from './decision-form.module.css'
import { useSelfAsDecider } from './use-self-as-decider.ts'

type DecisionFormProps = Readonly<{
  /** What the workflow knows now: it may change while the form is filled in. */
  draft: DecisionSeed
  /** The record whose place it takes. */
  supersedes?: string
  /** What was typed beside the form is in the record now. */
  onSaved?: () => void
}>

/** The end of every workflow: what is decided, by whom, and when it is looked at again. Leads to the record. */
export function DecisionForm({ draft: seed, supersedes, onSaved }: DecisionFormProps) {
  const navigate = useNavigate()
  const save = useMutation(decisionChanges.write())
  const self = useSelfAsDecider()
  const [id] = useState(() => newId('d'))
  // Only what the person changed: the rest follows the workflow.
  const [edited, setEdited] = useState<Partial<DecisionDraft>>({})
  const [tried, setTried] = useState<'draft' | 'record' | null>(null)
  const { whyNot } = usePermission('record-decisions', seed.subject.team)
  const draft: DecisionDraft = { ...draftOfSeed(seed), deciders: self, ...edited }
  const mistakes = tried === null ? {} : mistakesOf(draft, tried === 'draft', seed.evidenceAt)

  function send(isDraft: boolean) {
    setTried(isDraft ? 'draft' : 'record')
    if (Object.keys(mistakesOf(draft, isDraft, seed.evidenceAt)).length > 0) return
    const decision = bodyOf(draft, restOfSeed(seed, supersedes ?? null), isDraft)
    save.mutate(
      { id, body: { seenVersion: 0, decision } },
      {
        onSuccess: () => {
          onSaved?.()
          void navigate(decisionPaths.record(id))
        },
      },
    )
  }

  return (
    <Form name="Your decision" onSubmit={() => whyNot === null && send(false)}>
      <DecisionFields
        draft={draft}
        outcome={seed.outcome}
        mistakes={mistakes}
        onChange={(part) => setEdited((held) => ({ ...held, ...part }))}
      />
      <RefusedChange title="It was not recorded" error={save.error} />
      {Object.keys(mistakes).length > 0 && (
        <p role="alert" className="muted">
          Something is missing: it stands below each field.
        </p>
      )}
      <div className={styles['actions']}>
        <Button look="primary" disabled={whyNot !== null || save.isPending} onClick={() => send(false)}>
          {save.isPending ? 'Saving' : 'Record decision'}
        </Button>
        <Button disabled={whyNot !== null || save.isPending} onClick={() => send(true)}>
          Save draft
        </Button>
        {whyNot !== null && <span className="muted">{whyNot} to record it.</span>}
      </div>
    </Form>
  )
}
