import { breachReviewOf, type BreachReviewOnWire } from '../../src/contract/slo-breaches.ts'
import { proposalOf } from '../../src/domain/breach-review.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import type { RuleTimeline } from '../../src/domain/rule-set.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Entry, EntryStore } from '../entry-ports.ts'
import { oncePerRevision } from '../once-per-revision.ts'
import { memberAndHour } from './breach-id.ts'
import { readTimelines } from './team-timelines.ts'

type JudgedBy = Readonly<{ timeline: RuleTimeline; rulesId: string }>
type Span = Readonly<{ startHour: Hour; endHour: Hour | null }>

type EnteredReview = Readonly<{ startHour: Hour; onWire: BreachReviewOnWire }>

/** What people entered about breaches, and the rules of teams. */
export type Entered = Readonly<{
  timelineOf(team: string): JudgedBy
  /** Of the series' breach in that span: hours that came late may have moved its beginning. */
  reviewOf(seriesId: string, span: Span): EnteredReview | null
  /** Newest first; of a series by its id. */
  reviewsOf(seriesId: string): readonly EnteredReview[]
}>

/** Every list of breaches needs all of it. */
export const readEntered = oncePerRevision(
  async (entries: EntryStore, index: CatalogIndex): Promise<Entered> => {
    const [timelineOf, reviews] = await Promise.all([readTimelines(entries), entries.list('breach-review')])
    const bySeries = reviewsBySeries(reviews, index)
    const reviewsOf = (seriesId: string) => bySeries.get(seriesId) ?? []
    return {
      timelineOf,
      reviewsOf,
      reviewOf(seriesId, { startHour, endHour }) {
        const own = reviewsOf(seriesId)
        const isInside = (review: EnteredReview) =>
          review.startHour > startHour && (endHour === null || review.startHour < endHour)
        return own.find((review) => review.startHour === startHour) ?? own.find(isInside) ?? null
      },
    }
  },
)

function reviewsBySeries(
  reviews: readonly Entry[],
  index: CatalogIndex,
): ReadonlyMap<string, readonly EnteredReview[]> {
  const all = reviews
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .flatMap(({ key, body, by, at, version }) => {
      const named = memberAndHour(key, index)
      const review = breachReviewOf(body)
      if (named === null || review === null) return []
      const { impact, cause, note } = review
      const { member, startHour } = named
      const onWire = {
        impact,
        cause,
        note,
        proposal: proposalOf(impact),
        by: by.name,
        at,
        version,
        breach: key,
        breachStart: isoFromHour(startHour),
      }
      return [{ seriesId: `${member.slo.id}@${member.deployment}`, review: { startHour, onWire } }]
    })
    .toSorted((a, b) => b.review.startHour - a.review.startHour)
  const grouped = Map.groupBy(all, ({ seriesId }) => seriesId)
  return new Map([...grouped].map(([seriesId, own]) => [seriesId, own.map(({ review }) => review)]))
}
