import type { Wait } from '../sources/prometheus/retry.ts'
import type { CollectorSettings } from '../settings/collector-settings.ts'
import type { SeriesMeasurement } from '../stores/sql/catalog-measurements.ts'
import { readDataSources } from '../stores/sql/data-source-rows.ts'
import type { Sql, SqlHost } from '../stores/sql/sql.ts'
import { collectorStore } from './collector-store.ts'
import { collectDue, type RoundResult } from './collector.ts'
import { createStatsKeeper, type CollectorStats } from './collector-stats.ts'
import { createSourceFinder, planSources } from './data-sources.ts'

export type CollectorSurroundings = Readonly<{
  settings: CollectorSettings
  secret: (name: string) => string
  now: () => number
  random: () => number
  wait: Wait
  fetch: typeof fetch
}>

type CollectorReports = Readonly<{
  /** The collector goes on; this is where it says what kept it. */
  onFailure: (error: unknown) => void
  onRound: (result: RoundResult, seconds: number) => void
}>

export type CollectorJob = Readonly<{
  name: string
  start(): void
  stop(): Promise<void>
  stats(): CollectorStats
}>

/** A server that finds the lock taken looks again after this: when the holder dies another is there within a minute. */
const LOCK_RETRY_MS = 10_000

/** Collects for as long as it runs, whenever no other server on the same database does. */
export function createCollectorJob(
  host: SqlHost,
  surroundings: CollectorSurroundings,
  { onFailure, onRound }: CollectorReports,
): CollectorJob {
  const { settings, now, wait } = surroundings
  const stats = createStatsKeeper(now)
  const collect = createCollecting(host.forJobs, surroundings, stats.countAttempt)
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await collectWhileHeld()
      } catch (error) {
        if (!stopping.signal.aborted) onFailure(error)
      }
      stats.setCollecting(false)
      await pause(LOCK_RETRY_MS, stopping.signal)
    }
  }

  async function collectWhileHeld(): Promise<void> {
    const lock = await host.tryHold('collector')
    if (lock === null) return
    try {
      const signal = AbortSignal.any([stopping.signal, lock.lost])
      stats.setCollecting(true)
      while (!signal.aborted) {
        await round(signal)
        await pause(settings.checkSeconds * 1000, signal)
      }
      if (lock.lost.aborted && !stopping.signal.aborted) throw lock.lost.reason
    } finally {
      await lock.release()
    }
  }

  async function round(signal: AbortSignal): Promise<void> {
    const startedAt = now()
    try {
      const result = await collect(signal, (deps) => collectDue(settings, deps))
      const seconds = (now() - startedAt) / 1000
      stats.endRound(seconds, result.progress.values())
      if (result.dueCount > 0) onRound(result, seconds)
    } catch (error) {
      if (!signal.aborted) onFailure(error)
    }
  }

  const pause = (ms: number, signal: AbortSignal) => wait(ms, signal).catch(() => undefined)

  return {
    name: 'collector',
    start() {
      running = run()
    },
    async stop() {
      stopping.abort()
      await running
    },
    stats: stats.read,
  }
}

type Collecting = <Result>(
  signal: AbortSignal,
  work: (deps: Parameters<typeof collectDue>[1]) => Promise<Result>,
) => Promise<Result>

/** The collector's surroundings as they are at the moment: sources come from the catalog, which may have changed. */
export function createCollecting(
  sql: Sql,
  { settings, secret, now, random, wait, fetch: send }: CollectorSurroundings,
  countAttempt: (source: string, isFailed: boolean) => void,
): Collecting {
  const findWith = createSourceFinder((source) => ({
    fetch: send,
    retry: { attempts: 3, firstDelayMs: 500, longestDelayMs: 10_000, wait, random },
    onAttempt: (failure) => countAttempt(source, failure !== null),
  }))
  const store = collectorStore(sql)
  let asked = new Map<number, string>()
  return async (signal, work) => {
    const declared = await readDataSources(sql)
    const findSource = findWith(planSources({ settings, declared, secret }))
    // What has been answered is stored even while everything stops, so this wait is not cut short.
    const gather = (ms: number) => wait(ms, new AbortController().signal)
    const renewed = (measurements: readonly SeriesMeasurement[]) => {
      const before = asked
      asked = new Map(
        measurements.map(({ seriesId, ...how }) => [
          seriesId,
          JSON.stringify([how.measurement, how.method, declared]),
        ]),
      )
      return new Set([...asked].flatMap(([id, how]) => (before.get(id) === how ? [] : [id])))
    }
    return work({ store, findSource, renewed, gather, now, signal })
  }
}
