import { processLog } from '../hosting/process-log.ts'
import { runServer } from '../hosting/run-server.ts'
import { readSettings } from '../settings/settings.ts'

// A whole server but for the built app's files, which unit tests cannot count on.
const settings = readSettings(process.env, process.argv.slice(2))
const log = processLog(settings.server.log, Date.now)
const files = () => new Response('no page', { status: 404 })
const isFinished = await runServer(settings, { log, now: Date.now, random: Math.random, files })
process.exit(isFinished ? 0 : 1)
