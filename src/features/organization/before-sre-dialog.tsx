import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { beforeSreChanges } from '../../api/before-sre-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import { beforeSreOf, type BeforeSre, type BeforeSreAnswer } from '../../contract/before-sre.ts'
import { formatMonth, monthPattern } from '../../domain/month.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormRow, SubmitActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Time } from '../../ui/time.tsx'
import { beforeFrom } from '../../url/organization-view.ts'
import styles from './organization.module.css'

type BeforeSreDialogProps = Readonly<{ answer: BeforeSreAnswer; onClose: () => void }>

/** What was before SRE, for everybody: a mean, the months it is of, and where it is known from. */
export function BeforeSreDialog({ answer, onClose }: BeforeSreDialogProps) {
  return (
    <Dialog title="Before SRE" onClose={onClose}>
      {(close) => (
        <>
          <BeforeSreForm answer={answer} onDone={close} />
          <History versions={answer.versions} />
        </>
      )}
    </Dialog>
  )
}

type Draft = Readonly<{ perPeriod: string; from: string; to: string; note: string }>

function draftOf(entered: BeforeSre | null): Draft {
  if (entered === null) return { perPeriod: '', from: '', to: '', note: '' }
  const { perPeriod, from, to, note } = entered
  return { perPeriod: String(perPeriod), from, to, note }
}

function BeforeSreForm({ answer, onDone }: Readonly<{ answer: BeforeSreAnswer; onDone: () => void }>) {
  const save = useMutation(beforeSreChanges.write())
  const [draft, setDraft] = useState(() => draftOf(answer.current))
  // Of what the form began with: the page goes on being read meanwhile.
  const [seenVersion, setSeenVersion] = useState(answer.version)
  const [isTried, setIsTried] = useState(false)
  const perPeriod = beforeFrom(draft.perPeriod)
  const isFrom = monthPattern.test(draft.from)
  const isTo = monthPattern.test(draft.to) && (!isFrom || draft.from <= draft.to)
  const isTakingBack = save.variables?.entered === null
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })

  function takeBack(version: number) {
    save.mutate({ seenVersion: version, entered: null }, { onSuccess: onDone })
  }

  function send(version: number) {
    setIsTried(true)
    if (perPeriod === null || !isFrom || !isTo) return
    const { from, to, note } = draft
    save.mutate(
      { seenVersion: version, entered: { perPeriod, from, to, note: note.trim() } },
      { onSuccess: onDone },
    )
  }

  return (
    <Form onSubmit={() => send(seenVersion)}>
      <TextField
        label="Outages not detected internally, per period"
        inputMode="decimal"
        autoComplete="off"
        value={draft.perPeriod}
        onChange={(text) => set({ perPeriod: text })}
        mistake={isTried && perPeriod === null && 'A figure from 0.1 to 9999, as 9 or 8.5'}
        note="The mean of the time before, as first-level support opened them by hand"
      />
      <FormRow>
        <TextField
          label="First month"
          type="month"
          placeholder="2025-01"
          value={draft.from}
          onChange={(from) => set({ from })}
          mistake={isTried && !isFrom && 'A month, as 2025-01'}
        />
        <TextField
          label="Last month"
          type="month"
          placeholder="2025-09"
          value={draft.to}
          onChange={(to) => set({ to })}
          mistake={isTried && !isTo && 'A month, and not before the first'}
        />
      </FormRow>
      <TextField
        label="Where it is known from"
        maxLength={500}
        autoComplete="off"
        value={draft.note}
        onChange={(note) => set({ note })}
        note="And how large the system was then: only what is of comparable size can be held against it"
      />
      <NotSaved
        change={save}
        bodyOf={beforeSreOf}
        inWords={wordsOf}
        onTake={(theirs, version) => {
          setDraft(draftOf(theirs))
          setSeenVersion(version)
        }}
        keep={isTakingBack ? 'Take it back all the same' : undefined}
        onKeep={isTakingBack ? takeBack : send}
      />
      <SubmitActions submit="Save for everybody" isPending={save.isPending} onCancel={onDone}>
        {answer.current !== null && (
          <Button disabled={save.isPending} onClick={() => takeBack(seenVersion)}>
            Take it back
          </Button>
        )}
      </SubmitActions>
    </Form>
  )
}

function wordsOf({ perPeriod, from, to, note }: BeforeSre): string {
  const span = `${perPeriod} a period, ${formatMonth(from)} to ${formatMonth(to)}`
  return note === '' ? span : `${span}: ${note}`
}

function History({ versions }: Pick<BeforeSreAnswer, 'versions'>) {
  if (versions.length === 0) return null
  return (
    <section className={styles['beforeHistory']} aria-label="What was entered">
      <h3>What was entered</h3>
      <ul>
        {versions.map(({ version, by, at, isWithdrawn, entered }) => (
          <li key={version}>
            {isWithdrawn ? 'Taken back' : entered === null ? 'No longer readable' : wordsOf(entered)}{' '}
            <span className="muted">
              {by}, <Time at={at} form="date" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
