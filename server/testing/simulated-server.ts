import { createServer } from 'node:http'
import { resolve } from 'node:path'

import { getRequestListener } from '@hono/node-server'

import { createLog } from '../hosting/log.ts'
import { createHttpApp } from '../http-app.ts'
import { staticFiles } from '../static-files.ts'
import { createSimulatedWorlds } from './simulated-worlds.ts'
import { NOW } from './tiny-organization.ts'

// The built app over the simulated organization, at the moment at which the journeys' browser stands still.
const port = Number(process.argv[2] ?? 0)
const write = (line: string) => process.stderr.write(line)
const log = createLog({ level: 'warn', format: 'text', write, now: Date.now })
const report = (error: unknown) => log.error('bug', 'Something failed that nobody expected', { error })
const app = createHttpApp({
  api: createSimulatedWorlds({ now: () => NOW, report }),
  files: staticFiles(resolve(import.meta.dirname, '../../dist')),
})
const answer = getRequestListener(app)
createServer((incoming, outgoing) => void answer(incoming, outgoing)).listen(port, '127.0.0.1')
