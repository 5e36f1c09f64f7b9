import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'

import { bucketsFromRows } from '../../../src/domain/buckets.ts'
import { databasesOf, runsOn, sqlHosts } from '../../testing/sql-hosts.ts'
import { storeOrganization } from '../../testing/stored-organization.ts'
import { NOW_HOUR, shortOrganization } from '../../testing/tiny-organization.ts'
import { BucketsRefusedError, upsertBuckets } from './bucket-writer.ts'
import type { FineRow, FineWidth } from './fine-bucket-check.ts'
import { pruneFineBuckets, readFineBuckets, rollUpFineBuckets, upsertFineBuckets } from './fine-buckets.ts'
import { onlyRow, type Sql } from './sql.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

/** Hours of which nothing is held yet: the organization's data end at NOW_HOUR. */
const HOUR = NOW_HOUR + 10
const LATER = HOUR + 4

describe.each(sqlHosts)('fine buckets on $host', ({ host, start }) => {
  const databases = databasesOf(start)

  async function store(given?: Sql) {
    const sql = given ?? (await databases.migratedForTest())
    await storeOrganization(sql, shortOrganization())
    const { id } = await onlyRow(sql.query<{ id: number }>('select min(id) as id from series'))
    const sendFine = (rows: readonly FineRow[], nowMinute = LATER * 60, width: FineWidth = 5) => {
      const buckets = {
        minute: rows.map(({ minute }) => minute),
        good: rows.map(({ good }) => good),
        total: rows.map(({ total }) => total),
      }
      return upsertFineBuckets(sql, [{ seriesId: id, width, buckets }], { nowMinute, keptDays: 8 })
    }
    const sendWhole = (hour: number, good: number, total: number) =>
      upsertBuckets(sql, [{ seriesId: id, buckets: bucketsFromRows([{ hour, good, total }]) }], LATER)
    return { sql, id, sendFine, sendWhole, held: (hour = HOUR) => heldHour(sql, id, hour) }
  }
  const at = (slot: number, good: number, total: number, hour = HOUR) => ({
    minute: hour * 60 + slot * 5,
    good,
    total,
  })

  test('are the sum of their hour once it is over, and not before', async () => {
    const { sql, sendFine, held } = await store()
    await sendFine([at(0, 3, 4), at(1, 5, 5)], HOUR * 60 + 15)
    expect(await held()).toBeNull()
    await rollUpFineBuckets(sql, HOUR)
    expect(await held()).toBeNull()
    await rollUpFineBuckets(sql, HOUR + 1)
    expect(await held()).toEqual({ good: 8, total: 9 })
  })

  test('that come late or again correct the hour they were added up into', async () => {
    const { sendFine, held } = await store()
    await sendFine([at(0, 3, 4)])
    await sendFine([at(11, 1, 6)])
    expect(await held()).toEqual({ good: 4, total: 10 })
    await sendFine([at(0, 4, 4)])
    expect(await held()).toEqual({ good: 5, total: 10 })
  })

  test('give way to an hour that is sent whole, before or after them, and for good', async () => {
    const { sendFine, sendWhole, held } = await store()
    await sendFine([at(0, 3, 4)])
    await sendWhole(HOUR, 50, 60)
    await sendFine([at(1, 1, 1)])
    expect(await held()).toEqual({ good: 50, total: 60 })
    await sendWhole(HOUR + 1, 7, 7)
    await sendFine([at(0, 1, 2, HOUR + 1)])
    expect(await held(HOUR + 1)).toEqual({ good: 7, total: 7 })
  })

  test('of another width take the place of those they overlap', async () => {
    const { sql, id, sendFine, held } = await store()
    await sendFine([at(0, 3, 4), at(1, 5, 5)])
    await sendFine([{ minute: HOUR * 60 + 2, good: 1, total: 2 }], LATER * 60, 1)
    expect(await held()).toEqual({ good: 1, total: 2 })
    const { minute } = await readFineBuckets(sql, id, HOUR * 60, HOUR * 60 + 60)
    expect(Array.from(minute)).toEqual([HOUR * 60 + 2])
  })

  test('older than what is kept go, and their hours stay', async () => {
    const { sql, id, sendFine, held } = await store()
    await sendFine([at(0, 3, 4)])
    const read = () => readFineBuckets(sql, id, 0, LATER * 60).then(({ minute }) => minute.length)
    const days = (count: number) => ({ nowMinute: (LATER + 24 * count) * 60, keptDays: 8 })
    expect(await pruneFineBuckets(sql, days(8))).toBe(0)
    expect(await read()).toBe(1)
    expect(await pruneFineBuckets(sql, days(9))).toBe(1)
    expect(await read()).toBe(0)
    expect(await held()).toEqual({ good: 3, total: 4 })
    await expect(sendFine([at(1, 1, 1)], days(9).nowMinute)).rejects.toThrow(
      'from when on fine buckets are kept',
    )
  })

  test.each([
    ['a bucket that is not over', at(11, 1, 1, LATER - 1), 'ends after minute'],
    ['a minute where none begins', { minute: HOUR * 60 + 3, good: 1, total: 1 }, 'no bucket of 5 min begins'],
    ['more good than all', at(0, 3, 2), 'more than the total of 2'],
  ])('refuse %s, and leave nothing behind', async (_, row, detail) => {
    const { sendFine, held } = await store()
    const sent = sendFine([at(0, 1, 1), row], LATER * 60 - 2)
    await expect(sent).rejects.toThrow(BucketsRefusedError)
    await expect(sent).rejects.toThrow(detail)
    expect(await held()).toBeNull()
  })

  test('count once, in whatever order hours, parts and their sums come', async () => {
    const count = fc.nat(9).chain((total) => fc.record({ total: fc.constant(total), good: fc.nat(total) }))
    const event = fc.oneof(
      fc.record({ kind: fc.constant('fine'), hour: fc.nat(3), slot: fc.nat(11), count }),
      fc.record({ kind: fc.constant('whole'), hour: fc.nat(3), count }),
      fc.record({ kind: fc.constant('sum') }),
    )
    const database = await databases.migratedForTest()
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 14 }), async (events) => {
        await databases.emptied(database)
        const { sql, sendFine, sendWhole, held } = await store(database)
        const whole = new Map<number, object>()
        const parts = new Map<number, FineRow & { hour: number }>()
        for (const one of events) {
          if (one.kind === 'sum') {
            await rollUpFineBuckets(sql, LATER)
            continue
          }
          const hour = HOUR + one.hour
          if (one.kind === 'whole') {
            await sendWhole(hour, one.count.good, one.count.total)
            whole.set(hour, one.count)
          } else {
            const row = at(one.slot, one.count.good, one.count.total, hour)
            await sendFine([row])
            parts.set(row.minute, { ...row, hour })
          }
        }
        for (let hour = HOUR; hour < LATER; hour += 1) {
          const own = [...parts.values()].filter((part) => part.hour === hour)
          const sum = (of: (part: FineRow) => number) => own.reduce((all, part) => all + of(part), 0)
          const parted =
            own.length === 0 ? null : { good: sum(({ good }) => good), total: sum(({ total }) => total) }
          const { good, total } = { good: 0, total: 0, ...(whole.get(hour) ?? parted) }
          expect(await held(hour)).toEqual(whole.has(hour) || parted !== null ? { good, total } : null)
        }
      }),
      { numRuns: runsOn(host, 12) },
    )
  })
})

async function heldHour(sql: Sql, seriesId: number, hour: number) {
  const [row] = await sql.query<{ good: number; total: number }>(
    'select good::float8 as good, total::float8 as total from bucket where series_id = $1 and hour = $2',
    [seriesId, hour],
  )
  return row ?? null
}
