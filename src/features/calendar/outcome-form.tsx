import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { calendarChanges } from '../../api/calendar-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import { outcomeOf, type ReviewDetail, type ReviewOutcome } from '../../contract/calendar.ts'
import { dayFrom, formatDay } from '../../domain/day.ts'
import { cadenceWords } from '../../domain/review-calendar.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormRow, SubmitActions } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'

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
  const isDay = dayFrom(heldOn) !== null && (today === '' || heldOn <= today)
  const isComplete = isDay && by.trim() !== '' && decision.trim() !== ''
  const held = outcomes.find((one) => one.heldOn === heldOn)
  // Of each day as the form found it: the page goes on being read meanwhile.
  const [seenVersions, setSeenVersions] = useState(
    () => new Map(outcomes.map((one) => [one.heldOn, one.version])),
  )
  const isTakingBack = save.variables?.body.outcome === null

  function send(seenVersion: number, outcome: ReviewOutcome | null) {
    save.mutate({ review: review.id, day: heldOn, body: { seenVersion, outcome } }, { onSuccess: onDone })
  }
  const mine = (): ReviewOutcome => ({
    by: by.trim(),
    decision: decision.trim(),
    nextOn: nextOn === '' ? null : nextOn,
  })

  function submit() {
    setIsTried(true)
    if (isComplete) send(seenVersions.get(heldOn) ?? 0, mine())
  }

  return (
    <Form name="What came of it" onSubmit={submit}>
      <FormRow>
        <TextField
          label="Held on"
          type="date"
          value={heldOn}
          max={today}
          readOnly={day !== ''}
          onChange={setHeldOn}
          mistake={isTried && !isDay && 'Today or a day in the past'}
          note={
            held === undefined || day !== ''
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
          mistake={isTried && by.trim() === '' && 'Somebody held it'}
          note="Roles, as in product owner and SRE"
        />
        <TextField
          label="Next one on"
          type="date"
          value={nextOn}
          min={heldOn}
          onChange={setNextOn}
          note={`Left empty: ${cadenceWords(review.cadence)}`}
        />
      </FormRow>
      <TextArea
        label="Decision"
        maxLength={MOST_DECISION}
        value={decision}
        onChange={setDecision}
        mistake={isTried && decision.trim() === '' && 'What was decided, if only that all stays'}
      />
      <NotSaved
        change={save}
        bodyOf={outcomeOf}
        inWords={inWords}
        onTake={(theirs, version) => {
          setBy(theirs.by)
          setDecision(theirs.decision)
          setNextOn(theirs.nextOn ?? '')
          setSeenVersions((seen) => new Map(seen).set(heldOn, version))
        }}
        keep={isTakingBack ? 'Take it back all the same' : undefined}
        onKeep={(version) => send(version, isTakingBack ? null : mine())}
      />
      <SubmitActions submit="Save the outcome" isPending={save.isPending} onCancel={onDone}>
        {before !== undefined && !before.isWithdrawn && (
          <Button disabled={save.isPending} onClick={() => send(seenVersions.get(heldOn) ?? 0, null)}>
            Take it back
          </Button>
        )}
      </SubmitActions>
    </Form>
  )
}

function inWords({ by, decision, nextOn }: ReviewOutcome): string {
  return `“${decision}” by ${by}${nextOn === null ? '' : `, next on ${formatDay(nextOn)}`}`
}
