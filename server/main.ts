import { resolve } from 'node:path'

import { localPerson } from './access/local-person.ts'
import { createApi } from './api.ts'
import type { Job } from './hosting/job.ts'
import { createLog, type Log } from './hosting/log.ts'
import { openSource } from './hosting/open-source.ts'
import { serveUntilStopped } from './hosting/serve-until-stopped.ts'
import { createHttpApp } from './http-app.ts'
import { readSettings, SettingsError, type Settings } from './settings/settings.ts'
import { staticFiles } from './static-files.ts'

const BUILD = resolve(import.meta.dirname, '../dist')

// Until the settings say otherwise, and for the settings' own mistakes.
let log = logTo({ level: 'info', format: 'auto' })

try {
  const settings = readSettings(process.env, process.argv.slice(2))
  log = logTo(settings.server.log)
  await run(settings)
} catch (error) {
  const mistakes =
    error instanceof SettingsError ? error.mistakes : [error instanceof Error ? error.message : String(error)]
  for (const mistake of mistakes) log.error('start', mistake)
  process.exit(1)
}

async function run({ server, ...settings }: Settings): Promise<void> {
  const source = await openSource({ server, ...settings }, { log, now: Date.now })
  const api = createApi(source.deps)
  const jobs: readonly Job[] = []
  const serving = await serveUntilStopped({
    fetch: createHttpApp({
      api: (request) => api.fetch(request, { caller: localPerson }),
      files: staticFiles(BUILD),
    }),
    host: server.host,
    port: server.port,
    jobs,
    close: source.close,
    shutdownMs: server.shutdownSeconds * 1000,
    log,
  })
  log.info('listening', `${source.title}: ${serving.address}`, { address: serving.address })
  const isFinished = await serving.ended
  log.info('stopped', isFinished ? 'Everything was finished' : 'Stopped')
  process.exit(isFinished ? 0 : 1)
}

function logTo({ level, format }: Settings['server']['log']): Log {
  const isText = format === 'auto' ? process.stderr.isTTY : format === 'text'
  return createLog({
    level,
    format: isText ? 'text' : 'json',
    // Written before the call returns, so that the last line of a process that ends is not lost.
    write: (line) => process.stderr.write(line),
    now: Date.now,
  })
}
