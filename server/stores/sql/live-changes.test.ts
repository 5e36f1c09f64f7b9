import { expect, test, vi } from 'vitest'

import { bucketsFromRows } from '../../../src/domain/buckets.ts'
import { eventId, readStanding, topicsSince } from '../../live/standing.ts'
import { recordedOnce } from '../../testing/recorded-correction.ts'
import { storeOrganization } from '../../testing/stored-organization.ts'
import { NOW_HOUR, tinyOrganization } from '../../testing/tiny-organization.ts'
import { makeDatabase } from '../../testing/told-databases.ts'
import { upsertBuckets } from './bucket-writer.ts'
import { upsertCorrections } from './correction-rows.ts'
import { createIngestStore } from './ingest-store.ts'
import { openPostgres } from './postgres-sql.ts'
import { createSqlStore } from './sql-store.ts'
import { untold } from '../../testing/untold.ts'

vi.setConfig({ testTimeout: 120_000 })

test('of two servers on one PostgreSQL each notices what the other has written, and names it alike', async () => {
  const database = await makeDatabase()
  const report = () => undefined
  const hosts = await Promise.all([
    openPostgres(database.url, { report }),
    openPostgres(database.url, { report }),
  ])
  try {
    const [writer, reader] = hosts
    if (!writer || !reader) throw new Error('two hosts were opened')
    const source = tinyOrganization()
    const here = await storeOrganization(writer, source)
    const there = createSqlStore(reader, source)
    let before = await readStanding(there)
    const noticed = async () => {
      const now = await readStanding(there)
      const topics = topicsSince(eventId(before), now)
      before = now
      expect(eventId(now)).toBe(eventId(await readStanding(here)))
      return topics
    }
    expect(await noticed()).toEqual([])

    const buckets = bucketsFromRows([{ hour: NOW_HOUR - 5, good: 1, total: 9 }])
    await upsertBuckets(writer, [{ seriesId: 1, buckets }], NOW_HOUR)
    expect(await noticed()).toEqual(['hours', 'past'])

    await createIngestStore(writer, source).writeReleases([
      {
        id: 'cart-3',
        service: 'cart',
        deployment: 'north',
        version: '2.1.0',
        at: '2026-11-18T02:30:00Z',
        ...untold,
      },
    ])
    expect(await noticed()).toEqual(['records'])

    const correction = { kind: 'exclusion', fromHour: NOW_HOUR - 9, toHour: NOW_HOUR - 8 } as const
    await upsertCorrections(writer, 1, [{ ...recordedOnce, ...correction, id: 'c' }])
    expect(await noticed()).toEqual(['past', 'catalog'])
  } finally {
    await Promise.all(hosts.map((host) => host.close()))
    await database.drop()
  }
})
