import { once } from 'node:events'
import { createServer } from 'node:http'

import { getRequestListener } from '@hono/node-server'

import { createAccess } from '../access/access.ts'
import { guardedApi } from '../access/guarded-api.ts'
import { notePeer } from '../access/peer-address.ts'
import { createApi } from '../api.ts'
import { createHttpApp } from '../http-app.ts'
import type { ApiDeps } from '../ports.ts'
import type { AccessSettings } from '../settings/access-settings.ts'
import { listening } from './oidc-provider.ts'

type Guarded = Readonly<{
  deps: ApiDeps
  secrets?: Readonly<Record<string, string>>
  /** Milliseconds since the epoch; the real clock where a provider's is compared with it. */
  now?: () => number
  elapsed?: () => number
}>

/** The server as it is hosted, on a port of its own, with everything that decides who may ask. */
export async function startGuarded({ deps, secrets = {}, now = Date.now, elapsed = Date.now }: Guarded) {
  const warnings: string[] = []
  let fetch: (request: Request) => Promise<Response> = async () =>
    new Response('not configured', { status: 503 })
  const listener = getRequestListener(async (request, { incoming }) => {
    notePeer(request, incoming.socket.remoteAddress)
    return fetch(request)
  })
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
  const url = await listening(server)
  const api = createApi(deps)
  return {
    url,
    warnings,
    /** What a start would do with these settings; called again it is as if another server began with the same store. */
    configure(settings: AccessSettings) {
      const { gate, fronts } = createAccess(settings, {
        store: deps.access,
        secret: (name) => secrets[name] ?? '',
        now,
        elapsed,
        warn: (event, message, facts) => void warnings.push(`${event} ${message} ${textOf(facts?.error)}`),
        noteCaller: () => undefined,
      })
      fetch = createHttpApp({
        api: guardedApi(api, gate),
        files: () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
        fronts,
        isHttps: settings.publicUrl?.startsWith('https:') ?? false,
      })
      return gate
    },
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** All that a log would tell of it. */
function textOf(error: unknown): string {
  return error instanceof Error ? `${error.stack ?? ''} ${textOf(error.cause)}` : ''
}
