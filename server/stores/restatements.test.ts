import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, test, vi } from 'vitest'

import { csvPath } from '../../src/contract/csv.ts'
import { operations } from '../../src/contract/operations.ts'
import { bucketsFromRows } from '../../src/domain/buckets.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { incidentLineSchema } from '../../src/contract/ingest-lines.ts'
import { incident, stat } from '../ingest/testing/sent-records.ts'
import type { ApiDeps } from '../ports.ts'
import { apiClient } from '../testing/api-client.ts'
import { databasesOf, sqlHosts } from '../testing/sql-hosts.ts'
import { storeOrganization } from '../testing/stored-organization.ts'
import {
  DATA_FROM,
  hourlyRows,
  NOW_HOUR,
  PERIOD_START,
  tinyOrganization,
} from '../testing/tiny-organization.ts'
import { backUp } from './sql/backup.ts'
import { upsertBuckets } from './sql/bucket-writer.ts'
import { createIngestStore } from './sql/ingest-store.ts'
import { upsertIncidents } from './sql/record-writer.ts'
import { noteRecordsOfOld } from './sql/migrations/0019-former-records.ts'
import { restore } from './sql/restore.ts'
import { createSqlStore } from './sql/sql-store.ts'
import { onlyRow, type Sql } from './sql/sql.ts'
import { createSummarizer } from './sql/summarizer.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const HOUR_MS = 3_600_000
const SERIES = 'cart.availability.get-cart@north'
const AT = isoFromHour(NOW_HOUR)
/** Of the period that closed last. */
const LATE_HOUR = PERIOD_START - 30
const closed = { from: '2026-10-05T00:00:00Z', to: '2026-11-02T00:00:00Z' }

const folder = mkdtempSync(join(tmpdir(), 'sre-restatements-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a frozen link shows of the series in the closed period, and all of two lists with it. */
async function frozen(deps: ApiDeps, at = AT) {
  const { read, api } = apiClient(deps)
  const { items } = await read('listBudgets', { period: '2026-P11', at })
  const file = await api.request(
    `${csvPath(operations.listAdherence)}?${new URLSearchParams({ ...closed, at })}`,
  )
  return {
    budget: items.find(({ sloId, deployment }) => `${sloId}@${deployment}` === SERIES)?.budget,
    adherence: JSON.stringify(await read('listAdherence', { ...closed, at })),
    endpoints: JSON.stringify(await read('listEndpointRanking', { ...closed, at })),
    recovery: await read('listRecoveryTrend', { ...closed, at }),
    file: await file.text(),
  }
}

test('in memory a frozen list shows hours as they were counted then', async () => {
  const deps = tinyOrganization({
    series: {
      [SERIES]: {
        rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour === LATE_HOUR ? 9 : 0)),
        restatements: [
          {
            fromHour: LATE_HOUR,
            toHour: LATE_HOUR + 1,
            before: { good: 10, total: 10 },
            beganHour: DATA_FROM,
            at: isoFromHour(NOW_HOUR - 5),
          },
        ],
      },
    },
  })
  expect((await frozen(deps, isoFromHour(NOW_HOUR - 6))).budget).toMatchObject({ bad: 0 })
  expect((await frozen(deps, isoFromHour(NOW_HOUR - 5))).budget).toMatchObject({ bad: 9 })
})

