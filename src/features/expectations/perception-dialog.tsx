import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { expectationChanges } from '../../api/expectation-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import {
  comparisons,
  perceivers,
  perceptionOf,
  type Perception,
  type PerceptionItem,
} from '../../contract/expectations.ts'
import { HIGHEST_ANSWER } from '../../domain/net-promoter.ts'
import { monthPattern } from '../../domain/month.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormRow, SubmitActions } from '../../ui/form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { comparisonWords, perceiverWords } from './expectation-words.ts'

type PerceptionDialogProps = Readonly<{ perception: PerceptionItem | null; onClose: () => void }>

export function PerceptionDialog({ perception, onClose }: PerceptionDialogProps) {
  return (
    <Dialog title={perception === null ? 'Record a survey' : 'Change a survey'} onClose={onClose}>
      {(close) => <PerceptionForm perception={perception} onDone={close} />}
    </Dialog>
  )
}

type Draft = Readonly<{
  who: Perception['who']
  month: string
  recommend: string
  reliable: string
  thanData: NonNullable<Perception['thanData']> | 'not-said'
  text: string
}>

function draftOf(perception: Perception | null): Draft {
  return {
    who: perception?.who ?? 'users',
    month: perception?.month ?? '',
    recommend: perception?.recommend?.join(' ') ?? '',
    reliable: perception?.reliable?.join(' ') ?? '',
    thanData: perception?.thanData ?? 'not-said',
    text: perception?.text ?? '',
  }
}

/** Eleven counts, undefined where that is not what stands there, null for none. */
function answersOf(text: string): number[] | null | undefined {
  if (text.trim() === '') return null
  const counts = text
    .trim()
    .split(/[\s,;]+/)
    .map(Number)
  const isRight =
    counts.length === HIGHEST_ANSWER + 1 && counts.every((count) => Number.isInteger(count) && count >= 0)
  return isRight ? counts : undefined
}

const answersNote = 'Eleven counts, from who answered 0 to who answered 10; empty where nobody was asked'

type PerceptionFormProps = Readonly<{ perception: PerceptionItem | null; onDone: () => void }>

function PerceptionForm({ perception, onDone }: PerceptionFormProps) {
  const save = useMutation(expectationChanges.writePerception())
  const [draft, setDraft] = useState(() => draftOf(perception))
  // Of what the form began with: the page goes on being read meanwhile.
  const [seenVersion, setSeenVersion] = useState(perception?.version ?? 0)
  const [isTried, setIsTried] = useState(false)
  const change = (part: Partial<Draft>) => setDraft((held) => ({ ...held, ...part }))
  const { who, month, thanData } = draft
  const [recommend, reliable, text] = [
    answersOf(draft.recommend),
    answersOf(draft.reliable),
    draft.text.trim(),
  ]
  const isMonth = monthPattern.test(month)
  const isEmpty = recommend === null && reliable === null && text === ''
  const id = perception?.id ?? `${who}-${month}`

  const isTakingBack = save.variables?.body.perception === null

  function takeBack(version: number) {
    save.mutate({ id, body: { seenVersion: version, perception: null } }, { onSuccess: onDone })
  }

  function send(version: number) {
    setIsTried(true)
    if (!isMonth || recommend === undefined || reliable === undefined || isEmpty) return
    const entered = {
      who,
      month,
      recommend,
      reliable,
      thanData: thanData === 'not-said' ? null : thanData,
      text,
    }
    save.mutate({ id, body: { seenVersion: version, perception: entered } }, { onSuccess: onDone })
  }

  return (
    <Form onSubmit={() => send(seenVersion)}>
      <FormRow>
        <SelectField
          label="Who"
          value={who}
          options={perceivers.map((value) => ({ value, label: perceiverWords[value] }))}
          onChange={(chosen) => change({ who: chosen })}
        />
        <TextField
          label="Month"
          type="month"
          value={month}
          placeholder="2026-11"
          onChange={(chosen) => change({ month: chosen })}
          mistake={isTried && !isMonth && 'The month they were asked in'}
        />
      </FormRow>
      <TextField
        label="How likely are you to recommend us?"
        value={draft.recommend}
        autoComplete="off"
        onChange={(recommended) => change({ recommend: recommended })}
        mistake={recommend === undefined && answersNote}
        note={answersNote}
      />
      <TextField
        label="How reliable do you find us?"
        value={draft.reliable}
        autoComplete="off"
        onChange={(found) => change({ reliable: found })}
        mistake={reliable === undefined && answersNote}
        note={answersNote}
      />
      <SelectField
        label="They see it"
        value={thanData}
        options={[
          { value: 'not-said', label: 'not compared' },
          ...comparisons.map((value) => ({ value, label: comparisonWords[value].toLowerCase() })),
        ]}
        onChange={(compared) => change({ thanData: compared })}
      />
      <TextField
        label="In their words"
        value={draft.text}
        maxLength={2000}
        autoComplete="off"
        onChange={(words) => change({ text: words })}
        mistake={isTried && isEmpty && 'Answers, or what was said'}
        note="What was said, never by whom"
      />
      <NotSaved
        change={save}
        bodyOf={perceptionOf}
        inWords={(theirs) => theirs.text || 'answers without words'}
        onTake={(theirs, version) => {
          setDraft(draftOf(theirs))
          setSeenVersion(version)
        }}
        keep={isTakingBack ? 'Take it back all the same' : undefined}
        onKeep={isTakingBack ? takeBack : send}
      />
      <SubmitActions submit="Save the survey" isPending={save.isPending} onCancel={onDone}>
        {perception !== null && <Button onClick={() => takeBack(seenVersion)}>Take it back</Button>}
      </SubmitActions>
    </Form>
  )
}
