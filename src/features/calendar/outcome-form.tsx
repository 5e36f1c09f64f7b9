import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'

import { calendarChanges } from '../../api/calendar-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { deedOf, theirsOf } from '../../api/other-version.tsx'
import { RefusedChange } from '../../api/refused-change.tsx'
import { outcomeOf, type ReviewDetail, type ReviewOutcome } from '../../contract/calendar.ts'
import { dayFrom, formatDay } from '../../domain/day.ts'
import { cadenceWords } from '../../domain/review-calendar.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { MergePrompt } from '../../ui/merge-prompt.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './calendar.module.css'

type OutcomeFormProps = Readonly<{
  detail: ReviewDetail
  /** The day that is changed; empty for a new one. */
  day: string
  onDone: () => void
}>

const MOST_BY = 300
const MOST_DECISION = 4_000

/** Held on, by whom, what was decided, and when the next one is. */
export function OutcomeForm({ detail, day, onDone }: OutcomeFormProps) {
  const { review, outcomes } = detail
  const today = useQuery(organizationQueries.current()).data?.now.slice(0, 10) ?? ''
  const save = useMutation(calendarChanges.writeOutcome())
  const before = outcomes.find(({ heldOn }) => heldOn === day)
  const [heldOn, setHeldOn] = useState(day === '' ? today : day)
  const [by, setBy] = useState(before?.outcome.by ?? '')
  const [decision, setDecision] = useState(before?.outcome.decision ?? '')
  const [nextOn, setNextOn] = useState(before?.outcome.nextOn ?? '')
  const [isTried, setIsTried] = useState(false)
  const decisionId = useId()
  const isDay = dayFrom(heldOn) !== null && (today === '' || heldOn <= today)
  const isComplete = isDay && by.trim() !== '' && decision.trim() !== ''
  const held = outcomes.find((one) => one.heldOn === heldOn)
  // Of each day as the form found it: the page goes on being read meanwhile.
  const [seenVersions, setSeenVersions] = useState(
    () => new Map(outcomes.map((one) => [one.heldOn, one.version])),
  )
  const other = theirsOf(save.error)
  const theirs = other === null ? null : outcomeOf(other.body)
  const isTakingBack = save.variables?.body.outcome === null

  function send(seenVersion: number, outcome: ReviewOutcome | null) {
    save.mutate({ review: review.id, day: heldOn, body: { seenVersion, outcome } }, { onSuccess: onDone })
  }
  const mine = (): ReviewOutcome => ({
    by: by.trim(),
    decision: decision.trim(),
    nextOn: nextOn === '' ? null : nextOn,
  })

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setIsTried(true)
    if (isComplete) send(seenVersions.get(heldOn) ?? 0, mine())
  }

  return (
    <form className={styles['form']} onSubmit={submit} noValidate aria-label="What came of it">
      <div className={styles['pair']}>
        <TextField
          label="Held on"
          type="date"
          value={heldOn}
          max={today}
          readOnly={day !== ''}
          onChange={setHeldOn}
          isWrong={isTried && !isDay}
          note={
            isTried && !isDay
              ? 'Today or a day in the past'
              : held === undefined || day !== ''
                ? undefined
                : `Takes the place of what ${held.enteredBy} entered for that day`
          }
        />
        <TextField
          label="By"
          value={by}
          maxLength={MOST_BY}
          autoComplete="off"
          onChange={setBy}
          isWrong={isTried && by.trim() === ''}
          note={isTried && by.trim() === '' ? 'Somebody held it' : 'Roles, as in product owner and SRE'}
        />
        <TextField
          label="Next one on"
          type="date"
          value={nextOn}
          min={heldOn}
          onChange={setNextOn}
          note={`Left empty: ${cadenceWords(review.cadence)}`}
        />
      </div>
      <div className={styles['field']}>
        <label htmlFor={decisionId}>Decision</label>
        <textarea
          id={decisionId}
          rows={3}
          maxLength={MOST_DECISION}
          value={decision}
          aria-invalid={(isTried && decision.trim() === '') || undefined}
          onChange={(event) => setDecision(event.target.value)}
        />
        {isTried && decision.trim() === '' && (
          <p className={styles['wrong']}>What was decided, if only that all stays</p>
        )}
      </div>
      {other !== null && (
        <MergePrompt
          by={other.by}
          at={other.at}
          deed={deedOf(other)}
          theirs={theirs === null ? 'it was taken back' : inWords(theirs)}
          onTake={
            theirs === null
              ? null
              : () => {
                  setBy(theirs.by)
                  setDecision(theirs.decision)
                  setNextOn(theirs.nextOn ?? '')
                  setSeenVersions((seen) => new Map(seen).set(heldOn, other.version))
                  save.reset()
                }
          }
          keep={isTakingBack ? 'Take it back all the same' : 'Save mine over it'}
          onKeepMine={() => send(other.version, isTakingBack ? null : mine())}
        />
      )}
      {other === null && <RefusedChange title="It was not saved" error={save.error} />}
      <div className={styles['actions']}>
        {before !== undefined && !before.isWithdrawn && (
          <Button disabled={save.isPending} onClick={() => send(seenVersions.get(heldOn) ?? 0, null)}>
            Take it back
          </Button>
        )}
        <Button onClick={onDone}>Cancel</Button>
        <button type="submit" className={buttonClass('primary')} disabled={save.isPending}>
          {save.isPending ? 'Saving' : 'Save the outcome'}
        </button>
      </div>
    </form>
  )
}

function inWords({ by, decision, nextOn }: ReviewOutcome): string {
  return `“${decision}” by ${by}${nextOn === null ? '' : `, next on ${formatDay(nextOn)}`}`
}
