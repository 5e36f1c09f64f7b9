import type { BudgetHistory, EpisodeOnWire } from '../../src/contract/budget-history.ts'
import type { Release } from '../../src/contract/catalog.ts'
import type { Buckets } from '../../src/domain/buckets.ts'
import type { Correction } from '../../src/domain/correction.ts'
import type { Episode } from '../../src/domain/episode.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import type { Projection } from '../../src/domain/projection.ts'
import { describeRecurrence, parseRecurrence } from '../../src/domain/recurrence.ts'
import type { HourRange } from '../../src/domain/time-window.ts'
import type { BreachEntry } from '../breaches/breach-entries.ts'
import type { RecordedCorrection } from '../correction-ports.ts'
import { instantOrNull, isoOrNull } from '../wire.ts'

/** A release explains an episode that begins within a day of it. */
export const RELEASE_LOOKBACK_HOURS = 24

/** Releases come newest first, so the first that fits is the last before the episode. */
export function episodeOnWire(episode: Episode, period: Period, releases: readonly Release[]): EpisodeOnWire {
  const earliest = (episode.startHour - RELEASE_LOOKBACK_HOURS) * 3_600_000
  const latest = (episode.startHour + 1) * 3_600_000
  const before = releases.find(({ at }) => Date.parse(at) >= earliest && Date.parse(at) < latest)
  return {
    periodId: period.id,
    start: isoFromHour(episode.startHour),
    end: isoFromHour(episode.endHour),
    spanHours: episode.spanHours,
    bad: episode.bad,
    depletion: episode.depletion,
    speed: episode.speed,
    peakBurnRate: episode.peakBurnRate,
    releaseBefore: before === undefined ? null : { version: before.version, at: before.at },
  }
}

export function breachOnWire({ id, breach, incidents }: BreachEntry): BudgetHistory['breaches'][number] {
  const { startHour, endHour, severity, peakRate, peakLongHours, depletion, alertCount } = breach
  return {
    id,
    start: isoFromHour(startHour),
    end: isoOrNull(endHour),
    severity,
    peakRate,
    peakLongHours,
    depletion,
    alertCount,
    incidents: incidents.map((one) => ({ id: one.id, title: one.title, url: one.url })),
  }
}

export function projectionOnWire({
  windowHours,
  badPerHour,
  exhaustedAtHour,
}: Projection): BudgetHistory['projections'][number] {
  return { windowHours, badPerHour, exhaustedAt: instantOrNull(exhaustedAtHour) }
}

export function correctionOnWire(correction: RecordedCorrection): BudgetHistory['corrections'][number] {
  const { id, decision, kind, category, dependency, author, reason, at } = correction
  const { withdrawnAt, withdrawnBy, withdrawnReason } = correction
  const { fromHour, toHour } = correctedHours(correction)
  return {
    id,
    decision,
    kind,
    category,
    start: isoFromHour(fromHour),
    end: isoFromHour(toHour),
    share: correction.kind === 'top-up' ? correction.share : null,
    dependency,
    recurrence: recurrenceInWords(correction.rule),
    timeZone: correction.timeZone,
    author,
    reason,
    at,
    withdrawnAt,
    withdrawnBy,
    withdrawnReason,
  }
}

export function recurrenceInWords(rule: string | null): string | null {
  const recurrence = rule === null ? null : parseRecurrence(rule).recurrence
  return recurrence === null ? null : describeRecurrence(recurrence)
}

/** A top-up is an instant: its range is empty. */
export function correctedHours(correction: Correction): HourRange {
  return correction.kind === 'top-up'
    ? { fromHour: correction.atHour, toHour: correction.atHour }
    : { fromHour: correction.fromHour, toHour: correction.toHour }
}

/** Hours of the range without a bucket, joined into spans. */
export function gapsIn({ hour }: Buckets, { fromHour, toHour }: HourRange): BudgetHistory['gaps'] {
  const gaps: BudgetHistory['gaps'] = []
  let expected = fromHour
  for (let row = 0; row < hour.length; row += 1) {
    const measured = hour[row] ?? toHour
    if (measured < fromHour || measured >= toHour) continue
    if (measured > expected) gaps.push(span(expected, measured))
    expected = measured + 1
  }
  if (expected < toHour) gaps.push(span(expected, toHour))
  return gaps
}

function span(start: Hour, end: Hour): BudgetHistory['gaps'][number] {
  return { start: isoFromHour(start), end: isoFromHour(end) }
}
