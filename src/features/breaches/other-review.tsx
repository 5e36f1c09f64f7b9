import { ApiError } from '../../api/http.ts'
import { breachReviewOf } from '../../contract/slo-breaches.ts'
import type { BreachCause, BreachImpact } from '../../domain/breach-review.ts'
import { MergePrompt } from '../../ui/merge-prompt.tsx'
import { causeWords } from './breach-words.ts'
import { impactWords } from './review-words.ts'

/** A review while it is filled in. */
export type Draft = Readonly<{ impact: BreachImpact | null; cause: BreachCause | null; note: string }>

type Other = Readonly<{ version: number; by: string; at: string; review: Draft | null }>

/** What somebody else entered in the meantime, where that is why a change was refused. */
export function movedOn(error: Error | null): Other | null {
  const current = error instanceof ApiError ? error.problem.current : undefined
  if (current === undefined) return null
  return { ...current, review: breachReviewOf(current.body) }
}

type OtherReviewProps = Readonly<{
  other: Other
  onTake: (theirs: Draft) => void
  onKeepMine: () => void
}>

/** Neither text is lost: theirs stands beside what was typed here. */
export function OtherReview({ other: { by, at, review }, onTake, onKeepMine }: OtherReviewProps) {
  return (
    <MergePrompt
      by={by}
      at={at}
      deed="reviewed"
      theirs={
        review === null || review.impact === null || review.cause === null
          ? 'it was taken back'
          : `${impactWords[review.impact]}. ${causeWords[review.cause]}. ${review.note}`
      }
      onTake={review === null ? null : () => onTake(review)}
      onKeepMine={onKeepMine}
    />
  )
}
