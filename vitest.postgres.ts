import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { TestProject } from 'vitest/node'

import { type PostgresServer, startPostgres } from './server/testing/postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Tells where the PostgreSQL of this run is, and starts it for whoever asks first. */
    postgresTeller: string
  }
}

/** One PostgreSQL for all test files that need any: making one costs more than most of their tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let postgres: Promise<PostgresServer> | null = null
  const teller = createServer((_request, response) => {
    // A connection kept for the next file may be closed just when that one asks.
    response.shouldKeepAlive = false
    postgres ??= startPostgres()
    postgres.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  teller.listen(0, '127.0.0.1')
  await once(teller, 'listening')
  project.provide('postgresTeller', `http://127.0.0.1:${(teller.address() as AddressInfo).port}`)
  return async () => {
    teller.close()
    await (await postgres)?.stop()
  }
}
