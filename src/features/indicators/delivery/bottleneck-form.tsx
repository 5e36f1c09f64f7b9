import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'

import { bottleneckChanges } from '../../../api/delivery-queries.ts'
import { OtherVersion, theirsOf } from '../../../api/other-version.tsx'
import { RefusedChange } from '../../../api/refused-change.tsx'
import { bottleneckEnteredOf, type Bottleneck } from '../../../contract/delivery.ts'
import { decisionStates } from '../../../domain/bottleneck.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
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
import styles from './delivery.module.css'

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
  const theirs = theirsOf(save.error)
  const other = theirs === null ? null : bottleneckEnteredOf(theirs.body)
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

  function submit(event: SubmitEvent) {
    event.preventDefault()
    send(seenVersion)
  }

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
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
      <fieldset className={styles['group']}>
        <legend>Decision</legend>
        <FilterSelect
          label="Decision"
          value={draft.outcome}
          options={decisionStates.map((value) => ({ value, label: decisionWords[value] }))}
          onChange={(outcome) => change({ outcome })}
        />
        {draft.outcome !== 'open' && (
          <div className={styles['pair']}>
            <TextField
              label="Reason"
              value={draft.reason}
              maxLength={MOST_CHARACTERS}
              autoComplete="off"
              onChange={(reason) => change({ reason })}
              isWrong={mistakes.reason !== undefined}
              note={mistakes.reason ?? 'Why now, or why not now'}
            />
            <TextField
              label="Owner"
              value={draft.owner}
              maxLength={MOST_CHARACTERS}
              autoComplete="off"
              onChange={(owner) => change({ owner })}
              isWrong={mistakes.owner !== undefined}
              note={mistakes.owner ?? 'A role, not a name'}
            />
            <TextField
              label="By"
              type="date"
              value={draft.date}
              onChange={(date) => change({ date })}
              isWrong={mistakes.date !== undefined}
              note={mistakes.date ?? 'When it is done, or looked at again'}
            />
          </div>
        )}
      </fieldset>
      {theirs !== null && (
        <OtherVersion
          theirs={theirs}
          take="Take theirs into the form"
          onTake={() => {
            setDraft(draftOf(other))
            setSeenVersion(theirs.version)
            save.reset()
          }}
          keep="Save mine over it"
          onKeep={() => send(theirs.version)}
        >
          {other === null ? 'it was taken back or can no longer be read' : inWords(other)}. Yours:{' '}
          {inWords(enteredFrom(draft))}
        </OtherVersion>
      )}
      {theirs === null && <RefusedChange title="It was not saved" error={save.error} />}
      {mistakes.all !== undefined && (
        <p role="alert" className="muted">
          {mistakes.all}
        </p>
      )}
      <div className={styles['acts']}>
        <Button onClick={onDone}>Cancel</Button>
        <button type="submit" className={buttonClass('primary')} disabled={save.isPending}>
          {save.isPending ? 'Saving' : 'Save evidence and decision'}
        </button>
      </div>
    </form>
  )
}
