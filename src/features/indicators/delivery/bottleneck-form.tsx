import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { bottleneckChanges } from '../../../api/delivery-queries.ts'
import { NotSaved } from '../../../api/not-saved.tsx'
import { bottleneckEnteredOf, type Bottleneck } from '../../../contract/delivery.ts'
import { decisionStates } from '../../../domain/bottleneck.ts'
import { Button } from '../../../ui/button.tsx'
import { Form, FormGroup, FormRow, SubmitActions } from '../../../ui/form.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import {
  blankEvidence,
  draftOf,
  enteredFrom,
  mistakesOf,
  type BottleneckDraft,
  type EvidenceDraft,
} from './bottleneck-draft.ts'
import { decisionWords, inWords } from './bottleneck-words.ts'
import { EvidenceFields } from './evidence-fields.tsx'

const MOST_CHARACTERS = 300
const MOST_EVIDENCE = 20

type BottleneckFormProps = Readonly<{ bottleneck: Bottleneck; onDone: () => void }>

export function BottleneckForm({ bottleneck: { id, entered }, onDone }: BottleneckFormProps) {
  const save = useMutation(bottleneckChanges.write())
  // What was there when the form was opened: the list goes on being read meanwhile.
  const [seenVersion, setSeenVersion] = useState(entered?.version ?? 0)
  const [draft, setDraft] = useState(() => draftOf(entered?.isWithdrawn === true ? null : entered))
  const [isTried, setIsTried] = useState(false)
  const mistakes = isTried ? mistakesOf(draft) : {}
  const change = (part: Partial<BottleneckDraft>) => setDraft((held) => ({ ...held, ...part }))
  const changeEvidence = (at: number, part: Partial<EvidenceDraft>) =>
    setDraft((held) => ({
      ...held,
      evidence: held.evidence.map((one, place) => (place === at ? { ...one, ...part } : one)),
    }))

  function send(version: number) {
    setIsTried(true)
    if (Object.keys(mistakesOf(draft)).length > 0) return
    save.mutate({ id, body: { seenVersion: version, entered: enteredFrom(draft) } }, { onSuccess: onDone })
  }

  return (
    <Form onSubmit={() => send(seenVersion)}>
      {draft.evidence.map((evidence, at) => (
        <EvidenceFields
          key={evidence.key}
          number={at + 1}
          evidence={evidence}
          mistakes={mistakes}
          onChange={(part) => changeEvidence(at, part)}
          onRemove={() => change({ evidence: draft.evidence.filter((_one, place) => place !== at) })}
        />
      ))}
      <div>
        <Button
          disabled={draft.evidence.length >= MOST_EVIDENCE}
          onClick={() => change({ evidence: [...draft.evidence, blankEvidence()] })}
        >
          Add evidence
        </Button>
      </div>
      <FormGroup name="Decision">
        <SelectField
          label="Decision"
          value={draft.outcome}
          options={decisionStates.map((value) => ({ value, label: decisionWords[value] }))}
          onChange={(outcome) => change({ outcome })}
        />
        {draft.outcome !== 'open' && (
          <FormRow>
            <TextField
              label="Reason"
              value={draft.reason}
              maxLength={MOST_CHARACTERS}
              autoComplete="off"
              onChange={(reason) => change({ reason })}
              mistake={mistakes.reason}
              note="Why now, or why not now"
            />
            <TextField
              label="Owner"
              value={draft.owner}
              maxLength={MOST_CHARACTERS}
              autoComplete="off"
              onChange={(owner) => change({ owner })}
              mistake={mistakes.owner}
              note="A role, not a name"
            />
            <TextField
              label="By"
              type="date"
              value={draft.date}
              onChange={(date) => change({ date })}
              mistake={mistakes.date}
              note="When it is done, or looked at again"
            />
          </FormRow>
        )}
      </FormGroup>
      <NotSaved
        change={save}
        bodyOf={bottleneckEnteredOf}
        inWords={(theirs) => (
          <>
            {inWords(theirs)}. Yours: {inWords(enteredFrom(draft))}
          </>
        )}
        onTake={(theirs, version) => {
          setDraft(draftOf(theirs))
          setSeenVersion(version)
        }}
        onKeep={send}
      />
      {mistakes.all !== undefined && (
        <p role="alert" className="muted">
          {mistakes.all}
        </p>
      )}
      <SubmitActions submit="Save evidence and decision" isPending={save.isPending} onCancel={onDone} />
    </Form>
  )
}
