import * as z from 'zod/mini'

import * as calendar from './calendar.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})

export const calendarOperations = {
  listReviews: {
    path: '/api/calendar/reviews',
    query: calendar.reviewsQuery,
    response: calendar.reviewPageSchema,
    hasCsv: true,
    summary: 'Reviews with the day each is due',
  },
  readReview: {
    path: '/api/calendar/reviews/{review}',
    query: none,
    response: calendar.reviewDetailSchema,
    summary: 'One review: what came of it so far, and what to look at in the next',
  },
  writeReviewOutcome: {
    method: 'PUT',
    path: '/api/calendar/reviews/{review}/outcomes/{day}',
    query: none,
    body: calendar.outcomeChange,
    response: calendar.calendarAnswer,
    permission: { action: 'record-review', subject: 'review' },
    summary: 'Records what came of a review on a day, changes it or takes it back',
  },
  readCadences: {
    path: '/api/calendar/cadences',
    query: none,
    response: calendar.cadenceListSchema,
    summary: 'How often each review is held',
  },
  writeCadences: {
    method: 'PUT',
    path: '/api/calendar/cadences',
    query: none,
    body: calendar.cadencesChange,
    response: calendar.calendarAnswer,
    permission: { action: 'change-cadences' },
    summary: 'How often reviews are held, where the organization does otherwise',
  },
} as const satisfies Readonly<Record<string, Operation>>
