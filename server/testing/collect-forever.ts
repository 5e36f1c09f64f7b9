import { writeSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'

import { createCollectorJob } from '../collector/collector-job.ts'
import { collectorSettingsSchema } from '../settings/collector-settings.ts'
import { openPostgres } from '../stores/sql/postgres-sql.ts'

/** What a server waits for seconds, so that those who watch it need not. */
const SPED_UP = 20

// A process to be killed: it collects from an engine into a database, and says on its output whenever it begins to.
const [databaseUrl = '', engineUrl = ''] = process.argv.slice(2)
const sql = await openPostgres(databaseUrl, { report: () => undefined })
const settings = collectorSettingsSchema.parse({ sources: { main: { url: engineUrl } }, checkSeconds: 5 })
const job = createCollectorJob(
  sql,
  {
    settings,
    secret: () => '',
    now: Date.now,
    random: Math.random,
    fetch,
    wait: (ms, signal) => after(ms / SPED_UP, undefined, { signal }),
  },
  { onFailure: (error) => writeSync(2, `${String(error)}\n`), onRound: () => writeSync(1, 'collected\n') },
)
job.start()
writeSync(1, 'started\n')
