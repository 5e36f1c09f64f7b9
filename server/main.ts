import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'

import { serve, type ServerType } from '@hono/node-server'

import { createOrganization } from '../mocks/organization/organization.ts'
import { isoFromHour } from '../src/domain/hours.ts'
import { createApi } from './api.ts'
import { createHttpApp } from './http-app.ts'
import type { ApiDeps } from './ports.ts'
import { settingsFrom, type Settings, type StorePlace } from './settings.ts'
import { staticFiles } from './static-files.ts'

const BUILD = resolve(import.meta.dirname, '../dist')
/** Long enough for answers under way, short enough for whoever waits for the process to end. */
const SHUTDOWN_MS = 3_000

/** Whose data are shown, in words, and how to let go of them. */
type Source = Readonly<{ deps: ApiDeps; title: string; close: () => Promise<void> }>

try {
  const settings = settingsFrom(process.env, process.argv.slice(2))
  start(settings, await openSource(settings))
} catch (error) {
  stopWith(error instanceof Error ? error.message : String(error))
}

function start(settings: Settings, source: Source): void {
  const api = createApi(source.deps)
  const fetch = createHttpApp({ api: (request) => api.fetch(request), files: staticFiles(BUILD) })
  const server = serve({ fetch, port: settings.port, hostname: settings.host }, (address) =>
    announce(source.title, address),
  )
  server.on('error', (error: NodeJS.ErrnoException) => stopWith(startFailure(error, settings)))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(server, source))
}

async function openSource({ seed, serviceCount, store, startsEmpty }: Settings): Promise<Source> {
  const simulated = createOrganization({
    now: Date.now,
    report,
    ...(seed === undefined ? {} : { seed }),
    ...(serviceCount === undefined ? {} : { serviceCount }),
  })
  if (store === null)
    return { deps: simulated, title: 'SRE indicators over simulated data', close: async () => undefined }
  return openStored(store, startsEmpty ? null : simulated)
}

async function openStored(place: StorePlace, firstData: ApiDeps | null): Promise<Source> {
  // Only who keeps data waits for the database to be loaded.
  const [{ openStore }, { seedOnce }, { createSqlStore }] = await Promise.all([
    import('./stores/sql/open-store.ts'),
    import('./stores/sql/seed.ts'),
    import('./stores/sql/sql-store.ts'),
  ])
  const where = 'databaseUrl' in place ? 'PostgreSQL' : resolve(place.dataFolder)
  console.log(`Opening the data in ${where}`)
  const host = await openStore(place, report)
  await seedOnce(host, { source: firstData, onProgress: showProgress })
  const deps = createSqlStore(host, { now: Date.now, report })
  return { deps, title: await titleOf(deps, where), close: () => host.close() }
}

function showProgress(doneSeries: number, allSeries: number): void {
  if (doneSeries === 1)
    console.log('The store is new: filling it with two years of the simulated organization')
  const tenth = (done: number) => Math.floor((done / allSeries) * 10)
  if (tenth(doneSeries) > tenth(doneSeries - 1))
    console.log(`  ${tenth(doneSeries)}0 %, ${doneSeries} of ${allSeries} series`)
}

async function titleOf({ catalog, buckets }: ApiDeps, where: string): Promise<string> {
  const { organization, slos } = await catalog()
  if (slos.length === 0) return `SRE indicators over the data in ${where}, which hold no SLO yet`
  const upTo = `${isoFromHour(await buckets.nowHour())
    .slice(0, 16)
    .replace('T', ' ')} UTC`
  return organization.isSimulated
    ? `SRE indicators over simulated data kept in ${where}; they end at ${upTo} and do not grow`
    : `SRE indicators over the data in ${where}, up to ${upTo}`
}

function report(error: unknown): void {
  console.error(error)
}

function announce(title: string, { address, port, family }: AddressInfo): void {
  console.log(`${title}: http://${family === 'IPv6' ? `[${address}]` : address}:${port}`)
}

function stop(server: ServerType, source: Source): void {
  const exit = () => process.exit(0)
  server.close(() => void source.close().then(exit, exit))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  setTimeout(exit, SHUTDOWN_MS).unref()
}

function startFailure(error: NodeJS.ErrnoException, { host, port }: Settings): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} of ${host} is in use. Choose another, as in: PORT=${port + 1} npm start`
  return `The server cannot listen on ${host}, port ${port}: ${error.message}`
}

function stopWith(message: string): void {
  console.error(message)
  process.exit(1)
}
