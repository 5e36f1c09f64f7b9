import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { readFeedProgress } from '../stores/sql/feed-rows.ts'
import { openPostgres } from '../stores/sql/postgres-sql.ts'
import type { SqlHost } from '../stores/sql/sql.ts'
import { events, heldHours, storeMeasuredSlos } from '../testing/measured-slos.ts'
import { startSteadyEngine } from '../testing/steady-engine.ts'
import { makeDatabase } from '../testing/told-databases.ts'

vi.setConfig({ testTimeout: 180_000 })

const COLLECTOR = resolve(import.meta.dirname, '../testing/collect-forever.ts')

let database: Awaited<ReturnType<typeof makeDatabase>>
let sql: SqlHost
beforeAll(async () => {
  database = await makeDatabase()
  sql = await openPostgres(database.url, { report: () => undefined })
}, 120_000)
afterAll(async () => {
  await sql.close()
  await database.drop()
})

test('the lock is held once, and noticed when it is lost', async () => {
  const first = await sql.tryHold('collector')
  expect(await sql.tryHold('collector')).toBeNull()
  await first?.release()

  const second = await sql.tryHold('collector')
  if (second === null) throw new Error('Nobody holds it, and it cannot be had')
  const lost = once(second.lost, 'abort')
  await sql.query(
    `select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = pg_locks.database
    where locktype = 'advisory' and granted and datname = current_database()`,
  )
  await lost
  const third = await sql.tryHold('collector')
  expect(third).not.toBeNull()
  await third?.release()
})

test('of two servers one collects; when it is killed the other goes on', async () => {
  const source = 'main'
  const measurement = { kind: 'bad-total', bad: events('bad', source), total: events('all', source) } as const
  await storeMeasuredSlos(sql, [{ slug: 'cart', measurement }])
  const engine = await startSteadyEngine()
  const [first, second] = [collector(engine.url), collector(engine.url)]
  try {
    await Promise.all([first.said('started'), second.said('started')])
    const winner = await Promise.race([
      first.said('collected').then(() => first),
      second.said('collected').then(() => second),
    ])
    const other = winner === first ? second : first
    expect(await heldHours(sql, 'cart')).not.toEqual(new Map())

    // A new SLO is due at once, and only the one that holds the lock may fetch it. The other must not come before it is new.
    other.process.kill('SIGSTOP')
    await kill(winner.process)
    await sql.script('truncate series_feed, bucket')
    other.process.kill('SIGCONT')
    await other.said('collected')
    expect((await heldHours(sql, 'cart')).size).toBeGreaterThan(1400)
    expect([...(await readFeedProgress(sql)).values()]).toMatchObject([{ failure: null, source }])
    expect(other.heard).toEqual(['started', 'collected'])
  } finally {
    await Promise.all([kill(first.process), kill(second.process)])
    engine.close()
  }
})

function collector(engineUrl: string) {
  const process_ = spawn(process.execPath, [COLLECTOR, database.url, engineUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const heard: string[] = []
  const lines = createInterface({ input: process_.stdout })
  lines.on('line', (line) => heard.push(line))
  return {
    process: process_,
    heard,
    async said(word: string) {
      while (!heard.includes(word)) {
        if (process_.exitCode !== null) throw new Error(`The collector ended with ${process_.exitCode}`)
        await once(lines, 'line')
      }
    },
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
