import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { decisionChanges } from '../../../api/decision-queries.ts'
import { NotSaved } from '../../../api/not-saved.tsx'
import { type DecisionDetail } from '../../../contract/decision-answers.ts'
import { effectOf, MOST_TEXT, type DecisionEffect } from '../../../contract/decisions.ts'
import { formatDay } from '../../../domain/day.ts'
import { effectResults, type EffectResult } from '../../../domain/decision.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { Form, FormRow } from '../../../ui/form.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './decision-form.module.css'
import { resultWords } from './decision-words.ts'

type EffectFormProps = Readonly<{ detail: DecisionDetail; onDone: () => void }>

/** Whether the hypothesis came true, and whether it is looked at again. */
export function EffectForm({ detail, onDone }: EffectFormProps) {
  const save = useMutation(decisionChanges.checkEffect())
  const today = detail.readAt.slice(0, 10)
  const [seenVersion] = useState(detail.effects[0]?.version ?? 0)
  const [heldOn, setHeldOn] = useState(today)
  const [result, setResult] = useState<EffectResult>('undecided')
  const [note, setNote] = useState('')
  const [nextOn, setNextOn] = useState('')

  function send(version: number) {
    const effect: DecisionEffect = {
      heldOn,
      result,
      note: note.trim(),
      nextOn: nextOn === '' ? null : nextOn,
    }
    save.mutate({ id: detail.decision.id, body: { seenVersion: version, effect } }, { onSuccess: onDone })
  }

  return (
    <Form name="What came of it" onSubmit={() => send(seenVersion)}>
      <FormRow>
        <TextField label="Looked at on" type="date" value={heldOn} max={today} onChange={setHeldOn} />
        <SelectField
          label="Result"
          value={result}
          options={effectResults.map((value) => ({ value, label: resultWords[value] }))}
          onChange={setResult}
        />
      </FormRow>
      <TextArea label="What was found" maxLength={MOST_TEXT} value={note} onChange={setNote} />
      <TextField
        label="Look again on"
        type="date"
        value={nextOn}
        min={heldOn}
        onChange={setNextOn}
        note="Left empty: no more"
      />
      <NotSaved
        change={save}
        bodyOf={effectOf}
        inWords={inWords}
        take="Leave it as it is now"
        onTake={onDone}
        onKeep={send}
      />
      <div className={styles['actions']}>
        <button type="submit" className={buttonClass('primary')} disabled={save.isPending}>
          {save.isPending ? 'Saving' : 'Save the effect'}
        </button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </Form>
  )
}

function inWords({ heldOn, result, note }: DecisionEffect): string {
  return `${resultWords[result]}, ${formatDay(heldOn)}${note === '' ? '' : `: “${note}”`}`
}
