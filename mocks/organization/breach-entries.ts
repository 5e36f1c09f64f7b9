import type { Entry } from '../../server/entry-ports.ts'
import { breachIdOf } from '../../server/breaches/breach-id.ts'
import type { BreachCause, BreachImpact } from '../../src/domain/breach-review.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import type { StoryTime, Timeline } from './timeline.ts'

const charge = 'payment-gateway.availability.post-charge'
const search = 'search-api.availability.get-search'

type StoryReview = Readonly<{
  sloId: string
  deployment: string
  start: StoryTime
  /** How long after it began somebody looked. */
  afterHours: number
  by: string
  impact: BreachImpact
  cause: BreachCause
  note: string
}>

const at = (periodsAgo: number, day: number, hour: number): StoryTime => ({ periodsAgo, day, hour })
const inEurope = { sloId: charge, deployment: 'prod-eu', by: 'Payments, on-call lead' } as const

/** Of breaches that the stories tell of: what Payments and Search found when they looked. */
const storyReviews: readonly StoryReview[] = [
  {
    ...inEurope,
    start: at(3, 12, 10),
    afterHours: 30,
    impact: 'too-severe',
    cause: 'own-bug',
    note: 'Two thirds of the budget were gone before anybody was called. Customers called first.',
  },
  {
    ...inEurope,
    start: at(3, 17, 6),
    afterHours: 28,
    impact: 'well',
    cause: 'own-unplanned-downtime',
    note: 'The rollback of the release took three hours.',
  },
  {
    ...inEurope,
    start: at(3, 23, 17),
    afterHours: 42,
    impact: 'well',
    cause: 'third-party',
    note: 'The acquirer turned cards away over night.',
  },
  {
    ...inEurope,
    start: at(2, 20, 9),
    afterHours: 26,
    impact: 'too-severe',
    cause: 'own-bug',
    note: 'Shops stopped selling; support heard of it before we did.',
  },
  {
    sloId: charge,
    deployment: 'prod-us',
    by: 'Payments, product owner',
    start: at(1, 8, 14),
    afterHours: 24,
    impact: 'too-severe',
    cause: 'own-bug',
    note: 'Half a budget within five hours, and nobody looked at it in the evening.',
  },
  {
    sloId: search,
    deployment: 'prod-eu',
    by: 'Search, on-call lead',
    start: at(1, 7, 0),
    afterHours: 33,
    impact: 'well',
    cause: 'own-bug',
    note: 'The new index left out half of the routes.',
  },
  {
    sloId: search,
    deployment: 'prod-eu',
    by: 'Search, on-call lead',
    start: at(1, 20, 0),
    afterHours: 52,
    impact: 'well',
    cause: 'own-unplanned-downtime',
    note: 'The same index again, a day long.',
  },
  {
    ...inEurope,
    start: at(0, 4, 19),
    afterHours: 38,
    impact: 'well',
    cause: 'own-unplanned-downtime',
    note: 'A node was lost under load.',
  },
  {
    ...inEurope,
    start: at(0, 9, 7),
    afterHours: 27,
    impact: 'too-insignificant',
    cause: 'third-party',
    note: 'One acquirer was slow to answer; every charge went through on the second try.',
  },
  {
    ...inEurope,
    start: at(0, 13, 21),
    afterHours: 36,
    impact: 'too-severe',
    cause: 'internal-dependency',
    note: 'fraud-check turned good cards away. The page came after the first complaints.',
  },
]

/** Messaging is told once a day at most of each SLO: mails wait. */
const messagingRule = {
  team: 'messaging',
  since: at(4, 2, 9),
  rule: {
    windowMinutes: 60,
    shareOfWindowBudgetPercent: 300,
    evaluationMinutes: 15,
    snoozeMinutes: 1440,
  },
} as const

/** What was entered about breaches and rules until now, oldest first. */
export function breachEntries(timeline: Timeline, anchorHour: Hour): readonly Entry[] {
  const rule: Entry = {
    kind: 'team-rule',
    key: messagingRule.team,
    version: 1,
    body: { rule: { ...messagingRule.rule } },
    isWithdrawn: false,
    by: { kind: 'person', id: 'messaging-lead', name: 'Messaging, on-call lead' },
    at: isoFromHour(timeline.hourAt(messagingRule.since)),
  }
  const reviews = storyReviews.map(
    ({ sloId, deployment, start, afterHours, by, impact, cause, note }): Entry => {
      const startHour = timeline.hourAt(start)
      return {
        kind: 'breach-review',
        key: breachIdOf({ slo: { id: sloId }, deployment }, startHour),
        version: 1,
        body: { impact, cause, note },
        isWithdrawn: false,
        by: { kind: 'person', id: by.toLowerCase().replaceAll(/[^a-z]+/g, '-'), name: by },
        at: isoFromHour(startHour + afterHours),
      }
    },
  )
  const now = isoFromHour(anchorHour)
  return [rule, ...reviews].filter((entry) => entry.at <= now).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}
