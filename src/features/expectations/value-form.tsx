import { YES_OR_NO } from '../../domain/expectation.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { expectationChanges } from '../../api/expectation-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import { expectationValueOf, type Expectation, type ExpectationDetail } from '../../contract/expectations.ts'
import { monthPattern } from '../../domain/month.ts'
import { Form, FormRow, SubmitActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { figureOf } from './expectation-draft.ts'
import { signalValue } from './expectation-words.ts'

type ValueFormProps = Readonly<{
  expectation: Expectation
  values: ExpectationDetail['values']
  onDone: () => void
}>

/** The value of a month, in place of what stood there. */
export function ValueForm({ expectation: { id, unit }, values, onDone }: ValueFormProps) {
  const save = useMutation(expectationChanges.writeValue())
  const [month, setMonth] = useState('')
  const [value, setValue] = useState('')
  const [note, setNote] = useState('')
  const [isTried, setIsTried] = useState(false)
  const figure = figureOf(value)
  const isMonth = monthPattern.test(month)
  const held = values.find((one) => one.month === month)
  // Of each month as the form found it: the page goes on being read meanwhile.
  const [seenVersions, setSeenVersions] = useState(
    () => new Map(values.map((one) => [one.month, one.version])),
  )

  function send(seenVersion: number) {
    setIsTried(true)
    if (figure === null || !isMonth) return
    const body = { month, seenVersion, entered: { value: figure, note: note.trim() } }
    save.mutate({ id, body }, { onSuccess: onDone })
  }

  return (
    <Form name="Enter a value" onSubmit={() => send(seenVersions.get(month) ?? 0)}>
      <FormRow>
        <TextField
          label="Month"
          type="month"
          value={month}
          placeholder="2026-11"
          onChange={setMonth}
          mistake={isTried && !isMonth && 'A month, as 2026-11'}
          note={
            held === undefined
              ? 'At the end of which it was so'
              : `Takes the place of ${signalValue(held.value, unit)} by ${held.by}`
          }
        />
        <TextField
          label={unit === YES_OR_NO ? 'Value: 1 for yes, 0 for no' : `Value${unit === '' ? '' : `, ${unit}`}`}
          value={value}
          autoComplete="off"
          onChange={setValue}
          mistake={isTried && figure === null && 'A number'}
        />
        <TextField label="Note" value={note} maxLength={2000} autoComplete="off" onChange={setNote} />
      </FormRow>
      <NotSaved
        change={save}
        bodyOf={expectationValueOf}
        inWords={(theirs) => `${signalValue(theirs.value, unit)} ${theirs.note}`}
        onTake={(theirs, version) => {
          setValue(String(theirs.value))
          setNote(theirs.note)
          setSeenVersions((seen) => new Map(seen).set(month, version))
        }}
        onKeep={send}
      />
      <SubmitActions submit="Save the value" isPending={save.isPending} onCancel={onDone} />
    </Form>
  )
}
