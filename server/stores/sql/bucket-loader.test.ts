import { describe, expect, test, vi } from 'vitest'

import { bucketsFromRows } from '../../../src/domain/buckets.ts'
import { monthAt } from '../../../src/domain/period.ts'
import { databasesOf, sqlHosts } from '../../testing/sql-hosts.ts'
import { NOW_HOUR } from '../../testing/tiny-organization.ts'
import { loadMonth } from './bucket-loader.ts'
import { createBucketReader } from './bucket-reader.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 })

const month = monthAt(NOW_HOUR)
const columnsOf = ({ hour, good, total }: ReturnType<typeof bucketsFromRows>) =>
  [hour, good, total].map((column) => Array.from(column))

describe.each(sqlHosts)('a month that is loaded into $host', ({ start }) => {
  const databases = databasesOf(start)

  test('holds every count exactly, the largest too', async () => {
    const sql = await databases.migratedForTest()
    const large = bucketsFromRows([
      { hour: month.startHour, good: 0, total: 0 },
      { hour: month.startHour + 1, good: 4_294_967_295, total: 4_294_967_296 },
      { hour: month.endHour - 1, good: 0, total: Number.MAX_SAFE_INTEGER },
    ])
    const small = bucketsFromRows([{ hour: month.startHour + 7, good: 1, total: 2 }])
    const none = bucketsFromRows([])
    await loadMonth(sql, month, [
      { seriesId: 1, buckets: large },
      { seriesId: 2, buckets: none },
      { seriesId: 3, buckets: small },
    ])
    const read = createBucketReader(sql)
    const held = await Promise.all([1, 2, 3].map((id) => read(id, month.startHour, month.endHour)))
    expect(held.map(columnsOf)).toEqual([large, none, small].map(columnsOf))
  })

  test('is held whole or not at all, and the database goes on after a refusal', async () => {
    const sql = await databases.migratedForTest()
    const untrue = { hour: new Int32Array([month.startHour, month.startHour + 1]), total: [5, 5] }
    await expect(
      loadMonth(sql, month, [{ seriesId: 1, buckets: { ...untrue, good: [5, 6] } }]),
    ).rejects.toThrow(/violates check constraint/)
    expect(await sql.query('select count(*)::int as count from bucket')).toEqual([{ count: 0 }])
    await sql.transaction((inside) =>
      loadMonth(inside, month, [{ seriesId: 1, buckets: { ...untrue, good: [5, 4] } }]),
    )
    expect(await sql.query('select count(*)::int as count from bucket')).toEqual([{ count: 2 }])
  })
})
