import type { RecordedCorrection, SeriesCorrection } from '../../server/correction-ports.ts'
import { zoneOffset } from '../../server/corrections/zone-offset.ts'
import { spansOf } from '../../server/corrections/spans-of.ts'
import type { SeriesKey } from '../../server/ports.ts'
import { type CorrectionCategory, partsByPeriod } from '../../src/domain/correction.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { parseRecurrence } from '../../src/domain/recurrence.ts'
import { agreedSlos } from './agreed-slo.ts'
import { periodScheme, type StoryTime, type Timeline } from './timeline.ts'

type Signed = Readonly<{
  decision: string
  category: CorrectionCategory
  /** Every SLO of the service, or the one named. */
  service?: string
  sloId?: string
  deployment: string
  start: StoryTime
  recorded: StoryTime
  author: string
  reason: string
  withdrawn?: Readonly<{ at: StoryTime; by: string; reason: string }>
}>
type StoryCorrection = Signed &
  (
    | Readonly<{
        hours: number
        dependency?: string
        recurrence?: Readonly<{ rule: string; timeZone: string }>
      }>
    | Readonly<{ share: number; dependency: string }>
  )

const at = (periodsAgo: number, day: number, hour: number): StoryTime => ({ periodsAgo, day, hour })

const storyCorrections: readonly StoryCorrection[] = [
  {
    decision: 'acquirer-maintenance',
    category: 'agreed-maintenance',
    sloId: 'payment-gateway.availability.post-charge',
    deployment: 'prod-eu',
    start: at(2, 7, 2),
    hours: 3,
    dependency: 'The acquirer of Europe',
    recorded: at(2, 8, 9),
    author: 'Payments, on-call lead',
    reason: 'Agreed maintenance of the acquirer, announced two weeks ahead.',
  },
  {
    decision: 'ledger-release',
    category: 'internal-dependency',
    sloId: 'refunds.availability.post-refunds',
    deployment: 'prod-eu',
    start: at(1, 12, 10),
    share: 0.1,
    dependency: 'ledger',
    recorded: at(1, 12, 11),
    author: 'Payments, product owner',
    reason: 'Lost to the ledger release of the day before, which refunds could not have prevented.',
  },
  {
    decision: 'carrier-window',
    category: 'agreed-maintenance',
    service: 'sms-relay',
    deployment: 'prod-eu',
    // A Sunday; the clocks of Berlin change on a later one, and the window with them.
    start: at(2, 6, 0),
    hours: 2,
    dependency: 'The carriers of Europe',
    recurrence: { rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=16', timeZone: 'Europe/Berlin' },
    recorded: at(2, 1, 9),
    author: 'Messaging, on-call lead',
    reason: 'The carriers take no messages in their window; what is sent then waits for its end.',
  },
  {
    decision: 'mail-provider-outage',
    category: 'third-party',
    sloId: 'mail-out.availability.post-mail',
    deployment: 'prod-us',
    start: at(3, 22, 15),
    share: 0.08,
    dependency: 'The mail provider',
    recorded: at(2, 2, 14),
    author: 'Messaging, product owner',
    reason: 'The provider told of its outage, and of its length, only after the period had closed.',
  },
  {
    decision: 'profile-probe',
    category: 'bad-measurement',
    service: 'profile',
    deployment: 'prod-eu',
    start: at(0, 5, 10),
    hours: 4,
    recorded: at(0, 6, 8),
    author: 'Identity, on-call lead',
    reason: 'A probe with an expired certificate was taken for failing requests.',
    withdrawn: {
      at: at(0, 8, 9),
      by: 'Identity, product owner',
      reason: 'The probe was not counted, the failures were those of people.',
    },
  },
]

export type SimulatedCorrections = Readonly<{
  list(series: SeriesKey): readonly RecordedCorrection[]
  all(): readonly SeriesCorrection[]
}>

/** What Harbourline corrected; `now` keeps back what is not recorded or withdrawn yet. */
export function createSimulatedCorrections(timeline: Timeline, nowHour: () => Hour): SimulatedCorrections {
  const told = storyCorrections
    .toSorted((a, b) => timeline.hourAt(a.recorded) - timeline.hourAt(b.recorded))
    .flatMap((story) => correctionsOf(story, timeline))
  const bySeries = Map.groupBy(told, ({ series }) => nameOf(series))
  const known = (those: readonly SeriesCorrection[]) =>
    those
      .filter(({ correction }) => correction.at <= isoFromHour(nowHour()))
      .map(({ series, correction }) => ({ series, correction: knownAt(correction, nowHour()) }))
  return {
    all: () => known(told),
    list: (series) => known(bySeries.get(nameOf(series)) ?? []).map(({ correction }) => correction),
  }
}

const nameOf = ({ sloId, deployment }: SeriesKey) => `${sloId}@${deployment}`

function knownAt(correction: RecordedCorrection, nowHour: Hour): RecordedCorrection {
  if (correction.withdrawnAt === null || correction.withdrawnAt <= isoFromHour(nowHour)) return correction
  return { ...correction, withdrawnAt: null, withdrawnBy: null, withdrawnReason: null }
}

function correctionsOf(story: StoryCorrection, timeline: Timeline): readonly SeriesCorrection[] {
  const sloIds = agreedSlos
    .filter(({ id, service }) => id === story.sloId || service.slug === story.service)
    .map(({ id }) => id)
  return sloIds.flatMap((sloId) =>
    timesOf(story, timeline).map((correction) => ({
      series: { sloId, deployment: story.deployment },
      correction,
    })),
  )
}

function timesOf(story: StoryCorrection, timeline: Timeline): readonly RecordedCorrection[] {
  const fromHour = timeline.hourAt(story.start)
  const { decision, category, author, reason, withdrawn } = story
  const signed = {
    decision,
    category,
    author,
    reason,
    at: isoFromHour(timeline.hourAt(story.recorded)),
    withdrawnAt: withdrawn === undefined ? null : isoFromHour(timeline.hourAt(withdrawn.at)),
    withdrawnBy: withdrawn?.by ?? null,
    withdrawnReason: withdrawn?.reason ?? null,
    dependency: story.dependency ?? null,
  }
  if ('share' in story) {
    const { dependency, share } = story
    const once = { id: decision, rule: null, timeZone: null }
    return [{ ...signed, ...once, kind: 'top-up', atHour: fromHour, share, dependency }]
  }
  const rule = story.recurrence?.rule ?? null
  const timeZone = story.recurrence?.timeZone ?? null
  const recurrence = rule === null ? null : parseRecurrence(rule).recurrence
  const first = { fromHour, toHour: fromHour + story.hours }
  const spans = recurrence === null ? [first] : spansOf(recurrence, first, zoneOffset(timeZone ?? 'UTC'))
  return spans
    .flatMap((span) => partsByPeriod(periodScheme, span))
    .map(({ span }, index) => ({
      ...signed,
      ...span,
      id: recurrence === null ? decision : `${decision}.${String(index + 1).padStart(4, '0')}`,
      rule,
      timeZone,
      kind: 'exclusion',
    }))
}
