import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'

import { serve, type ServerType } from '@hono/node-server'

import { createOrganization } from '../mocks/organization/organization.ts'
import { createApi } from './api.ts'
import { createHttpApp } from './http-app.ts'
import { settingsFrom, type Settings } from './settings.ts'
import { staticFiles } from './static-files.ts'

const BUILD = resolve(import.meta.dirname, '../dist')
/** Long enough for answers under way, short enough for whoever waits for the process to end. */
const SHUTDOWN_MS = 3_000

try {
  start(settingsFrom(process.env))
} catch (error) {
  stopWith(error instanceof Error ? error.message : String(error))
}

function start(settings: Settings): void {
  const organization = createOrganization({
    now: Date.now,
    report: (error) => console.error(error),
    ...(settings.seed === undefined ? {} : { seed: settings.seed }),
    ...(settings.serviceCount === undefined ? {} : { serviceCount: settings.serviceCount }),
  })
  const api = createApi(organization)
  const fetch = createHttpApp({ api: (request) => api.fetch(request), files: staticFiles(BUILD) })
  const server = serve({ fetch, port: settings.port, hostname: settings.host }, announce)
  server.on('error', (error: NodeJS.ErrnoException) => stopWith(startFailure(error, settings)))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(server))
}

function announce({ address, port, family }: AddressInfo): void {
  console.log(
    `SRE indicators over simulated data: http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
  )
}

function stop(server: ServerType): void {
  server.close(() => process.exit(0))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  setTimeout(() => process.exit(0), SHUTDOWN_MS).unref()
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
