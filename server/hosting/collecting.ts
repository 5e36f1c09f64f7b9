import { setTimeout as after } from 'node:timers/promises'

import { createCollectorJob, type CollectorJob } from '../collector/collector-job.ts'
import type { RoundResult } from '../collector/collector.ts'
import type { Settings } from '../settings/settings.ts'
import type { SqlHost } from '../stores/sql/sql.ts'
import type { Log } from './log.ts'
import type { MetricRegistry } from './metric-registry.ts'

type Surroundings = Readonly<{
  log: Log
  now: () => number
  /** At least 0 and below 1. */
  random: () => number
  metrics: MetricRegistry
}>

/** The collector as a part of a server: it tells the log and the metrics how it does. */
export function collecting(
  host: SqlHost,
  { collector: settings, secret }: Settings,
  { log, now, random, metrics }: Surroundings,
): CollectorJob {
  const job = createCollectorJob(
    host,
    { settings, secret, now, random, fetch, wait: (ms, signal) => after(ms, undefined, { signal }) },
    {
      onFailure: (error) => log.warn('collect', 'Collecting was interrupted and goes on later', { error }),
      onRound: (result, seconds) => log.info('collected', roundInWords(result, seconds), { seconds }),
    },
  )
  addCollectorMetrics(metrics, job)
  return job
}

function roundInWords({ dueCount, progress }: RoundResult, seconds: number): string {
  const failing = [...progress.values()].filter(({ failure }) => failure !== null).length
  const fails = failing === 0 ? '' : `; ${failing} of ${progress.size} are not fed, GET /api/feeds says why`
  return `Asked for ${dueCount} series in ${seconds.toFixed(1)} s${fails}`
}

function addCollectorMetrics(metrics: MetricRegistry, { stats }: CollectorJob): void {
  metrics.reading(
    'sre_indicators_collector_is_collecting',
    'gauge',
    '1 on the server that collects, 0 on those that wait for it.',
    () => [{ value: stats().isCollecting ? 1 : 0 }],
  )
  metrics.reading(
    'sre_indicators_collector_last_round_seconds',
    'gauge',
    'How long the last look at what is due took, with all it collected.',
    () => {
      const { lastRoundSeconds } = stats()
      return lastRoundSeconds === null ? [] : [{ value: lastRoundSeconds }]
    },
  )
  const bySource = [
    ['lag_seconds', 'gauge', 'From the end of the newest hour that came to now.', 'lagSeconds'],
    ['queries_total', 'counter', 'Queries sent, each attempt counted.', 'queries'],
    ['failed_queries_total', 'counter', 'Queries without a usable answer.', 'failedQueries'],
    ['series', 'gauge', 'Series that are fed from the source.', 'seriesCount'],
    ['failing_series', 'gauge', 'Series whose newest hour did not come.', 'failingSeriesCount'],
  ] as const
  for (const [name, kind, help, figure] of bySource) {
    metrics.reading(`sre_indicators_collector_${name}`, kind, help, () =>
      Object.entries(stats().sources).flatMap(([source, figures]) => {
        const value = figures[figure]
        return value === null ? [] : [{ labels: { source }, value }]
      }),
    )
  }
}