describe.each(sqlHosts)('restatements on $host', ({ start }) => {
  const databases = databasesOf(start)

  async function stored() {
    const sql = await databases.migratedForTest()
    const clock = { ms: NOW_HOUR * HOUR_MS + 600_000 }
    const source = { ...tinyOrganization(), now: () => clock.ms }
    await storeOrganization(sql, source)
    return { sql, clock, open: (through: Sql = sql) => createSqlStore(through, source) }
  }
  type World = Awaited<ReturnType<typeof stored>>

  const write = ({ sql, clock }: World, seriesId: number, rows: Parameters<typeof bucketsFromRows>[0]) =>
    upsertBuckets(
      sql,
      [{ seriesId, buckets: bucketsFromRows(rows) }],
      Math.floor(clock.ms / HOUR_MS),
      clock.ms,
    )
  const noted = async ({ sql }: World) =>
    (await onlyRow(sql.query<{ count: number }>('select count(*)::int as count from bucket_restatement')))
      .count
  const everySeries = async ({ sql }: World) =>
    (await sql.query<{ id: number }>('select id from series order by id')).map(({ id }) => id)
  const sendStat = ({ sql, clock }: World, requests: number) =>
    createIngestStore(sql, { now: () => clock.ms }).writeEndpointStats([
      { ...stat, hour: isoFromHour(LATE_HOUR), requests, failures: 0, latency: null },
    ])

  const outage = (change: object) =>
    incidentLineSchema.parse({
      ...incident,
      createdAt: '2026-10-10T08:00:00Z',
      resolvedAt: '2026-10-10T09:00:00Z',
      ...change,
    })
  const sendOutage = ({ sql, clock }: World, change: object) =>
    createIngestStore(sql, { now: () => clock.ms }).writeIncidents([outage(change)])
  const former = async ({ sql }: World) => sql.query('select kind, told_at, until from former_record')

  test('a frozen list stays as it was when hours come late, and so it does after a restore', async () => {
    const world = await stored()
    const { sql, clock, open } = world
    await sendStat(world, 20)
    await sendOutage(world, {})
    const store = open()
    await createSummarizer(sql, store).bringUpToDate()
    const then = await frozen(store)
    expect(then.budget).toMatchObject({ bad: 0, total: 6720 })
    expect(then.recovery.items).toMatchObject([{ id: 'INC-1', recoveryMinutes: 60 }])

    clock.ms += 2 * HOUR_MS
    await write(world, 1, [
      { hour: LATE_HOUR, good: 1, total: 10 },
      { hour: NOW_HOUR + 1, good: 10, total: 10 },
    ])
    await sendStat(world, 40)
    await sendOutage(world, { id: 'INC-2' })
    await sendOutage(world, { resolvedAt: '2026-10-10T12:00:00Z' })
    const between = isoFromHour(NOW_HOUR + 2)
    const once = await frozen(store, between)
    expect(once.budget).toMatchObject({ bad: 9, total: 6720, restatedAt: '2026-11-18T05:10:00Z' })
    expect(once.endpoints).toContain('"requests":40')
    expect(once.recovery.items.map(({ recoveryMinutes }) => recoveryMinutes)).toEqual([240, 60])
    clock.ms += 2 * HOUR_MS
    await write(world, 1, [
      { hour: LATE_HOUR, good: 5, total: 20 },
      { hour: NOW_HOUR + 3, good: 10, total: 10 },
    ])
    await sendOutage(world, { title: 'Known by another name' })
    await createSummarizer(sql, store).bringUpToDate()
    for (const server of [store, open()]) {
      expect(await frozen(server)).toEqual(then)
      expect(await frozen(server, between)).toEqual(once)
    }
    const { budget: now } = await frozen(store, isoFromHour(NOW_HOUR + 4))
    expect(now).toMatchObject({ bad: 15, total: 6730, restatedAt: '2026-11-18T07:10:00Z' })

    const file = join(folder, `${Math.random()}.gz`)
    await backUp(sql, file)
    const other = await databases.migratedForTest()
    await restore(other, file)
    const restored = open(other)
    expect(await frozen(restored)).toEqual(then)
    expect(await frozen(restored, between)).toEqual(once)
    // What comes after a restore is numbered after what came before.
    clock.ms += HOUR_MS
    await write({ ...world, sql: other }, 1, [{ hour: LATE_HOUR, good: 0, total: 30 }])
    await sendOutage({ ...world, sql: other }, { title: 'And by a third one' })
    expect(await frozen(restored)).toEqual(then)
  })

  test('an hour on its day costs nothing, whichever series come one after the other', async () => {
    const world = await stored()
    for (let hour = NOW_HOUR; hour < NOW_HOUR + 3; hour += 1) {
      world.clock.ms = (hour + 1) * HOUR_MS + 120_000
      for (const id of await everySeries(world)) await write(world, id, [{ hour, good: 9, total: 10 }])
      await write(world, 1, [{ hour, good: 9, total: 10 }])
    }
    expect(await noted(world)).toBe(0)
  })

  test('of a source that is always hours behind nothing is noted while all of it is', async () => {
    const world = await stored()
    for (let hour = NOW_HOUR; hour < NOW_HOUR + 3; hour += 1) {
      world.clock.ms = (hour + 6) * HOUR_MS + 120_000
      for (const id of await everySeries(world)) await write(world, id, [{ hour, good: 9, total: 10 }])
    }
    expect(await noted(world)).toBe(0)
  })

  test('a past that is filled afterwards is one note, and the same again is none', async () => {
    const world = await stored()
    world.clock.ms += 3 * HOUR_MS
    const rows = hourlyRows(DATA_FROM - 500, DATA_FROM)
    await write(world, 1, rows)
    await write(world, 1, rows)
    expect(await noted(world)).toBe(1)
    const life = { sloId: 'cart.availability.get-cart', deployment: 'north' }
    const [told] =
      (await world.open().buckets.restatements?.list({ afterHour: 0, beforeHour: NOW_HOUR })) ?? []
    expect(told).toEqual({
      ...life,
      fromHour: DATA_FROM - 500,
      toHour: DATA_FROM,
      before: null,
      beganHour: DATA_FROM,
      at: '2026-11-18T06:10:00Z',
    })
  })

  test('what comes twice is noted once, and what did not stand at the end of an hour is not', async () => {
    const world = await stored()
    await sendOutage(world, {})
    await sendOutage(world, {})
    world.clock.ms += HOUR_MS
    await sendOutage(world, { title: 'Half an hour' })
    world.clock.ms += HOUR_MS / 2
    await sendOutage(world, { title: 'For good' })
    await sendOutage(world, { title: 'For good' })
    expect(await former(world)).toEqual([
      {
        kind: 'incident',
        told_at: new Date('2026-11-18T03:10:00Z'),
        until: new Date('2026-11-18T04:10:00Z'),
      },
    ])
  })

  test('what a simulation tells was known as it happened, and does not undo what somebody told since', async () => {
    const world = await stored()
    const { sql, clock, open } = world
    const simulated = (change: object) =>
      upsertIncidents(sql, [outage(change)], { at: clock.ms, isAsItHappened: true })
    await simulated({ resolvedAt: null })
    clock.ms += HOUR_MS
    await simulated({})
    expect(await former(world)).toEqual([])
    await sendOutage(world, { title: 'Told by somebody' })
    clock.ms += 2 * HOUR_MS
    await write(world, 1, [{ hour: NOW_HOUR + 2, good: 10, total: 10 }])
    const told = await frozen(open(), isoFromHour(NOW_HOUR + 1))
    clock.ms += HOUR_MS
    await simulated({})
    expect(await frozen(open(), isoFromHour(NOW_HOUR + 1))).toEqual(told)
    const titlesOf = ({ items }: Readonly<{ items: readonly { title: string | null }[] }>) =>
      items.map(({ title }) => title)
    expect(titlesOf(told.recovery)).toEqual(['Told by somebody'])
    expect(titlesOf((await frozen(open())).recovery)).toEqual([null])
    expect(titlesOf(await apiClient(open()).read('listRecoveryTrend', closed))).toEqual([null])
  })

  test('of data from before they were kept it is said since when they are', async () => {
    const world = await stored()
    expect(await apiClient(world.open()).read('readOrganization')).not.toHaveProperty('restatementsFrom')
    // As the migration leaves a store that was filled before.
    await world.sql.script(`
      delete from data_extent;
      insert into data_extent (at, from_hour, up_to_hour, new_up_to_hour)
        select '2026-11-18T03:05:00Z', from_hour, up_to_hour, up_to_hour from store_state`)
    expect(await apiClient(world.open()).read('readOrganization')).toHaveProperty(
      'restatementsFrom',
      '2026-11-18T03:05:00Z',
    )
    const before = noteRecordsOfOld.replace('now()', `'2026-11-18T03:06:00Z'`)
    await world.sql.script(before)
    expect(await apiClient(world.open()).read('readOrganization')).toHaveProperty(
      'recordsFrom',
      '2026-11-18T03:06:00Z',
    )
  })
})
