import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { NotSaved } from '../../api/not-saved.tsx'
import { policyChanges } from '../../api/policy-queries.ts'
import { enactmentBodyOf, type EnactmentOnWire } from '../../contract/enactments.ts'
import { consequenceWords } from '../../domain/describe-policies.ts'
import { consequenceStates } from '../../domain/policy-enactment.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Form, FormGroup, FormRow, SubmitActions } from '../../ui/form.tsx'
import { consequenceStateWords, standingWords } from '../../ui/policy-words.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Time } from '../../ui/time.tsx'
import {
  draftOf,
  draftOfBody,
  sentOf,
  theirWords,
  type ConsequenceDraft,
  type EnactmentDraft,
} from './enactment-draft.ts'

type EnactmentFormProps = Readonly<{ enactment: EnactmentOnWire; onDone: () => void }>

/** Acknowledged by whom, and how far each consequence is. */
export function EnactmentForm({ enactment, onDone }: EnactmentFormProps) {
  const { team, written, acknowledged, consequences } = enactment
  const save = useMutation(policyChanges.enactment(team, written.enactment))
  const [draft, setDraft] = useState<EnactmentDraft>(() => draftOf(enactment))
  // What was seen when it was opened: a list that is asked anew meanwhile changes nothing of what is typed here.
  const [seenVersion, setSeenVersion] = useState(written.version)

  function send(version: number) {
    save.mutate({ seenVersion: version, ...sentOf(draft, enactment) }, { onSuccess: onDone })
  }

  const setOne = (place: number, change: Partial<ConsequenceDraft>) =>
    setDraft({
      ...draft,
      consequences: draft.consequences.map((one, at) => (at === place ? { ...one, ...change } : one)),
    })

  return (
    <Form onSubmit={() => send(seenVersion)}>
      <Checkbox
        isChecked={draft.isAcknowledged}
        onChange={(isAcknowledged) => setDraft({ ...draft, isAcknowledged })}
      >
        Acknowledged
        {acknowledged !== null && (
          <span className="muted">
            {` by ${acknowledged.by}, `}
            <Time at={acknowledged.at} form="day-time" />
          </span>
        )}
      </Checkbox>
      <TextField
        label="Note"
        value={draft.note}
        onChange={(note) => setDraft({ ...draft, note })}
        maxLength={2000}
        autoComplete="off"
        disabled={!draft.isAcknowledged}
      />
      {consequences.map((consequence, place) => {
        const one = draft.consequences[place]
        return (
          one !== undefined && (
            <ConsequenceFields
              key={`${consequence.kind} ${consequence.description}`}
              consequence={consequence}
              draft={one}
              onChange={(change) => setOne(place, change)}
            />
          )
        )
      })}
      <NotSaved
        change={save}
        bodyOf={enactmentBodyOf}
        inWords={(theirs) => theirWords(theirs).join('. ')}
        onTake={(theirs, version) => {
          setDraft(draftOfBody(theirs, enactment))
          setSeenVersion(version)
        }}
        onKeep={send}
      />
      <SubmitActions
        submit="Save what was done"
        isPending={save.isPending}
        cancel="Close"
        onCancel={onDone}
      />
    </Form>
  )
}

type ConsequenceFieldsProps = Readonly<{
  consequence: EnactmentOnWire['consequences'][number]
  draft: ConsequenceDraft
  onChange: (change: Partial<ConsequenceDraft>) => void
}>

function ConsequenceFields({ consequence, draft, onChange }: ConsequenceFieldsProps) {
  const { dueAt, standing, by, stateAt } = consequence
  return (
    <FormGroup name={consequenceWords(consequence)}>
      <p className="muted">
        {standingWords[standing]}
        {dueAt !== null && (
          <>
            , due <Time at={dueAt} form="day-time" />
          </>
        )}
        {by !== null && (
          <>
            {`; ${by}, `}
            <Time at={stateAt} form="day-time" />
          </>
        )}
      </p>
      <FormRow>
        <SelectField
          label="State"
          value={draft.state}
          options={consequenceStates.map((value) => ({ value, label: consequenceStateWords[value] }))}
          onChange={(state) => onChange({ state })}
        />
        <TextField
          label="Work item"
          type="url"
          placeholder="https://"
          value={draft.link}
          onChange={(link) => onChange({ link })}
          autoComplete="off"
        />
        <TextField
          label={draft.state === 'left-out' ? 'Why it was left out' : 'Note'}
          value={draft.note}
          onChange={(note) => onChange({ note })}
          maxLength={2000}
          autoComplete="off"
        />
      </FormRow>
    </FormGroup>
  )
}
