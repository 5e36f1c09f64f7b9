import type { BucketRow } from '../../../src/domain/buckets.ts'
import { bucketsFromRows } from '../../../src/domain/buckets.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import type { SeriesFeed, SeriesKey } from '../../ports.ts'
import { upsertBuckets } from './bucket-writer.ts'
import { intArray, type Sql } from './sql.ts'

/** How far the collector has come with one series; instants are milliseconds since 1970. */
export type FeedProgress = Readonly<{
  seriesId: number
  source: string | null
  askedFromHour: Hour | null
  askedUpToHour: Hour | null
  /** The end of the last hour that came. */
  fedUpToHour: Hour | null
  fedAt: number | null
  triedAt: number
  failureKind: string | null
  failure: string | null
  failingSince: number | null
  failureCount: number
  nextTryAt: number | null
}>

/** What came of asking for one series: hours, and where its feed stands now. */
export type FeedOutcome = Readonly<{
  rows: readonly BucketRow[]
  progress: FeedProgress
  /** What kept the rest from coming, null where nothing did. */
  obstacle: string | null
}>

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

export async function readFeedProgress(sql: Sql): Promise<ReadonlyMap<number, FeedProgress>> {
  const rows = await sql.query<FeedProgress>(`
    select series_id as "seriesId", source, asked_from_hour as "askedFromHour",
      asked_up_to_hour as "askedUpToHour", fed_up_to_hour as "fedUpToHour", ${ms('fed_at')} as "fedAt",
      ${ms('tried_at')} as "triedAt", failure_kind as "failureKind", failure,
      ${ms('failing_since')} as "failingSince", failure_count as "failureCount", ${ms('next_try_at')} as "nextTryAt"
    from series_feed`)
  return new Map(rows.map((row) => [row.seriesId, row]))
}

type SeriesFeedRow = SeriesKey & Pick<SeriesFeed, 'isMeasured'> & Readonly<{ feed: FeedProgress | null }>

/** Where each series stands, for those who look at it. */
export async function readSeriesFeeds(
  sql: Sql,
  sloIds: readonly string[] | null,
): Promise<readonly SeriesFeed[]> {
  const rows = await sql.query<SeriesFeedRow>(
    `select series.slo_id as "sloId", series.deployment, slo.definition is not null as "isMeasured",
      case when feed.series_id is not null then json_build_object('source', feed.source, 'fedUpToHour', fed_up_to_hour,
        'fedAt', ${ms('fed_at')}, 'triedAt', ${ms('tried_at')}, 'failureKind', failure_kind, 'failure', failure,
        'failingSince', ${ms('failing_since')}, 'nextTryAt', ${ms('next_try_at')}) end as feed
    from series
    join slo on slo.id = series.slo_id
    left join series_feed feed on feed.series_id = series.id
    where $1::jsonb is null or series.slo_id in (select jsonb_array_elements_text($1::jsonb))`,
    [sloIds === null ? null : JSON.stringify(sloIds)],
  )
  return rows.map(({ feed, ...series }) => ({
    ...series,
    progress: feed && {
      source: feed.source,
      fedUpToHour: feed.fedUpToHour,
      fedAtMs: feed.fedAt,
      triedAtMs: feed.triedAt,
      failure:
        feed.failure === null || feed.failingSince === null
          ? null
          : { kind: feed.failureKind ?? 'unknown', reason: feed.failure, sinceMs: feed.failingSince },
      nextTryAtMs: feed.nextTryAt,
    },
  }))
}

/** Hours since `fromHour` that were asked for and did not come, of series that had begun by then or never did. */
export async function readMissingHours(
  sql: Sql,
  seriesIds: readonly number[],
  fromHour: Hour,
): Promise<ReadonlyMap<number, readonly Hour[]>> {
  const rows = await sql.query<{ seriesId: number; hour: Hour }>(
    `select feed.series_id as "seriesId", due.hour
    from series_feed feed
    join series on series.id = feed.series_id
    cross join lateral generate_series(greatest(feed.asked_from_hour, series.began_hour, $2::int),
      feed.asked_up_to_hour - 1) as due (hour)
    where feed.series_id = any($1::int[])
      and not exists (select from bucket where bucket.series_id = feed.series_id and bucket.hour = due.hour)
    order by feed.series_id, due.hour`,
    [intArray(seriesIds), fromHour],
  )
  const bySeries = Map.groupBy(rows, ({ seriesId }) => seriesId)
  return new Map([...bySeries].map(([id, missing]) => [id, missing.map(({ hour }) => hour)]))
}

/** Hours and how far they go, together: a crash in between would leave a gap that nobody knows of. */
export async function writeOutcomes(
  sql: Sql,
  outcomes: readonly FeedOutcome[],
  nowHour: Hour,
): Promise<void> {
  if (outcomes.length === 0) return
  await sql.transaction(async (transaction) => {
    await upsertBuckets(
      transaction,
      outcomes.map(({ rows, progress: { seriesId } }) => ({ seriesId, buckets: bucketsFromRows(rows) })),
      nowHour,
      Math.max(...outcomes.map(({ progress }) => progress.triedAt)),
    )
    await upsertProgress(
      transaction,
      outcomes.map(({ progress }) => progress),
    )
  })
}

async function upsertProgress(sql: Sql, progress: readonly FeedProgress[]): Promise<void> {
  // Of a series that comes several times the last counts, and one statement may write a row only once.
  const last = new Map(progress.map((one) => [one.seriesId, one]))
  const rows = [...last.values()].map((one) => ({
    series_id: one.seriesId,
    source: one.source,
    asked_from_hour: one.askedFromHour,
    asked_up_to_hour: one.askedUpToHour,
    fed_up_to_hour: one.fedUpToHour,
    fed_at: instantFrom(one.fedAt),
    tried_at: instantFrom(one.triedAt),
    failure_kind: one.failureKind,
    failure: one.failure,
    failing_since: instantFrom(one.failingSince),
    failure_count: one.failureCount,
    next_try_at: instantFrom(one.nextTryAt),
  }))
  await sql.query(
    `insert into series_feed select * from jsonb_populate_recordset(null::series_feed, $1::jsonb)
    on conflict (series_id) do update set source = excluded.source, asked_from_hour = excluded.asked_from_hour,
      asked_up_to_hour = excluded.asked_up_to_hour, fed_up_to_hour = excluded.fed_up_to_hour,
      fed_at = excluded.fed_at, tried_at = excluded.tried_at, failure_kind = excluded.failure_kind,
      failure = excluded.failure, failing_since = excluded.failing_since,
      failure_count = excluded.failure_count, next_try_at = excluded.next_try_at`,
    [JSON.stringify(rows)],
  )
}

const instantFrom = (at: number | null) => (at === null ? null : new Date(at).toISOString())
