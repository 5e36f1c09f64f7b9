import type { BucketRow } from '../../src/domain/buckets.ts'
import type { Hour } from '../../src/domain/hours.ts'
import type { FeedProgress } from '../stores/sql/feed-rows.ts'
import type { HourSpan } from './due-hours.ts'
import type { RefusedHour } from './hour-counts.ts'

export type FeedFailure = Readonly<{ kind: string; reason: string }>

const MINUTE_MS = 60_000
const LONGEST_PAUSE_MINUTES = 15

export function newProgress(seriesId: number, now: number): FeedProgress {
  return {
    seriesId,
    source: null,
    askedFromHour: null,
    askedUpToHour: null,
    fedUpToHour: null,
    fedAt: null,
    triedAt: now,
    failureKind: null,
    failure: null,
    failingSince: null,
    failureCount: 0,
    nextTryAt: null,
  }
}

export function askedSpan({ askedFromHour, askedUpToHour }: FeedProgress): HourSpan | null {
  return askedFromHour === null || askedUpToHour === null
    ? null
    : { fromHour: askedFromHour, toHour: askedUpToHour }
}

/**
 * The engine answered for the span, whether or not it had anything. What was asked for stays one stretch: a span apart from
 * it is not remembered, because then the hours between would pass for asked.
 */
export function answered(
  progress: FeedProgress,
  span: HourSpan,
  rows: readonly BucketRow[],
  now: number,
): FeedProgress {
  const asked = askedSpan(progress)
  const fedUpToHour = rows.reduce<Hour | null>(
    (latest, { hour }) => Math.max(latest ?? hour + 1, hour + 1),
    progress.fedUpToHour,
  )
  return {
    ...progress,
    ...askedHours(asked, span),
    fedUpToHour,
    fedAt: rows.length > 0 ? now : progress.fedAt,
    triedAt: now,
  }
}

function askedHours(asked: HourSpan | null, span: HourSpan) {
  if (asked === null) return { askedFromHour: span.fromHour, askedUpToHour: span.toHour }
  const isApart = span.fromHour > asked.toHour || span.toHour < asked.fromHour
  return isApart
    ? {}
    : {
        askedFromHour: Math.min(asked.fromHour, span.fromHour),
        askedUpToHour: Math.max(asked.toHour, span.toHour),
      }
}

/** Everything that was due has been answered; what is wrong is that the last hour of it still has nothing. */
export function finished(
  progress: FeedProgress,
  dueUpToHour: Hour,
  refused: readonly RefusedHour[],
  now: number,
): FeedProgress {
  if (progress.fedUpToHour !== null && progress.fedUpToHour >= dueUpToHour) return healthy(progress, now)
  const last = refused.findLast(({ hour }) => hour === dueUpToHour - 1)
  if (last !== undefined) return failed(progress, { kind: 'uncountable', reason: last.reason }, now)
  return failed(progress, { kind: 'no-data', reason: 'The engine answers, but has no data for it' }, now)
}

function healthy(progress: FeedProgress, now: number): FeedProgress {
  return {
    ...progress,
    triedAt: now,
    failureKind: null,
    failure: null,
    failingSince: null,
    failureCount: 0,
    nextTryAt: null,
  }
}

/** Each failure in a row doubles the pause: a query that fails for weeks is not asked every minute. */
export function failed(progress: FeedProgress, { kind, reason }: FeedFailure, now: number): FeedProgress {
  const minutes = Math.min(LONGEST_PAUSE_MINUTES, 2 ** progress.failureCount)
  return {
    ...progress,
    triedAt: now,
    failureKind: kind,
    failure: reason,
    failingSince: progress.failingSince ?? now,
    failureCount: Math.min(30, progress.failureCount + 1),
    nextTryAt: now + minutes * MINUTE_MS,
  }
}
