import type { SeriesKey } from '../ports.ts'
import type { SeriesMeasurement } from '../stores/sql/catalog-measurements.ts'
import type { FeedOutcome, FeedProgress } from '../stores/sql/feed-rows.ts'
import type { Hour } from '../../src/domain/hours.ts'
import { collectRound, type DueMeasurement, type FindSource } from './collect-round.ts'
import { dueSpans, endOfDueHours, type HourSpan } from './due-hours.ts'
import { askedSpan } from './feed-progress.ts'

/** What the collector reads and writes; all of it durable, so that another can go on where it stopped. */
export type CollectorStore = Readonly<{
  measurements(): Promise<readonly SeriesMeasurement[]>
  progress(): Promise<ReadonlyMap<number, FeedProgress>>
  missingHours(seriesIds: readonly number[], fromHour: Hour): Promise<ReadonlyMap<number, readonly Hour[]>>
  /** `nowHour` is the first hour that is not complete: none from there on is taken. */
  write(outcomes: readonly FeedOutcome[], nowHour: Hour): Promise<void>
}>

export type CollectorTiming = Readonly<{
  lagMinutes: number
  /** How far back a new series is filled. */
  backfillDays: number
  /** How far back hours that did not come are asked for again. */
  repairHours: number
}>

export type RoundResult = Readonly<{ dueCount: number; progress: ReadonlyMap<number, FeedProgress> }>

export type CollectorDeps = Readonly<{
  store: CollectorStore
  findSource: FindSource
  /** The series that were not asked so at the last look: waiting for the next try is for what has not changed. */
  renewed: (measurements: readonly SeriesMeasurement[]) => ReadonlySet<number>
  gather: (ms: number) => Promise<void>
  now: () => number
  signal: AbortSignal
}>

/** One look at what is due, and the collection of it. */
export async function collectDue(timing: CollectorTiming, deps: CollectorDeps): Promise<RoundResult> {
  const { store, now } = deps
  const [measurements, progress] = await Promise.all([store.measurements(), store.progress()])
  const due = await dueMeasurements(measurements, progress, timing, deps)
  const written = new Map(progress)
  if (due.length > 0) {
    await collectRound(due, {
      ...deps,
      now,
      async write(outcomes) {
        await store.write(outcomes, endOfDueHours(now(), 0))
        for (const { progress: one } of outcomes) written.set(one.seriesId, one)
      },
    })
  }
  const measured = new Set(measurements.map(({ seriesId }) => seriesId))
  return { dueCount: due.length, progress: new Map([...written].filter(([id]) => measured.has(id))) }
}

async function dueMeasurements(
  measurements: readonly SeriesMeasurement[],
  progress: ReadonlyMap<number, FeedProgress>,
  { lagMinutes, backfillDays, repairHours }: CollectorTiming,
  { store, now, renewed }: CollectorDeps,
): Promise<readonly DueMeasurement[]> {
  const toHour = endOfDueHours(now(), lagMinutes)
  const wanted = { fromHour: toHour - backfillDays * 24, toHour }
  const isRenewed = renewed(measurements)
  const open = measurements.filter(({ seriesId }) =>
    isOpen(progress.get(seriesId), wanted, isRenewed.has(seriesId) ? Number.POSITIVE_INFINITY : now()),
  )
  if (open.length === 0) return []
  const missing = await store.missingHours(
    open.map(({ seriesId }) => seriesId),
    toHour - repairHours,
  )
  return open.flatMap((measurement) => {
    const before = progress.get(measurement.seriesId)
    const asked = before === undefined ? null : askedSpan(before)
    const missingHours = missing.get(measurement.seriesId) ?? []
    const spans = dueSpans({ asked, missingHours }, wanted)
    return spans.length === 0 ? [] : [{ measurement, progress: before, spans, dueUpToHour: toHour }]
  })
}

/** There is an hour that was never asked for, or it is time to try again. */
function isOpen(
  progress: FeedProgress | undefined,
  wanted: Readonly<{ fromHour: Hour; toHour: Hour }>,
  now: number,
): boolean {
  if (progress === undefined) return true
  if (progress.nextTryAt !== null) return progress.nextTryAt <= now
  const asked = askedSpan(progress)
  return asked === null || asked.toHour < wanted.toHour || asked.fromHour > wanted.fromHour
}

type PastFailure = SeriesKey & Readonly<{ reason: string }>

export type PastResult = Readonly<{
  series: readonly SeriesMeasurement[]
  hourCount: number
  failures: readonly PastFailure[]
}>

/** A given past span of every series or of those of one SLO, whatever was asked for before. */
export async function collectPast(
  span: HourSpan,
  sloId: string | null,
  { store, now, ...deps }: CollectorDeps,
): Promise<PastResult> {
  const [measurements, progress] = await Promise.all([store.measurements(), store.progress()])
  const series = measurements.filter((one) => sloId === null || one.sloId === sloId)
  const toHour = Math.min(span.toHour, endOfDueHours(now(), 0))
  const spans = toHour > span.fromHour ? [{ ...span, toHour }] : []
  const due = series.map((measurement) => ({
    measurement,
    progress: progress.get(measurement.seriesId),
    spans,
    dueUpToHour: null,
  }))
  const bySeries = new Map(series.map((one) => [one.seriesId, one]))
  const failures: PastFailure[] = []
  let hourCount = 0
  await collectRound(due, {
    ...deps,
    now,
    async write(outcomes) {
      await store.write(outcomes, endOfDueHours(now(), 0))
      for (const {
        rows,
        progress: { seriesId },
        obstacle,
      } of outcomes) {
        hourCount += rows.length
        const failing = bySeries.get(seriesId)
        if (obstacle !== null && failing !== undefined)
          failures.push({ sloId: failing.sloId, deployment: failing.deployment, reason: obstacle })
      }
    },
  })
  return { series, hourCount, failures }
}
