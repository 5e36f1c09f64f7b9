import { dayFrom, dayOfMs, dayText } from '../../src/domain/day.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { reviewState, type ReviewState } from '../../src/domain/review-calendar.ts'
import { readCalendar } from '../calendar/due-reviews.ts'
import type { ApiContext } from '../context.ts'

type PolicyReview = Readonly<{ due: string; state: ReviewState }>

/**
 * When each policy is reviewed next, as the calendar says: by its own day, by what reviews that were held agreed, by incidents.
 * How often reviews are held at all is nothing that was agreed of a policy that names none and was never reviewed.
 */
export async function policyReviews(context: ApiContext): Promise<(policy: Policy) => PolicyReview | null> {
  const { reviews } = await readCalendar(context)
  const byId = new Map(reviews.map((review) => [review.id, review]))
  return ({ slug, state, nextReview }) => {
    if (state === 'retired') return null
    const known = byId.get(`policy-review.${slug}`)
    if (known !== undefined) return nextReview === null && known.last === null ? null : known
    // What a team keeps to itself is on no calendar: its own day is all there is.
    const day = nextReview?.on == null ? null : dayFrom(nextReview.on)
    return day === null ? null : { due: dayText(day), state: reviewState(day, dayOfMs(context.deps.now())) }
  }
}
