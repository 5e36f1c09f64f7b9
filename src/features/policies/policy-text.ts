import type { PolicyOnWire } from '../../contract/policies.ts'
import { monthName } from '../../domain/civil-date.ts'

/** A day as it was agreed, in no time zone: "3 Dec 2026". */
export function dayWords(day: string): string {
  const [year = '', month = '1', date = '1'] = day.split('-')
  return `${Number(date)}\u00a0${monthName(Number(month))} ${year}`
}

type Bound = Pick<PolicyOnWire, 'state' | 'enactedOn' | 'retiredOn'>

/** Behind the name of its state: " since 3 Dec 2026", ", in force from 3 Dec 2025 to 1 Nov 2026". */
export function boundWords({ state, enactedOn, retiredOn }: Bound): string {
  if (enactedOn === null) return ''
  if (state !== 'retired') return ` since ${dayWords(enactedOn)}`
  const until = retiredOn === null ? '' : ` to ${dayWords(retiredOn)}`
  return `, in force from ${dayWords(enactedOn)}${until}`
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
export function reviewWords({ on, orAfter }: Review): readonly [string, string | null] {
  if (on === null) return [`after ${orAfter ?? ''}`, null]
  return [dayWords(on), orAfter === null ? null : `or after ${orAfter}`]
}
