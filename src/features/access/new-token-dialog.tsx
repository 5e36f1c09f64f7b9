import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { accessChanges } from '../../api/access-queries.ts'
import { scopes, type Scope } from '../../domain/access/caller.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { Form, SubmitActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Time } from '../../ui/time.tsx'
import { scopeWords } from './access-words.ts'
import styles from './access.module.css'
import { RefusedChange } from '../../api/refused-change.tsx'
import { ShownOnce } from './shown-once.tsx'

const DAY_MS = 86_400_000
const lifetimes = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '365 days' },
] as const
type Lifetime = (typeof lifetimes)[number]['value']

type NewTokenDialogProps = Readonly<{ nowMs: number; onClose: () => void }>

export function NewTokenDialog({ nowMs, onClose }: NewTokenDialogProps) {
  const create = useMutation(accessChanges.createToken())
  const made = create.data
  return (
    <Dialog
      title={made === undefined ? 'Create an API token' : `“${made.token.name}” is ready`}
      onClose={onClose}
      mustBeAnswered={made !== undefined}
    >
      {(close) =>
        made === undefined ? (
          <NewTokenForm nowMs={nowMs} create={create} onCancel={close} />
        ) : (
          <ShownOnce secret={made.secret} onDone={close} />
        )
      }
    </Dialog>
  )
}

type Create = ReturnType<typeof useMutation<unknown, Error, NewToken>>
type NewToken = Readonly<{ name: string; scopes: Scope[]; expiresInDays: number }>
type NewTokenFormProps = Readonly<{
  nowMs: number
  create: Pick<Create, 'error' | 'isPending'> & Readonly<{ mutate: (token: NewToken) => void }>
  onCancel: () => void
}>

function NewTokenForm({ nowMs, create, onCancel }: NewTokenFormProps) {
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly Scope[]>([])
  const [days, setDays] = useState<Lifetime>('90')
  const [isTried, setIsTried] = useState(false)
  const isNameMissing = name.trim() === ''
  const isScopeMissing = chosen.length === 0

  function submit() {
    setIsTried(true)
    if (isNameMissing || isScopeMissing) return
    create.mutate({ name: name.trim(), scopes: [...chosen], expiresInDays: Number(days) })
  }

  return (
    <Form onSubmit={submit}>
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        maxLength={100}
        autoComplete="off"
        mistake={isTried && isNameMissing && 'Give it a name'}
        note="What uses it, as in “Nightly run”"
      />
      <fieldset className={styles['choices']} aria-describedby="scopes-note">
        <legend>It may</legend>
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            isChecked={chosen.includes(scope)}
            onChange={(isChecked) =>
              setChosen((held) => (isChecked ? [...held, scope] : held.filter((other) => other !== scope)))
            }
          >
            {scopeWords[scope]}
          </Checkbox>
        ))}
        <p id="scopes-note" className={isTried && isScopeMissing ? styles['wrong'] : 'muted'}>
          {isTried && isScopeMissing ? 'Choose at least one' : 'As little as it needs'}
        </p>
      </fieldset>
      <p>
        <FilterSelect label="Valid for" value={days} options={lifetimes} onChange={setDays} />{' '}
        <span className="muted">
          until <Time at={nowMs + Number(days) * DAY_MS} form="full" />
        </span>
      </p>
      <RefusedChange title="The token could not be created" error={create.error} />
      <SubmitActions
        submit="Create the token"
        submitting="Creating"
        isPending={create.isPending}
        onCancel={onCancel}
      />
    </Form>
  )
}
