import { resolve } from 'node:path'

import { processLog } from './hosting/process-log.ts'
import { runServer } from './hosting/run-server.ts'
import { readSettings, SettingsError } from './settings/settings.ts'
import { staticFiles } from './static-files.ts'

const BUILD = resolve(import.meta.dirname, '../dist')

// Until the settings say otherwise, and for the settings' own mistakes.
let log = processLog({ level: 'info', format: 'auto' }, Date.now)

try {
  const settings = readSettings(process.env, process.argv.slice(2))
  log = processLog(settings.server.log, Date.now)
  watchForBugs()
  const isFinished = await runServer(settings, {
    log,
    now: Date.now,
    random: Math.random,
    files: staticFiles(BUILD),
  })
  log.info('stopped', isFinished ? 'Everything was finished' : 'Stopped before everything was finished')
  process.exit(isFinished ? 0 : 1)
} catch (error) {
  for (const reason of reasonsOf(error)) log.error('start', reason)
  process.exit(1)
}

/** A promise that nobody waited for harms itself only; after an error that nobody caught nothing is certain. */
function watchForBugs(): void {
  process.on('unhandledRejection', (error) => {
    log.error('bug', 'Something failed that nobody waited for', { error })
  })
  process.on('uncaughtException', (error) => {
    log.error('bug', 'An error that nobody caught ends the server', { error })
    process.exit(1)
  })
}

function reasonsOf(error: unknown): readonly string[] {
  if (error instanceof SettingsError) return error.mistakes
  return [error instanceof Error ? error.message : String(error)]
}
