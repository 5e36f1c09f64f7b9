import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import type { TestProject } from 'vitest/node'

import {
  preparePostgres,
  startPostgres,
  type PostgresServer,
  type PreparedPostgres,
} from './server/testing/postgres-server.ts'

const run = promisify(execFile)

declare module 'vitest' {
  interface ProvidedContext {
    /** Tells where the databases of this run are, and makes them for whoever asks first. */
    databaseTeller: string
  }
}

/** One of a kind for all test files that need any: making one costs more than most of their tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'sre-databases-'))
  const dataFolder = join(folder, 'data')
  const dump = join(folder, 'empty.tar')
  let prepared: Promise<PreparedPostgres> | null = null
  let postgres: Promise<PostgresServer> | null = null
  let embedded: Promise<unknown> | null = null
  const made = async (path: string) => {
    // In a process of its own: seconds of work, while this one has to hand out modules.
    await (embedded ??= run(process.execPath, [
      // What runs once is not worth compiling well.
      '--liftoff-only',
      'server/stores/testing/make-embedded.ts',
      dataFolder,
      dump,
    ]))
    return path
  }
  const preparing = () => {
    const inside = join(folder, 'postgres')
    mkdirSync(inside, { recursive: true })
    // Whoever runs PostgreSQL is another account where tests run as root.
    chmodSync(folder, 0o755)
    return (prepared ??= preparePostgres(inside))
  }
  const places: Readonly<Record<string, () => Promise<string>>> = {
    '/postgres': async () => (await (postgres ??= preparing().then(startPostgres))).url,
    '/postgres-prepared': async () => JSON.stringify(await preparing()),
    '/data-folder': () => made(dataFolder),
    '/dump': () => made(dump),
  }
  const teller = createServer((request, response) => {
    // A connection kept for the next file may be closed just when that one asks.
    response.shouldKeepAlive = false
    places[request.url ?? '']?.().then(
      (place) => response.end(place),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  teller.listen(0, '127.0.0.1')
  await once(teller, 'listening')
  project.provide('databaseTeller', `http://127.0.0.1:${(teller.address() as AddressInfo).port}`)
  return async () => {
    teller.close()
    await (await postgres)?.stop()
    await embedded
    rmSync(folder, { recursive: true, force: true })
  }
}
