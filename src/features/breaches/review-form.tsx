import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import { breachChanges } from '../../api/breach-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import { breachReviewOf, type SloBreachDetail } from '../../contract/slo-breaches.ts'
import {
  breachCauses,
  breachImpacts,
  proposalOf,
  type BreachCause,
  type BreachImpact,
} from '../../domain/breach-review.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { RadioSetting } from '../../ui/settings.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { causeWords } from './breach-words.ts'
import styles from './breach.module.css'
import { impactWords, proposalReasons, proposalWords } from './review-words.ts'

type ReviewFormProps = Readonly<{
  detail: SloBreachDetail
  /** The way to another target, where that is what follows. */
  changeTarget: ReactNode
}>

type Draft = Readonly<{ impact: BreachImpact | null; cause: BreachCause | null; note: string }>

const MOST_NOTE_CHARACTERS = 2_000

/** What users felt, what it came from, and what follows: the step from a breach to a better SLO. */
export function ReviewForm({ detail, changeTarget }: ReviewFormProps) {
  const { breach, reviewed } = detail
  const save = useMutation(breachChanges.review(breach.id))
  const [draft, setDraft] = useState<Draft>({
    impact: breach.review?.impact ?? null,
    cause: breach.review?.cause ?? null,
    note: breach.review?.note ?? '',
  })
  // Of what the form began with: the page goes on being read meanwhile.
  const [seenVersion, setSeenVersion] = useState(reviewed.version)
  const [isTried, setIsTried] = useState(false)
  const { impact, cause, note } = draft

  function send(version: number) {
    setIsTried(true)
    if (impact === null || cause === null) return
    save.mutate(
      { seenVersion: version, review: { impact, cause, note: note.trim() } },
      { onSuccess: (made) => setSeenVersion(made.version) },
    )
  }

  return (
    <Form onSubmit={() => send(seenVersion)}>
      <RadioSetting
        label="What did users feel?"
        options={breachImpacts.map((value) => ({ value, label: impactWords[value] }))}
        value={impact}
        onChange={(value) => setDraft({ ...draft, impact: value })}
      />
      {isTried && impact === null && <Missing>Say what users felt</Missing>}
      <RadioSetting
        label="What did it come from?"
        options={breachCauses.map((value) => ({ value, label: causeWords[value] }))}
        value={cause}
        onChange={(value) => setDraft({ ...draft, cause: value })}
      />
      {isTried && cause === null && <Missing>Say what it came from</Missing>}
      <TextArea
        label="Note"
        maxLength={MOST_NOTE_CHARACTERS}
        value={note}
        onChange={(text) => setDraft({ ...draft, note: text })}
      />
      {impact !== null && <WhatFollows impact={impact} changeTarget={changeTarget} />}
      <NotSaved
        change={save}
        title="The review could not be saved"
        bodyOf={breachReviewOf}
        inWords={(theirs) => `${impactWords[theirs.impact]}. ${causeWords[theirs.cause]}. ${theirs.note}`}
        onTake={(theirs, version) => {
          setDraft(theirs)
          setSeenVersion(version)
        }}
        onKeep={send}
      />
      <FormActions>
        <span role="status" className="muted">
          {save.isSuccess && 'Saved'}
        </span>
        <button type="submit" className={buttonClass('primary')} disabled={save.isPending}>
          {save.isPending ? 'Saving' : 'Save the review'}
        </button>
      </FormActions>
    </Form>
  )
}

function Missing({ children }: Readonly<{ children: string }>) {
  return (
    <p role="alert" className={styles['wrong']}>
      {children}
    </p>
  )
}

type WhatFollowsProps = Readonly<{ impact: NonNullable<Draft['impact']>; changeTarget: ReactNode }>

export function WhatFollows({ impact, changeTarget }: WhatFollowsProps) {
  const proposal = proposalOf(impact)
  const isTarget = proposal === 'tighten-slo' || proposal === 'loosen-slo'
  return (
    <div className={styles['follows']} role="group" aria-label="What follows">
      <p>
        <b>{proposalWords[proposal]}.</b> {proposalReasons[proposal]}
      </p>
      {isTarget && changeTarget}
    </div>
  )
}
