import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'

import type { SloBreachDetail } from '../../contract/slo-breaches.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Time } from '../../ui/time.tsx'
import { paths } from '../../url/paths.ts'
import { Section } from '../../ui/section.tsx'
import { causeWords } from './breach-words.ts'
import styles from './breach.module.css'
import { ReviewForm, WhatFollows } from './review-form.tsx'
import { impactWords, leaningWords, proposalWords } from './review-words.ts'

type ReviewSectionProps = Readonly<{
  detail: SloBreachDetail
  /** Why the viewer may not; null where they may. */
  whyNot: ReactNode
  changeTarget: ReactNode
}>

/** What people found about this breach, or the way to say it. */
export function ReviewSection({ detail, whyNot, changeTarget }: ReviewSectionProps) {
  const [isEditing, setIsEditing] = useState(false)
  const { review } = detail.breach
  const mayEdit = whyNot === null
  if (review === null || isEditing) {
    return (
      <Section title="Review">
        {mayEdit ? (
          <ReviewForm
            // Saved, or changed by somebody else: the form begins again from what stands there.
            key={detail.reviewed.version}
            detail={detail}
            changeTarget={changeTarget}
          />
        ) : (
          <Notice kind="forbidden" title="Nobody has reviewed it yet">
            {whyNot}
          </Notice>
        )}
      </Section>
    )
  }
  return (
    <Section
      title="Review"
      note={
        <>
          {review.by}, <Time at={review.at} form="date" />
        </>
      }
    >
      <p>
        <b>{impactWords[review.impact]}.</b> {causeWords[review.cause]}.
      </p>
      {review.note !== '' && <p className={styles['note']}>{review.note}</p>}
      <WhatFollows impact={review.impact} changeTarget={mayEdit && changeTarget} />
      {mayEdit ? (
        <Button onClick={() => setIsEditing(true)}>Change the review</Button>
      ) : (
        <p className="muted">{whyNot}</p>
      )}
    </Section>
  )
}

/** What the breaches of one SLO have said so far, and what that comes to. */
export function ReviewHistory({ detail: { reviews, leaning } }: Readonly<{ detail: SloBreachDetail }>) {
  return (
    <Section title="Reviews of this SLO" note={leaning === null ? undefined : leaningWords(leaning)}>
      {reviews.length === 0 ? (
        <p className="muted">None yet, in any deployment. The first one says what follows.</p>
      ) : (
        <ul className={styles['records']}>
          {reviews.map(({ breach, breachStart, deployment, impact, cause, proposal, by, at, note }) => (
            <li key={breach}>
              <p>
                <Link className="link" {...paths.breach(breach)}>
                  <Time at={breachStart} form="date-time" />
                </Link>{' '}
                <span className="muted">{deployment}</span> <b>{proposalWords[proposal]}</b>
              </p>
              <p className="muted">
                {impactWords[impact]}. {causeWords[cause]}.{note !== '' && ` ${note}`} {by},{' '}
                <Time at={at} form="date" />.
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
