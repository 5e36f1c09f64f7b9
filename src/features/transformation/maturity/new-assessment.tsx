import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { accessQueries } from '../../../api/access-queries.ts'
import { maturityChanges, maturityQueries } from '../../../api/maturity-queries.ts'
import { organizationQueries } from '../../../api/organization-queries.ts'
import { theirsOf } from '../../../api/not-saved.tsx'
import { RefusedChange } from '../../../api/refused-change.tsx'
import { useServerNow } from '../../../api/server-clock.ts'
import { assessmentKey } from '../../../contract/maturity.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useSingleKey } from '../../../ui/use-single-key.ts'

type NewAssessmentProps = Readonly<{
  /** What is looked at; null is the organization. */
  team: string | null
  onBegun: (id: string) => void
}>

/** The way to an assessment: of what, on which day, by whom. */
export function NewAssessment({ team, onBegun }: NewAssessmentProps) {
  const [isOpen, setIsOpen] = useState(false)
  const now = useServerNow()
  const name = useQuery(accessQueries.me()).data?.name
  const isReady = now !== null && name !== undefined
  useSingleKey('n', () => isReady && setIsOpen(true))
  return (
    <>
      <Button look="primary" disabled={!isReady} aria-keyshortcuts="n" onClick={() => setIsOpen(true)}>
        New assessment
      </Button>
      {isOpen && now !== null && name !== undefined && (
        <Dialog title="New assessment" onClose={() => setIsOpen(false)}>
          {(close) => (
            <NewAssessmentForm
              team={team}
              today={new Date(now).toISOString().slice(0, 'yyyy-mm-dd'.length)}
              name={name}
              onCancel={close}
              onBegun={(id) => {
                close()
                onBegun(id)
              }}
            />
          )}
        </Dialog>
      )}
    </>
  )
}

/** What is filled in is mostly right, and Enter begins. The browser asks for the attribute, which React keeps to itself. */
function focusAtFirst(button: HTMLButtonElement | null) {
  button?.setAttribute('autofocus', '')
}

type NewAssessmentFormProps = NewAssessmentProps &
  Readonly<{ today: string; name: string; onCancel: () => void }>

const ORGANIZATION = ''

function NewAssessmentForm({ team: shown, today, name, onCancel, onBegun }: NewAssessmentFormProps) {
  const client = useQueryClient()
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const begin = useMutation(maturityChanges.write())
  const [team, setTeam] = useState(shown ?? ORGANIZATION)
  const [date, setDate] = useState(today)
  const [assessor, setAssessor] = useState(name)
  const [isTried, setIsTried] = useState(false)
  const isNameMissing = assessor.trim() === ''
  const isDayWrong = date === '' || date > today
  const scope = team === ORGANIZATION ? null : team
  const id = assessmentKey({ team: scope, date })
  const known = useQuery(maturityQueries.assessments()).data?.items
  const existing = known?.find((one) => one.id === id)
  // One that was taken back leaves its versions; the next one comes after them.
  const earlier = theirsOf(begin.error)

  async function opened() {
    await client.invalidateQueries({ queryKey: maturityQueries.all() })
    onBegun(id)
  }

  function submit() {
    setIsTried(true)
    if (isNameMissing || isDayWrong || existing !== undefined) return
    begin.mutate(
      {
        assessment: id,
        body: {
          seenVersion: earlier?.version ?? 0,
          assessment: { team: scope, date, assessor: assessor.trim(), isDraft: true, answers: [] },
        },
      },
      { onSuccess: () => void opened() },
    )
  }

  return (
    <Form onSubmit={submit}>
      <p>28 aspects, about ten minutes. Coaches assess, twice a year; it guides coaching and ranks nobody.</p>
      <SelectField
        label="Of"
        value={team}
        options={[
          { value: ORGANIZATION, label: 'The organization' },
          ...teams.map((one) => ({ value: one.slug, label: one.name })),
        ]}
        onChange={setTeam}
      />
      <TextField
        label="Day"
        type="date"
        value={date}
        max={today}
        onChange={setDate}
        mistake={isTried && isDayWrong && 'Today, or a day before'}
      />
      <TextField
        label="Assessor"
        value={assessor}
        maxLength={100}
        onChange={setAssessor}
        mistake={isTried && isNameMissing && 'Say who assesses'}
      />
      {existing !== undefined && (
        <Notice
          kind="partial"
          title={`There is ${existing.isDraft ? 'a draft' : 'an assessment'} of that day`}
          action={<Button onClick={() => onBegun(id)}>Open it</Button>}
        >
          {existing.assessor}, {existing.whole.answered} answered.
        </Notice>
      )}
      {earlier !== null && existing === undefined ? (
        <Notice kind="partial" title="One of that day was taken back">
          Begin once more to make another version of it.
        </Notice>
      ) : (
        <RefusedChange title="The assessment could not be begun" error={begin.error} />
      )}
      <FormActions>
        <Button onClick={onCancel}>Cancel</Button>
        <button
          ref={focusAtFirst}
          type="submit"
          className={buttonClass('primary')}
          disabled={begin.isPending || existing !== undefined}
        >
          {begin.isPending ? 'Beginning' : 'Begin'}
        </button>
      </FormActions>
    </Form>
  )
}
