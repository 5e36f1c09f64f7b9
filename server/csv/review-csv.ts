import type { Review } from '../../src/contract/calendar.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'
import { cadenceWords } from '../../src/domain/review-calendar.ts'

export const reviewCsvHeader = [
  'id',
  'review',
  'tier',
  'team',
  'cadence',
  'due',
  'because',
  'state',
  'days left',
  'last held',
  'held by',
  'decision',
  'incident',
  'then',
]

export function reviewCsvRow(review: Review): readonly CsvValue[] {
  const { last, incident } = review
  return [
    review.id,
    review.name,
    review.tier,
    review.team,
    cadenceWords(review.cadence),
    review.due,
    review.because,
    review.state,
    review.daysLeft,
    last?.heldOn ?? null,
    last?.by ?? null,
    last?.decision ?? null,
    incident?.id ?? null,
    review.following.join(' '),
  ]
}
