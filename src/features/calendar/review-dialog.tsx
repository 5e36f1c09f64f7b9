import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { calendarQueries } from '../../api/calendar-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { usePermission } from '../../api/use-permission.ts'
import type { ReviewDetail } from '../../contract/calendar.ts'
import { formatDay } from '../../domain/day.ts'
import { cadenceWords, feedbackLoops } from '../../domain/review-calendar.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogBody } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import { daysWords, reasonWords } from './calendar-words.ts'
import styles from './calendar.module.css'
import { DataPack } from './data-pack.tsx'
import { OutcomeForm } from './outcome-form.tsx'

type ReviewDialogProps = Readonly<{ id: string; onClose: () => void }>

/** When it is due, what to look at, what came of it before, and where to say what came of it now. */
export function ReviewDialog({ id, onClose }: ReviewDialogProps) {
  const query = useQuery(calendarQueries.one(id))
  const review = query.data?.review
  const whose = review === undefined || review.teamName === null ? '' : `, ${review.teamName}`
  return (
    <Dialog title={review === undefined ? 'Review' : `${review.name}${whose}`} width="wide" onClose={onClose}>
      {() => (
        <QueryPanel title="The review" query={query} skeleton={<Skeleton name="the review" lines={10} />}>
          {(detail) => <Detail detail={detail} />}
        </QueryPanel>
      )}
    </Dialog>
  )
}

function Detail({ detail }: Readonly<{ detail: ReviewDetail }>) {
  const { review } = detail
  /** The day whose outcome is in hand; empty for a new one, null for none. */
  const [inHand, setInHand] = useState<string | null>(null)
  const record = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLDivElement>(null)
  const shown = useRef(inHand)
  // What was pressed goes when the form comes, and the form when it comes back: the focus would go with them.
  useEffect(() => {
    if (shown.current === inHand) return
    shown.current = inHand
    const next = inHand === null ? record.current : form.current?.querySelector('input')
    next?.focus()
  }, [inHand])
  const { whyNot } = usePermission('record-review', review.team)
  const loop = feedbackLoops[review.kind]
  return (
    <DialogBody>
      <p>
        Due <b>{formatDay(review.due)}</b>, {daysWords(review.daysLeft)}: {reasonWords(review)}.
        {review.because !== 'cadence' && review.because !== 'first' && review.cadence !== null && (
          <span className="muted"> Otherwise {cadenceWords(review.cadence)}.</span>
        )}
      </p>
      {loop !== undefined && (
        <p className="muted">
          Made by {loop.made}; {loop.asked} are asked.
        </p>
      )}
      {review.following.length > 0 && (
        <details>
          <summary>
            Then {formatDay(review.following[0] ?? '')}
            {review.following.length > 1 && ` and ${review.following.length - 1} more within a year`}
          </summary>
          <p>{review.following.map(formatDay).join(', ')}, if each is held on its day.</p>
        </details>
      )}
      <DataPack detail={detail} />
      {inHand !== null && (
        <div ref={form}>
          <OutcomeForm key={inHand} detail={detail} day={inHand} onDone={() => setInHand(null)} />
        </div>
      )}
      {inHand === null && whyNot !== null && <p className="muted">{whyNot} to record what came of it.</p>}
      {inHand === null && whyNot === null && (
        <FormActions>
          <Button ref={record} look="primary" onClick={() => setInHand('')}>
            Record what came of it
          </Button>
        </FormActions>
      )}
      <Outcomes detail={detail} onChange={whyNot === null ? setInHand : null} />
    </DialogBody>
  )
}

type OutcomesProps = Readonly<{
  detail: ReviewDetail
  /** Null where the viewer may not. */
  onChange: ((day: string) => void) | null
}>

function Outcomes({ detail: { outcomes, review }, onChange }: OutcomesProps) {
  return (
    <section className={styles['section']} aria-label="What came of it before">
      <h3>What came of it before</h3>
      {outcomes.length === 0 && (
        <p className="muted">
          {review.last === null
            ? 'It was never held.'
            : `${review.last.decision} on ${formatDay(review.last.heldOn)} by ${review.last.by}; nothing was recorded here.`}
        </p>
      )}
      <ul className={styles['records']}>
        {outcomes.map(({ heldOn, outcome, version, enteredBy, enteredAt, isWithdrawn }) => (
          <li key={heldOn}>
            <b>{formatDay(heldOn)}</b> {isWithdrawn ? <s>{outcome.decision}</s> : outcome.decision}{' '}
            <span className="muted">
              {outcome.by}
              {outcome.nextOn !== null && `, next on ${formatDay(outcome.nextOn)}`}
              {isWithdrawn && ', taken back'}; version {version}, entered by {enteredBy},{' '}
              <Time at={enteredAt} form="date" />
            </span>{' '}
            {onChange !== null && (
              <Button
                look="quiet"
                aria-label={`Change what came of it on ${formatDay(heldOn)}`}
                onClick={() => onChange(heldOn)}
              >
                Change
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
