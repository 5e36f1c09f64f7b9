import type { calendarFeedQuery } from '../../src/contract/calendar.ts'
import type * as z from 'zod/mini'
import { dayFrom } from '../../src/domain/day.ts'
import { icalendar } from '../../src/domain/icalendar.ts'
import { cadenceWords, feedbackLoops } from '../../src/domain/review-calendar.ts'
import type { ApiContext } from '../context.ts'
import { isReviewChosen } from '../routes/calendar.ts'
import { readCalendar, type DueReview } from './due-reviews.ts'

/** The next time of each review that is chosen and those that follow within a year, for programs that keep calendars. */
export async function answerCalendarFeed(
  query: z.infer<typeof calendarFeedQuery>,
  url: URL,
  context: ApiContext,
): Promise<Response> {
  const { organization } = context.index.catalog
  const { reviews } = await readCalendar(context)
  const chosen = reviews
    .filter(isReviewChosen(query, context.index))
    .toSorted((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1))
  const text = icalendar(
    `Reviews of ${organization.name}`,
    chosen.flatMap((review) => {
      const named = {
        summary: review.teamName === null ? review.name : `${review.name}, ${review.teamName}`,
        url: new URL(`/calendar?open=${review.id}`, url).href,
        changedAt: review.changedAt,
      }
      // The first one stays the same as it moves; the others are named by their turn, so that they move with it.
      const uid = (turn: string) => `${review.id}${turn}@${organization.slug}.sre-indicators`
      return [
        { ...named, uid: uid(''), day: dayFrom(review.due) ?? 0, description: descriptionOf(review) },
        ...review.following.map((day, place) => ({
          ...named,
          uid: uid(`.then-${place + 1}`),
          day: dayFrom(day) ?? 0,
          description: `Held ${cadenceWords(review.cadence)}, if the ones before are held on their days.`,
        })),
      ]
    }),
  )
  return new Response(text, {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' },
  })
}

function descriptionOf({ kind, cadence, last, incident, state, due }: DueReview): string {
  const loop = feedbackLoops[kind]
  return [
    `Held ${cadenceWords(cadence)}.`,
    ...(state === 'overdue' ? [`Overdue since ${due}.`] : []),
    ...(loop === undefined ? [] : [`Made by ${loop.made}; ask ${loop.asked}.`]),
    ...(incident === null
      ? []
      : [`Due because of ${incident.title ?? incident.id}, over on ${incident.endedOn}.`]),
    last === null ? 'Never held yet.' : `Last held on ${last.heldOn} by ${last.by}: ${last.decision}`,
  ].join('\n')
}
