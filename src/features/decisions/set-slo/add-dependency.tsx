import { useState } from 'react'

import { unanswered, type DependencyAnswer } from '../../../domain/dependency-answers.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { shareOfPercent } from './percent-text.ts'
import styles from './set-slo.module.css'

const publishedOptions = [
  { value: 'unknown', label: 'Not published' },
  { value: 'kept', label: 'Kept' },
  { value: 'broken', label: 'Broken' },
] as const
type Published = (typeof publishedOptions)[number]['value']

const MOST_NAME = 120

type AddDependencyProps = Readonly<{
  known: readonly string[]
  onAdd: (answer: DependencyAnswer) => void
}>

/** What is outside the catalog, or the SLA of what corrections name, by its contract or its website. */
export function AddDependency({ known, onAdd }: AddDependencyProps) {
  const [name, setName] = useState('')
  const [sla, setSla] = useState('')
  const [published, setPublished] = useState<Published>('unknown')
  const [isTried, setIsTried] = useState(false)
  const promise = shareOfPercent(sla)
  const isNameWrong = isTried && name.trim() === ''
  const isSlaWrong = isTried && sla.trim() !== '' && promise === null

  function add() {
    setIsTried(true)
    if (name.trim() === '' || (sla.trim() !== '' && promise === null)) return
    const isKept = published === 'unknown' ? null : published === 'kept'
    onAdd({ ...unanswered(name.replaceAll('~', ' ').trim()), promise, isKept })
    setName('')
    setSla('')
    setPublished('unknown')
    setIsTried(false)
  }

  return (
    <form
      className={styles['add']}
      aria-label="External dependency"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label="External dependency"
        value={name}
        maxLength={MOST_NAME}
        autoComplete="off"
        onChange={setName}
        mistake={isNameWrong && 'It needs a name'}
        note={known.includes(name.trim()) ? 'Already there: its SLA is entered anew' : undefined}
      />
      <TextField
        label="SLA of its contract, %"
        value={sla}
        inputMode="decimal"
        autoComplete="off"
        onChange={setSla}
        mistake={isSlaWrong && 'Above 0 and below 100, as 99.9'}
      />
      <SelectField
        label="Published adherence"
        value={published}
        options={publishedOptions}
        onChange={setPublished}
      />
      <Button onClick={add}>Add dependency</Button>
    </form>
  )
}
