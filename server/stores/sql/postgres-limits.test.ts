import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'

import { createApi } from '../../api.ts'
import { localPerson } from '../../access/local-person.ts'
import { StoreUnavailableError } from '../../ports.ts'
import { storeOrganization } from '../../testing/stored-organization.ts'
import { makeDatabase } from '../../testing/told-databases.ts'
import { NOW_HOUR, tinyOrganization } from '../../testing/tiny-organization.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres-sql.ts'
import { createSqlStore } from './sql-store.ts'
import type { SqlHost } from './sql.ts'

/** Far below what is usual; nothing here is answered late, but not at all. */
const limits = { queryTimeoutSeconds: 0.2, connectTimeoutSeconds: 5 }
/** More than there are connections. */
const MANY = 12

const report = () => undefined
let database: Awaited<ReturnType<typeof makeDatabase>>
let sql: SqlHost

beforeAll(async () => {
  database = await makeDatabase()
  sql = await openPostgres(database.url, { limits, report })
  await migrate(sql.forJobs)
  await storeOrganization(sql.forJobs, tinyOrganization())
})
afterAll(async () => {
  await sql.close()
  await database.drop()
})

let request: (path: string) => Promise<Response>
beforeEach(() => {
  const api = createApi(createSqlStore(sql, { now: () => NOW_HOUR * 3_600_000, report }))
  request = async (path) => api.fetch(new Request(`http://sre.example${path}`), { caller: localPerson })
})

test('a request whose query hangs is told that the store does not answer, and the next one is answered', async () => {
  await sql.forJobs.transaction(async (other) => {
    await other.script('lock table store_state in access exclusive mode')
    const answers = await Promise.all(Array.from({ length: MANY }, () => request('/api/slos')))
    for (const answer of answers) {
      expect(answer.status).toBe(503)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(await answer.json()).toMatchObject({ type: '/problems/unavailable', status: 503 })
    }
  })
  await expect.poll(async () => (await request('/api/slos')).status).toBe(200)
})

test('all connections may hang, and are there again', async () => {
  const hanging = Array.from({ length: MANY }, () => sql.query('select pg_sleep(600)'))
  for (const answer of await Promise.allSettled(hanging))
    expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailableError) })
  await expect.poll(() => sql.query('select 1 as one').catch(() => null)).toEqual([{ one: 1 }])
  const { runs } = await onlyRun()
  expect(runs).toBe(0)
})

test('what is cut off within a transaction leaves nothing of it behind', async () => {
  const half = sql.transaction(async (transaction) => {
    await transaction.script('create table half (id int)')
    await transaction.query('select pg_sleep(600)')
  })
  await expect(half).rejects.toThrow(StoreUnavailableError)
  await expect
    .poll(() => sql.query("select to_regclass('half') as half").catch(() => null))
    .toEqual([{ half: null }])
})

test('jobs take the time they need', async () => {
  const [told] = await sql.forJobs.query<{ limit: string }>(
    "select current_setting('statement_timeout') as limit, pg_sleep(0.3)",
  )
  expect(told?.limit).toBe('0')
})

test('a transaction that is forgotten is ended by the database, whose side also notices a silent machine', async () => {
  const reader = await openPostgres(database.url, { report })
  onTestFinished(reader.close)
  const told = await reader.query<{ name: string; setting: string }>(`
    select name, setting from pg_settings where name in
      ('statement_timeout', 'idle_in_transaction_session_timeout', 'tcp_keepalives_idle') order by name`)
  expect(told).toEqual([
    { name: 'idle_in_transaction_session_timeout', setting: '60000' },
    { name: 'statement_timeout', setting: '15000' },
    { name: 'tcp_keepalives_idle', setting: '10' },
  ])
})

test('a host that vanishes without a word is given up, and found again', async () => {
  const network = await networkTo(new URL(database.url))
  const far = await openPostgres(network.url, { limits, report })
  onTestFinished(async () => {
    await far.close()
    network.close()
  })
  await expect.poll(() => far.query('select 1 as one').catch(() => null)).toEqual([{ one: 1 }])
  network.swallowEverything()
  await expect(far.query('select 1 as one')).rejects.toThrow(StoreUnavailableError)
  await expect
    .poll(() => far.transaction((own) => own.query('select 1 as one')).catch(() => null))
    .toEqual([{ one: 1 }])
})

async function onlyRun(): Promise<Readonly<{ runs: number }>> {
  const [row] = await sql.forJobs.query<{ runs: number }>(
    "select count(*)::int as runs from pg_stat_activity where datname = current_database() and query like '%pg_sleep(600)%' and state = 'active' and pid <> pg_backend_pid()",
  )
  return row ?? { runs: -1 }
}

/** What lies between a server and its database, where nobody is told when something is lost. */
async function networkTo(there: URL) {
  const sockets: Socket[] = []
  const server = createServer((near) => {
    const away = connect(Number(there.port), there.hostname)
    near.pipe(away).pipe(near)
    near.on('error', () => away.destroy())
    away.on('error', () => near.destroy())
    sockets.push(near, away)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(there)
  url.port = `${(server.address() as AddressInfo).port}`
  return {
    url: url.href,
    /** On the connections there are; later ones get through. */
    swallowEverything() {
      for (const socket of sockets) socket.unpipe().on('data', () => undefined)
    },
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
