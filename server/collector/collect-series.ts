import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import type { RangeSeries } from '../sources/prometheus/query-answer.ts'
import { SourceError } from '../sources/prometheus/source-error.ts'
import type { FeedOutcome, FeedProgress } from '../stores/sql/feed-rows.ts'
import type { AskedQuery } from './asked-query.ts'
import { chunksOf, type HourSpan } from './due-hours.ts'
import { answered, failed, finished, type FeedFailure } from './feed-progress.ts'
import {
  countHours,
  SECONDS_PER_HOUR,
  UncountableError,
  type HourCounts,
  type RefusedHour,
} from './hour-counts.ts'
import type { SeriesQueries } from './series-queries.ts'

export type DueSeries = Readonly<{
  progress: FeedProgress
  queries: SeriesQueries
  /** Oldest first. */
  spans: readonly HourSpan[]
  /** By then the series should be fed; null where the past is asked for, which says nothing of the present. */
  dueUpToHour: Hour | null
}>

export type Ask = (
  query: AskedQuery,
  range: Readonly<{ fromSeconds: number; toSeconds: number; stepSeconds: number }>,
) => Promise<readonly RangeSeries[]>

type Collecting = Readonly<{
  ask: Ask
  /** Takes what has come so far; a part that was answered is kept even when the next one fails. */
  keep: (outcome: FeedOutcome) => Promise<void>
  now: () => number
}>

/** Fills what is due of one series, a chunk after the other. What keeps it is part of the outcome; it never throws for that. */
export async function collectSeries(
  { progress: before, queries, spans, dueUpToHour }: DueSeries,
  { ask, keep, now }: Collecting,
): Promise<SourceError | null> {
  let progress = before
  const count = spanCounts(queries, ask)
  const refused: RefusedHour[] = []
  try {
    for (const span of spans) {
      for (const chunk of chunksOf(span, queries.stepSeconds)) {
        const counts = await countsOf(chunk, count)
        refused.push(...counts.refused)
        progress = answered(progress, chunk, counts.rows, now())
        await keep({ rows: counts.rows, progress, obstacle: null })
      }
      progress = answered(progress, span, [], now())
    }
    if (dueUpToHour === null) await keep({ rows: [], progress, obstacle: refusedInWords(refused) })
    else {
      progress = finished(progress, dueUpToHour, refused, now())
      await keep({ rows: [], progress, obstacle: progress.failure })
    }
    return null
  } catch (error) {
    const isOfSource = error instanceof SourceError
    if (!isOfSource && !(error instanceof UncountableError)) throw error
    const kind = isOfSource ? error.kind : 'uncountable'
    await keep(failedOutcome({ progress, dueUpToHour }, { kind, reason: error.message }, now()))
    return isOfSource ? error : null
  }
}

/** Where the past was asked for, the present stays as it was. */
export function failedOutcome(
  { progress, dueUpToHour }: Pick<DueSeries, 'progress' | 'dueUpToHour'>,
  failure: FeedFailure,
  now: number,
): FeedOutcome {
  return {
    rows: [],
    progress: dueUpToHour === null ? progress : failed(progress, failure, now),
    obstacle: failure.reason,
  }
}

function refusedInWords(refused: readonly RefusedHour[]): string | null {
  const [first] = refused
  if (first === undefined) return null
  return `${refused.length} ${refused.length === 1 ? 'hour' : 'hours'} cannot be counted, such as ${isoFromHour(first.hour)}: ${first.reason}`
}

type SpanCounts = (span: HourSpan) => Promise<HourCounts>

function spanCounts(queries: SeriesQueries, ask: Ask): SpanCounts {
  const { stepSeconds } = queries
  return async ({ fromHour, toHour }) => {
    const range = {
      fromSeconds: fromHour * SECONDS_PER_HOUR + stepSeconds,
      toSeconds: toHour * SECONDS_PER_HOUR,
      stepSeconds,
    }
    const answers: (readonly RangeSeries[])[] = []
    // One after the other: how many are under way at once is bounded by source, not by series.
    for (const query of queries.queries) answers.push(await ask(query, range))
    const { rows, refused } = countHours(queries.cells(answers), queries.count)
    const isDue = ({ hour }: Readonly<{ hour: number }>) => hour >= fromHour && hour < toHour
    return { rows: rows.filter(isDue), refused: refused.filter(isDue) }
  }
}

/**
 * What an engine gives for many hours at once is what it gives for each of them, but for the edges of gaps. There
 * VictoriaMetrics sees what lies before the gap: it answers 0 where nothing was measured, and adds all that happened in a
 * gap to the hour after it. Those hours are asked for by themselves, as they would have been had they come one by one.
 */
async function countsOf(span: HourSpan, count: SpanCounts): Promise<HourCounts> {
  const { rows, refused } = await count(span)
  const byHour = new Map(rows.map((row) => [row.hour, row]))
  for (let hour = span.fromHour + 1; hour < span.toHour; hour += 1) {
    const row = byHour.get(hour)
    const before = byHour.get(hour - 1)
    const isEdge = row !== undefined && (before === undefined || (row.total === 0 && before.total > 0))
    if (!isEdge) continue
    const alone = await count({ fromHour: hour, toHour: hour + 1 })
    byHour.delete(hour)
    for (const asked of alone.rows) byHour.set(asked.hour, asked)
  }
  return { rows: [...byHour.values()], refused }
}
