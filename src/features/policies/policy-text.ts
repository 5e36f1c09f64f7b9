import type { PolicyOnWire } from '../../contract/policies.ts'
import { formatDay } from '../../domain/day.ts'

type Bound = Pick<PolicyOnWire, 'state' | 'enactedOn' | 'retiredOn'>

/** Behind the name of its state: " since 3 Dec 2026", ", in force from 3 Dec 2025 to 1 Nov 2026". */
export function boundWords({ state, enactedOn, retiredOn }: Bound): string {
  if (enactedOn === null) return ''
  if (state !== 'retired') return ` since ${formatDay(enactedOn)}`
  const until = retiredOn === null ? '' : ` to ${formatDay(retiredOn)}`
  return `, in force from ${formatDay(enactedOn)}${until}`
}

/** The day its next review is due, and the event that may come before it; null where nothing was agreed. */
export function nextReviewWords({
  nextReview,
  reviewDue,
}: Pick<PolicyOnWire, 'nextReview' | 'reviewDue'>): readonly [string, string | null] | null {
  if (reviewDue === null) return nextReview === null ? null : reviewWords(nextReview)
  return reviewWords({ on: reviewDue, orAfter: nextReview?.orAfter ?? null })
}

type Review = NonNullable<PolicyOnWire['nextReview']>

/** The day, and the event that may come before it. */
function reviewWords({ on, orAfter }: Review): readonly [string, string | null] {
  if (on === null) return [`after ${orAfter ?? ''}`, null]
  return [formatDay(on), orAfter === null ? null : `or after ${orAfter}`]
}
