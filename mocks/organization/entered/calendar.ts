import type { Entry } from '../../../server/entry-ports.ts'
import { CADENCES_KEY, outcomeKey } from '../../../server/calendar/calendar-entries.ts'
import { instantOf } from '../../../server/instant.ts'
import type { Cadences, ReviewOutcome } from '../../../src/contract/calendar.ts'
import { dayText } from '../../../src/domain/day.ts'
import type { Hour } from '../../../src/domain/hours.ts'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24
const AFTERNOON_HOUR = 15
/** When the organization began to hold reviews in turn. */
const BEGAN_DAYS_AGO = 150

type Story = readonly [review: string, daysAgo: number, by: string, decision: string, nextInDays?: number]

const council = 'Reliability council'

/** Payments and Identity keep their turns; Messaging let them slip, and Fleet has not begun. */
const stories: readonly Story[] = [
  ['governance-operational', 10, council, 'Nothing to decide; two corrections looked at.'],
  ['governance-operational', 3, council, 'The region outage goes to the tactical round.'],
  ['governance-tactical', 40, council, 'Messaging gets a coach for four weeks.'],
  ['governance-strategic', 62, council, 'Two million a year for a second acquirer; decided by the board.'],
  ['management', 62, 'Head of engineering', 'Kept budgets open each quarterly from now on.'],
  ['postmortem-poll', 75, 'SRE coaches', '31 of 40 find postmortems useful; lead time is too long.'],
  ['postmortem-themes', 50, 'SRE coaches', 'Three of nine had an expired certificate as their cause.'],
  ['slo-check.payments', 21, 'Product owner of Payments', 'All targets are kept; POST /refunds is watched.'],
  ['slo-check.payments', 112, 'Product owner of Payments', 'POST /charge tightened to 99.95 %.'],
  [
    'slo-check.identity',
    30,
    'Product owner of Identity',
    'Login keeps 99.9 %, sessions get a latency SLO next.',
  ],
  ['slo-check.booking', 84, 'Architect of Booking', 'Targets are kept. The seat map is too loose.'],
  ['slo-check.search', 104, 'Lead of Search', 'Timetable freshness loosened to what users notice.'],
  ['slo-review.payments', 84, 'Product owner of Payments', 'Tickets name refunds only; a survey is planned.'],
  ['slo-review.identity', 100, 'Product owner of Identity', 'Users do not notice 300 ms at login.'],
  [
    'calibration-light.payments',
    21,
    'SRE of Payments',
    'Four breaches without impact: the rule is loosened.',
  ],
  ['calibration-light.identity', 61, 'SRE of Identity', 'Keep.'],
  ['calibration-deep.payments', 112, 'SRE of Payments', 'Correlation with tickets 0.8; keep 99.95 %.'],
  ['dependency-map.payments', 47, 'Architect of Payments', 'The fraud check calls profiles twice.'],
  ['dependency-map.booking', 77, 'Architect of Booking', 'Mail out is no hard dependency any more.'],
  ['dependency-map.identity', 33, 'Lead of Identity', 'No change.'],
  ['stakeholder-chart.payments', 133, 'Product owner of Payments', 'Two partners added.'],
  [
    'on-call-setup.payments',
    35,
    'Rotation of Payments',
    'One week in six is bearable; nights are quiet.',
    90,
  ],
  [
    'policy-review.payments-policy',
    12,
    'Product owner of Payments',
    'After the outage of the region: the clauses stay as they are.',
  ],
  ['on-call-setup.booking', 70, 'Rotation of Booking', 'The gap at night stays until January.'],
  ['on-call-setup.identity', 26, 'Rotation of Identity', 'Handover notes help.'],
  ['on-call-nights.booking', 12, 'Rotation of Booking', 'Two pages at night, one of them for nothing.'],
  ['feedback-runbooks', 57, 'Operations', 'First moves are read, the rest is not.'],
  ['feedback-status-page', 120, 'Operations', 'Partners want to subscribe by deployment.'],
]

export function calendarEntries(anchorHour: Hour): readonly Entry[] {
  const today = Math.floor(anchorHour / DAY_HOURS)
  const at = (daysAgo: number) => instantOf(((today - daysAgo) * DAY_HOURS + AFTERNOON_HOUR) * HOUR_MS)
  const cadences: Cadences = {
    since: dayText(today - BEGAN_DAYS_AGO),
    cadences: [{ kind: 'stakeholder-chart', cadence: { every: 8, unit: 'month' } }],
  }
  return [
    {
      kind: 'review-cadences',
      key: CADENCES_KEY,
      version: 1,
      body: cadences,
      isWithdrawn: false,
      by: { kind: 'person', id: 'sre-coach', name: 'SRE coach' },
      at: at(BEGAN_DAYS_AGO),
    },
    ...stories.map(([review, daysAgo, by, decision, nextInDays]): Entry => {
      const outcome: ReviewOutcome = {
        by,
        decision,
        nextOn: nextInDays === undefined ? nextOf(review, daysAgo) : dayText(today - daysAgo + nextInDays),
      }
      return {
        kind: 'review-outcome',
        key: outcomeKey(review, dayText(today - daysAgo)),
        version: 1,
        body: outcome,
        isWithdrawn: false,
        by: { kind: 'person', id: by.toLowerCase().replaceAll(/[^a-z]+/g, '-'), name: by },
        at: at(daysAgo),
      }
    }),
  ]

  /** Nights are looked at every two weeks at first, by agreement from one time to the next. */
  function nextOf(review: string, daysAgo: number): string | null {
    return review.startsWith('on-call-nights') ? dayText(today - daysAgo + 14) : null
  }
}
