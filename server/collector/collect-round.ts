import type { Hour } from '../../src/domain/hours.ts'
import type { PrometheusClient } from '../sources/prometheus/prometheus-client.ts'
import { SourceError } from '../sources/prometheus/source-error.ts'
import type { SeriesMeasurement } from '../stores/sql/catalog-measurements.ts'
import type { FeedOutcome, FeedProgress } from '../stores/sql/feed-rows.ts'
import { collectSeries, failedOutcome, type Ask, type DueSeries } from './collect-series.ts'
import { newProgress } from './feed-progress.ts'
import { UncountableError } from './hour-counts.ts'
import { createOutcomeWriter } from './outcome-writer.ts'
import { seriesQueries } from './series-queries.ts'

export type OpenSource = Readonly<{ name: string; client: PrometheusClient; concurrency: number }>

/** The source of that name, the default one for null; in words why there is none. */
export type FindSource = (name: string | null) => OpenSource | string

export type DueMeasurement = Readonly<{
  measurement: SeriesMeasurement
  progress: FeedProgress | undefined
}> &
  Pick<DueSeries, 'spans' | 'dueUpToHour'>

type RoundDeps = Readonly<{
  findSource: FindSource
  write: (outcomes: readonly FeedOutcome[]) => Promise<void>
  gather: (ms: number) => Promise<void>
  now: () => number
  signal: AbortSignal
}>

/**
 * Asks for everything that is due. Sources do not wait for one another, nor do the series of one source beyond what it
 * takes at a time. Throws only where the store fails or nobody wants the rest.
 */
export async function collectRound(due: readonly DueMeasurement[], deps: RoundDeps): Promise<void> {
  const { findSource, now } = deps
  const writer = createOutcomeWriter(deps.write, deps.gather)
  const signal = AbortSignal.any([deps.signal, writer.failed])
  const bySource = new Map<OpenSource, DueSeries[]>()
  for (const { measurement, progress, ...hours } of due) {
    const series = { progress: progress ?? newProgress(measurement.seriesId, now()), ...hours }
    const prepared = prepare(measurement, series, findSource)
    if ('reason' in prepared) {
      await writer.keep(failedOutcome(series, prepared, now()))
      continue
    }
    const { source } = prepared
    const own = bySource.get(source) ?? []
    own.push(prepared.series)
    bySource.set(source, own)
  }
  const collected = [...bySource].map(([source, series]) =>
    collectFrom(source, series, { ...deps, keep: writer.keep, signal }),
  )
  const results = await Promise.allSettled(collected)
  await writer.finish()
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

type Prepared =
  | Readonly<{ source: OpenSource; series: DueSeries }>
  | Readonly<{ kind: string; reason: string }>

function prepare(
  { measurement, method }: SeriesMeasurement,
  due: Omit<DueSeries, 'queries'>,
  findSource: FindSource,
): Prepared {
  try {
    const queries = seriesQueries(measurement, method)
    const sources = queries.queries.map((query) => findSource(query.source))
    const missing = sources.find((source) => typeof source === 'string')
    if (missing !== undefined) return { kind: 'no-source', reason: missing }
    const source = sources.find((found) => typeof found !== 'string')
    if (source === undefined) throw new Error('A measurement without a query')
    return { source, series: { ...due, progress: { ...due.progress, source: source.name }, queries } }
  } catch (error) {
    if (error instanceof UncountableError) return { kind: 'uncountable', reason: error.message }
    throw error
  }
}

type SourceDeps = Pick<RoundDeps, 'findSource' | 'now' | 'signal'> &
  Readonly<{ keep: (outcome: FeedOutcome) => Promise<void> }>

/** Series with little due first: the long history of a new one must not make the others late. */
async function collectFrom(
  { concurrency }: OpenSource,
  all: readonly DueSeries[],
  { findSource, now, signal, keep }: SourceDeps,
): Promise<void> {
  const queue = all.toSorted((a, b) => hoursOf(a) - hoursOf(b)).values()
  let broken: SourceError | null = null
  // One heavy query may be too slow; when all that run at once are, the engine hangs and the rest would wait for hours.
  let failuresInRow = 0
  const ask: Ask = (query, range) => {
    const source = findSource(query.source)
    if (typeof source === 'string') throw new SourceError('not-found', source)
    return source.client.queryRange({ promql: query.promql, ...range }, signal)
  }
  async function work(): Promise<void> {
    for (const series of queue) {
      signal.throwIfAborted()
      // An engine that is away is asked once more in the next round, not a thousand times in this one.
      if (broken !== null) {
        const { kind, message } = broken
        await keep(failedOutcome(series, { kind, reason: message }, now()))
        continue
      }
      const error = await collectSeries(series, { ask, keep, now })
      failuresInRow = error?.isPassing === true ? failuresInRow + 1 : 0
      if (error?.concernsWholeSource === true || (error && failuresInRow >= Math.max(3, concurrency)))
        broken = error
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
}

function hoursOf({ spans }: DueSeries): Hour {
  return spans.reduce((sum, { fromHour, toHour }) => sum + toHour - fromHour, 0)
}
