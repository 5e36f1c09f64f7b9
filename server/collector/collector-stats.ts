import type { FeedProgress } from '../stores/sql/feed-rows.ts'

type SourceStats = Readonly<{
  /** Since the process began; attempts, so that those which were tried again count each. */
  queries: number
  failedQueries: number
  seriesCount: number
  failingSeriesCount: number
  /** From the end of the newest hour that came to now; null before the first. */
  lagSeconds: number | null
}>

/** Plain numbers, to be published by whoever publishes. */
export type CollectorStats = Readonly<{
  /** False while another server collects, or none can. */
  isCollecting: boolean
  lastRoundSeconds: number | null
  sources: Readonly<Record<string, SourceStats>>
}>

export type StatsKeeper = Readonly<{
  countAttempt(source: string, isFailed: boolean): void
  setCollecting(isCollecting: boolean): void
  endRound(seconds: number, progress: Iterable<FeedProgress>): void
  read(): CollectorStats
}>

export function createStatsKeeper(now: () => number): StatsKeeper {
  const attempts = new Map<string, Readonly<{ queries: number; failedQueries: number }>>()
  let isCollecting = false
  let lastRoundSeconds: number | null = null
  let bySource = new Map<string, FeedProgress[]>()

  function statsOf(source: string): SourceStats {
    const series = bySource.get(source) ?? []
    const newest = Math.max(...series.map(({ fedUpToHour }) => fedUpToHour ?? Number.NEGATIVE_INFINITY))
    return {
      ...(attempts.get(source) ?? { queries: 0, failedQueries: 0 }),
      seriesCount: series.length,
      failingSeriesCount: series.filter(({ failure }) => failure !== null).length,
      lagSeconds: Number.isFinite(newest) ? Math.round(now() / 1000 - newest * 3600) : null,
    }
  }

  return {
    countAttempt(source, isFailed) {
      const { queries, failedQueries } = attempts.get(source) ?? { queries: 0, failedQueries: 0 }
      attempts.set(source, {
        queries: queries + 1,
        failedQueries: failedQueries + (isFailed ? 1 : 0),
      })
    },
    setCollecting(value) {
      isCollecting = value
    },
    endRound(seconds, progress) {
      lastRoundSeconds = seconds
      bySource = Map.groupBy(progress, ({ source }) => source ?? 'unknown')
    },
    read: () => ({
      isCollecting,
      lastRoundSeconds,
      sources: Object.fromEntries(
        [...new Set([...attempts.keys(), ...bySource.keys()])].map((source) => [source, statsOf(source)]),
      ),
    }),
  }
}
