import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { policyChanges } from '../../api/policy-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import { clauseCheckOf, type ClauseOnWire, type PolicyOnWire } from '../../contract/policies.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './check-form.module.css'

type CheckFormProps = Readonly<{ policy: PolicyOnWire; clause: ClauseOnWire; whyNot: string | null }>

/** What no budget tells of, people look at when a shift begins. */
export function CheckForm({ policy, clause, whyNot }: CheckFormProps) {
  const { check, checkVersion } = clause
  const save = useMutation(policyChanges.check(policy.team, policy.slug, clause.id))
  const [note, setNote] = useState('')
  const send = (isMet: boolean, seenVersion = checkVersion) =>
    save.mutate({ seenVersion, check: { isMet, note: note.trim() } }, { onSuccess: () => setNote('') })
  return (
    <>
      <p className="muted">
        {check === null ? (
          'People look at it; nobody has yet.'
        ) : (
          <>
            Last looked at <Time at={check.at} form="day-time" /> by {check.by}:{' '}
            {check.isMet ? 'met' : 'not met'}
            {check.note !== '' && `, ${check.note}`}.
          </>
        )}
      </p>
      {policy.isInForce && whyNot === null && (
        <div className={styles['check']} role="group" aria-label={`Check of ${clause.name}`}>
          <TextField
            label="What you saw"
            value={note}
            onChange={setNote}
            maxLength={500}
            autoComplete="off"
          />
          <Button onClick={() => send(false)} disabled={save.isPending}>
            Not met
          </Button>
          <Button onClick={() => send(true)} disabled={save.isPending}>
            It is met
          </Button>
        </div>
      )}
      <NotSaved
        change={save}
        title="The check was not kept"
        bodyOf={clauseCheckOf}
        inWords={(theirs) =>
          `${theirs.isMet ? 'met' : 'not met'}${theirs.note === '' ? '' : `, ${theirs.note}`}. Both stay in the history.`
        }
        take="Leave it at theirs"
        onTake={() => setNote('')}
        keep="Add mine after it"
        onKeep={(version) => send(save.variables?.check.isMet ?? false, version)}
      />
    </>
  )
}
