import { createServer } from 'node:http'
import { resolve } from 'node:path'

import { getRequestListener } from '@hono/node-server'

import { createOrganization } from '../mocks/organization/organization.ts'
import { createApi } from '../server/api.ts'
import { createHttpApp } from '../server/http-app.ts'
import { createLiveHub } from '../server/live/live-hub.ts'
import { staticFiles } from '../server/static-files.ts'
import { BEAT_MS } from '../src/contract/live.ts'
import type { Person } from '../src/domain/access/caller.ts'

/** What the bench asks for, and what it is told. */
export type Order = Readonly<{ kind: 'push'; events: number } | { kind: 'beat' } | { kind: 'figures' }>
export type Told = Readonly<{
  events: number
  streams: number
  opened: number
  requests: number
  rssBytes: number
  heapBytes: number
}>

/** A real server over the organization in memory, whose changes and clock are in the bench's hand. */
const EVENT_MS = 100
/** Hours come with every event; what other tools tell, and corrections of the past, more rarely. */
const RECORDS_EVERY = 10
const PAST_EVERY = 600

const startedAt = Date.now()
let count = 0
let requests = 0
const now = () => startedAt + count * EVENT_MS
const organization = createOrganization({ now })
const deps = {
  ...organization,
  changes: async () => ({
    hours: count,
    past: Math.floor(count / PAST_EVERY),
    records: Math.floor(count / RECORDS_EVERY),
    catalog: 0,
    entries: await organization.entries.revision(),
  }),
}

const acts = new Map<number, () => void>()
const hub = createLiveHub(deps, (ms, act) => {
  acts.set(ms, act)
  return () => acts.delete(ms)
})
const api = createApi(deps, hub)
const caller: Person = {
  kind: 'person',
  id: 'bench',
  name: 'Bench',
  role: 'admin',
  teams: [],
  signedInBy: 'loopback',
}
const app = createHttpApp({
  api: (request) => {
    requests += 1
    return api.fetch(request, { caller })
  },
  files: staticFiles(resolve(import.meta.dirname, '../dist')),
})

/** Each is told before the next comes about: none may be taken together with another. */
async function push(events: number): Promise<void> {
  for (let event = 0; event < events; event += 1) {
    const { events: before, streams } = hub.figures()
    count += 1
    act(LOOK)
    while (hub.figures().events < before + streams) await new Promise((turn) => setImmediate(turn))
  }
}

function act(ms: number): void {
  acts.get(ms)?.()
}

function figures(): Told {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  return { ...hub.figures(), requests, rssBytes: rss, heapBytes: heapUsed }
}

const LOOK = 2_000
process.on('message', (order: Order) => {
  const done = order.kind === 'push' ? push(order.events) : Promise.resolve()
  if (order.kind === 'beat') act(BEAT_MS)
  void done.then(() => process.send?.(order.kind === 'figures' ? figures() : { ...hub.figures(), requests }))
})
const listener = getRequestListener(app)
createServer((incoming, outgoing) => void listener(incoming, outgoing)).listen(
  Number(process.env['PORT']),
  '127.0.0.1',
  () => process.send?.('listening'),
)
