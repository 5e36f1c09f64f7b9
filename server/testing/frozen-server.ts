import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { createLog } from '../hosting/log.ts'
import { runServer } from '../hosting/run-server.ts'
import { readSettings } from '../settings/settings.ts'
import { staticFiles } from '../static-files.ts'
import { startPostgres } from './postgres-server.ts'
import { NOW } from './tiny-organization.ts'

// The server as it is, over a store filled anew, at the moment at which the journeys' browser stands still. Only tests can
// stop its clock: no setting can.
const [host = 'pglite', port = '0'] = process.argv.slice(2)
const now = () => NOW
const folder = mkdtempSync(join(tmpdir(), 'sre-journeys-'))
const postgres = host === 'postgres' ? await startPostgres() : null
const place: Readonly<Record<string, string>> =
  postgres === null ? { DATA_DIR: folder } : { DATABASE_URL: postgres.url }

const settings = readSettings({ CONFIG: '/dev/null', PORT: port, ...place })
// A test run ends everything it started at once, the database too, which is then no failure.
let isOver = false
process.once('SIGTERM', () => {
  isOver = true
})
const write = (line: string) => isOver || process.stderr.write(line)
const log = createLog({ level: 'warn', format: 'text', write, now: Date.now })
const files = staticFiles(resolve(import.meta.dirname, '../../dist'))
try {
  await runServer(settings, { log, now, random: Math.random, files })
} finally {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
