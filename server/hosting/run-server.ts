import { randomUUID } from 'node:crypto'

import { EVENTS_PATH } from '../../src/contract/live.ts'
import { createAccess } from '../access/access.ts'
import { guardedApi } from '../access/guarded-api.ts'
import { createApi } from '../api.ts'
import { createHttpApp, type FrontApp } from '../http-app.ts'
import { createLiveHub } from '../live/live-hub.ts'
import type { Settings } from '../settings/settings.ts'
import { storeObstacle } from '../stores/sql/store-figures.ts'
import { collecting } from './collecting.ts'
import { ingestOver } from './ingest-over.ts'
import type { Job } from './job.ts'
import { addLiveMetrics } from './live-metrics.ts'
import type { Log } from './log.ts'
import { createMetricRegistry } from './metric-registry.ts'
import { metricsObjection } from './metrics-guard.ts'
import { openSource, type Source } from './open-source.ts'
import { operationsApp } from './operations-app.ts'
import { addProcessMetrics } from './process-metrics.ts'
import { createReadiness } from './readiness.ts'
import { noteCaller, watched } from './request-watch.ts'
import { routeNames } from './route-names.ts'
import { serveUntilStopped } from './serve-until-stopped.ts'
import { addStoreMetrics } from './store-metrics.ts'

type Surroundings = Readonly<{
  log: Log
  /** Milliseconds since the epoch. */
  now: () => number
  /** At least 0 and below 1. */
  random: () => number
  /** What stands at every address that is not the API's. */
  files: (request: Request) => Response
}>

/** All parts put together; resolves when a signal has ended them, with whether everything was finished. */
export async function runServer(
  settings: Settings,
  { log, now, random, files }: Surroundings,
): Promise<boolean> {
  const { server } = settings
  const stopping = new AbortController()
  const source = await openSource(settings, { log, now })
  const operations = operationsOver(source, settings, { log, now, stopping: stopping.signal })
  const { sql } = source
  const { metrics } = operations
  const jobs: readonly Job[] = [
    ...source.jobs,
    ...(sql === null ? [] : [collecting(sql, settings, { log, now, random, metrics })]),
  ]
  const elapsed = () => performance.now()
  const access = createAccess(settings.access, {
    store: source.deps.access,
    secret: settings.secret,
    now,
    elapsed,
    warn: log.warn,
    noteCaller,
  })
  const fronts: readonly FrontApp[] = [
    operations.app,
    ...access.fronts,
    ...ingestOver(source, settings, { log, now, authorize: access.gate.authorize }),
  ]

  const live = createLiveHub(source.deps)
  stopping.signal.addEventListener('abort', live.close, { once: true })
  addLiveMetrics(metrics, live)
  const api = createApi(source.deps, live)
  const app = createHttpApp({
    api: guardedApi(api, access.gate),
    files,
    fronts,
    isHttps: settings.access.publicUrl?.startsWith('https:') ?? false,
  })
  const fetch = watched(app, {
    log,
    metrics: operations.metrics,
    routeName: routeNames([EVENTS_PATH, ...fronts.flatMap(({ routes }) => routes)]),
    elapsed,
    newRequestId: randomUUID,
  })
  const shutdownMs = server.shutdownSeconds * 1000
  const { host, port } = server
  const { close } = source
  const hosted = { fetch, host, port, jobs, close, shutdownMs, stopping, log }
  const serving = await serveUntilStopped(hosted).catch(async (error: unknown) => {
    await close()
    throw error
  })
  log.info('listening', `${source.title}: ${serving.address}`, { address: serving.address })
  return serving.ended
}

type Moment = Readonly<{ log: Log; now: () => number; stopping: AbortSignal }>

/** For those who run the server: /healthz, /readyz, /metrics. */
function operationsOver({ sql }: Source, { server, secret }: Settings, { log, now, stopping }: Moment) {
  const metrics = createMetricRegistry((error) => log.error('metrics', 'A figure cannot be read', { error }))
  addProcessMetrics(metrics, now() - process.uptime() * 1000)
  if (sql !== null) addStoreMetrics(metrics, sql, now)
  const readiness = createReadiness(
    [
      { part: 'server', obstacle: () => (stopping.aborted ? 'stopping' : null) },
      ...(sql === null ? [] : [{ part: 'store', obstacle: () => storeObstacle(sql) }]),
    ],
    { now, log },
  )
  const { tokenFromEnv, isPublic } = server.metrics
  const token = tokenFromEnv === undefined ? null : secret(tokenFromEnv)
  const app = operationsApp({
    readiness,
    metricsText: metrics.text,
    metricsObjection: (request) => metricsObjection({ host: server.host, token, isPublic }, request),
  })
  return { metrics, app }
}
