import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { expectationChanges } from '../../api/expectation-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import { hypothesisOf } from '../../contract/expectations.ts'
import { stakeholders } from '../../domain/expectation.ts'
import { Form, FormRow, SubmitActions } from '../../ui/form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  draftOf,
  hypothesisFrom,
  mistakesOf,
  type DraftMistakes,
  type ExpectationDraft,
} from './expectation-draft.ts'
import { stakeholderWords } from './expectation-words.ts'
import { SignalFields } from './signal-fields.tsx'

type ExpectationFormProps = Readonly<{
  id: string
  /** The version that was seen; 0 for a new one. */
  version: number
  start: ExpectationDraft
  onDone: () => void
}>

type TextName = 'title' | 'capability' | 'outcome' | 'signal' | 'wayToTest' | 'owner' | 'changedBecause'

const textFields: readonly Readonly<{ name: TextName; label: string; note: string }>[] = [
  { name: 'title', label: 'Expectation', note: 'In a few words, as it stands in lists' },
  { name: 'capability', label: 'Capability', note: 'What is being built' },
  { name: 'outcome', label: 'Outcome', note: 'What will be better, and for whom' },
  { name: 'signal', label: 'Measurable signal', note: 'By what everybody will see it' },
  { name: 'wayToTest', label: 'How it is tested', note: 'Which records are looked at' },
  { name: 'owner', label: 'Owner', note: 'A role, not a name' },
]

const MOST_CHARACTERS = 300

export function ExpectationForm({ id, version, start, onDone }: ExpectationFormProps) {
  const save = useMutation(expectationChanges.write())
  const [draft, setDraft] = useState(start)
  // Of what the form began with: the page goes on being read meanwhile.
  const [seenVersion, setSeenVersion] = useState(version)
  const [isTried, setIsTried] = useState(false)
  const mistakes: DraftMistakes = isTried ? mistakesOf(draft) : {}
  const change = (part: Partial<ExpectationDraft>) => setDraft((held) => ({ ...held, ...part }))

  function send(overVersion: number) {
    setIsTried(true)
    if (Object.keys(mistakesOf(draft)).length > 0) return
    save.mutate(
      { id, body: { seenVersion: overVersion, hypothesis: hypothesisFrom(draft) } },
      { onSuccess: onDone },
    )
  }

  return (
    <Form onSubmit={() => send(seenVersion)}>
      <FormRow>
        <SelectField
          label="Whose"
          value={draft.stakeholder}
          options={stakeholders.map((value) => ({ value, label: stakeholderWords[value] }))}
          onChange={(stakeholder) => change({ stakeholder })}
        />
        {textFields.map(({ name, label, note }) => (
          <TextField
            key={name}
            label={label}
            value={draft[name]}
            maxLength={MOST_CHARACTERS}
            autoComplete="off"
            onChange={(text) => change({ [name]: text })}
            mistake={mistakes[name]}
            note={note}
          />
        ))}
      </FormRow>
      <SignalFields draft={draft} mistakes={mistakes} onChange={change} />
      {version > 0 && (
        <TextField
          label="No longer expected in this form, because"
          value={draft.changedBecause}
          maxLength={MOST_CHARACTERS}
          autoComplete="off"
          onChange={(changedBecause) => change({ changedBecause })}
          note="Left empty while it is; with a reason its state is “Changed”"
        />
      )}
      <NotSaved
        change={save}
        bodyOf={hypothesisOf}
        inWords={(theirs) => differences(draft, draftOf(theirs))}
        onTake={(theirs, theirVersion) => {
          setDraft(draftOf(theirs))
          setSeenVersion(theirVersion)
        }}
        onKeep={send}
      />
      {Object.keys(mistakes).length > 0 && (
        <p role="alert" className="muted">
          Something is missing: it stands below each field.
        </p>
      )}
      <SubmitActions submit="Save the expectation" isPending={save.isPending} onCancel={onDone} />
    </Form>
  )
}

/** What they have otherwise, field by field. */
function differences(mine: ExpectationDraft, theirs: ExpectationDraft): string {
  const names = Object.keys(mine) as (keyof ExpectationDraft)[]
  const differing = names.filter((name) => mine[name] !== theirs[name])
  if (differing.length === 0) return 'the same as yours'
  return differing
    .map((name) => `${name}: “${String(theirs[name])}”, yours “${String(mine[name])}”`)
    .join('; ')
}
