import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { openStore } from './open-store.ts'

const WRITER = resolve(import.meta.dirname, '../../testing/upsert-forever.ts')
const FIRST_HOUR = 490_000
/** Odd numbers, so that the process dies at another point of its work each time. */
const kills = [1, 17, 58]

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sre-crash-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The hours that a process said it had stored before it was killed. */
async function storeUntilKilled(fromHour: number, afterHours: number): Promise<number[]> {
  const child = spawn(process.execPath, [WRITER, folder, String(fromHour)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged: number[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line))
    if (acknowledged.length === afterHours) child.kill('SIGKILL')
  }
  if (child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  return acknowledged
}

test('kill -9 loses no hour that was acknowledged, and tears none', async () => {
  let acknowledged: number[] = []
  for (const afterHours of kills) {
    const next = (acknowledged.at(-1) ?? FIRST_HOUR - 1) + 1
    acknowledged = [...acknowledged, ...(await storeUntilKilled(next, afterHours))]
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills.reduce((sum, count) => sum + count))

  const sql = await openStore({ dataFolder: folder }, () => undefined)
  const rows = await sql.query<{ hour: number; series: number; isRight: boolean }>(
    `select hour, count(*)::int as series, bool_and(good = hour and total = hour + series_id) as "isRight"
    from bucket group by hour order by hour`,
  )
  await sql.close()
  const held = new Set(rows.map(({ hour }) => hour))
  expect(acknowledged.filter((hour) => !held.has(hour))).toEqual([])
  expect(rows.filter(({ series, isRight }) => series !== 3 || !isRight)).toEqual([])
}, 120_000)
