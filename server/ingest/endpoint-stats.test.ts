import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { ingestClient, type IngestClient } from './testing/ingest-client.ts'
import { stat } from './testing/sent-records.ts'

vi.setConfig({ testTimeout: 60_000 })

describe.each(sqlHosts)('endpoint figures sent to $host', ({ start }) => {
  let databases: TestDatabases
  let client: IngestClient
  beforeAll(async () => {
    databases = await start()
    client = await ingestClient(await databases.migrated())
  }, 120_000)
  afterAll(() => databases.stop())

  test('add up over the hours, with an SLO or without', async () => {
    const next = { ...stat, hour: '2026-11-17T06:00:00Z', latencyMaxMs: 300 }
    const batch = {
      ...stat,
      verb: null,
      path: 'settlement file',
      latency: null,
      latencySumMs: null,
      latencyMaxMs: null,
    }
    expect((await client.sendLines('endpoint-stats', [stat, next, batch, stat])).body).toMatchObject({
      accepted: 4,
      unchanged: 1,
    })
    const { items, totalCount } = await client.read('listEndpointStats')
    expect(totalCount).toBe(2)
    expect(items).toEqual([
      {
        service: 'cart',
        verb: 'GET',
        path: '/cart',
        deployment: 'north',
        endpoint: 'get-cart',
        hourCount: 2,
        requests: 20,
        failures: 2,
        timedRequests: 20,
        latencySumMs: 1000,
        latencyMaxMs: 300,
        latency: { boundsMs: [50, 100], counts: [8, 10, 2] },
      },
      expect.objectContaining({
        verb: null,
        path: 'settlement file',
        endpoint: null,
        timedRequests: 0,
        latency: null,
      }),
    ])
    const oneHour = await client.read('listEndpointStats', {
      to: '2026-11-17T06:00:00Z',
      service: 'cart',
      limit: 1,
    })
    expect(oneHour.items).toMatchObject([{ hourCount: 1, latency: { counts: [4, 5, 1] } }])
    const rest = await client.read('listEndpointStats', {
      to: '2026-11-17T06:00:00Z',
      service: 'cart',
      limit: 1,
      cursor: oneHour.nextCursor ?? '',
    })
    expect(rest.items).toMatchObject([{ path: 'settlement file' }])
    expect(rest.nextCursor).toBeNull()
    expect((await client.read('listEndpointStats', { from: '2026-11-17T07:00:00Z' })).items).toEqual([])
    // Other bounds cannot be added to the ones before.
    const other = { ...next, latency: { boundsMs: [50, 200], counts: [4, 5, 1] } }
    expect((await client.sendLines('endpoint-stats', [other])).body).toMatchObject({ unchanged: 0 })
    expect((await client.read('listEndpointStats')).items).toMatchObject([{ latency: null }, {}])
  })

  test.each([
    [{ ...stat, latency: { boundsMs: [50, 50], counts: [4, 5, 1] } }, 'latency.boundsMs'],
    [{ ...stat, latency: { boundsMs: [50], counts: [4, 5, 1] } }, 'latency.counts'],
    [{ ...stat, latency: { boundsMs: [50, 60], counts: [4, 5, 2] } }, 'latency.counts'],
    [{ ...stat, failures: 11 }, 'failures'],
    [{ ...stat, verb: 'get' }, 'verb'],
    [{ ...stat, hour: '2026-11-18T03:00:00Z' }, 'hour'],
  ])('%j are refused for their %s', async (record, field) => {
    const { body } = await client.sendLines('endpoint-stats', [record])
    expect(body['refusals']).toEqual([expect.objectContaining({ field })])
  })
})
