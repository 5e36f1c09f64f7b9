import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { untold } from '../testing/untold.ts'
import { ingestClient, type IngestClient } from './testing/ingest-client.ts'
import { build, release } from './testing/sent-records.ts'

vi.setConfig({ testTimeout: 60_000 })

describe.each(sqlHosts)('releases and builds in $host', ({ start }) => {
  let databases: TestDatabases
  let client: IngestClient
  beforeAll(async () => {
    databases = await start()
    client = await ingestClient(await databases.migrated())
  }, 120_000)
  afterAll(() => databases.stop())

  test('releases are kept under the names of the catalog', async () => {
    await client.sendLines('releases', [release])
    expect((await client.read('listReleases', { service: 'cart', deployment: 'north' })).items[0]).toEqual({
      ...release,
      ...untold,
    })
  })

  test('how a release went is told later, and counts once', async () => {
    const told = { ...release, result: 'failed', committedAt: '2026-11-09T08:00:00Z' }
    await client.sendLines('releases', [release, told])
    const recovered = { ...told, recoveredAt: '2026-11-10T10:00:00Z' }
    await client.sendLines('releases', [recovered])
    const again = await client.sendLines('releases', [recovered])
    expect(again.body).toMatchObject({ accepted: 1, unchanged: 1 })
    const { items } = await client.read('listReleases', { team: 'buying', result: 'failed' })
    expect(items).toEqual([{ ...recovered, commits: null }])
  })

  test.each([
    ['committedAt', { committedAt: '2026-11-11T08:00:00Z' }],
    ['recoveredAt', { result: 'failed', recoveredAt: '2026-11-09T08:00:00Z' }],
    ['recoveredAt', { result: 'succeeded', recoveredAt: '2026-11-11T08:00:00Z' }],
    ['result', { result: 'meh' }],
  ])('a release whose %s cannot be is refused, and the line says so', async (field, wrong) => {
    const { body } = await client.sendLines('releases', [release, { ...release, ...wrong }])
    expect(body).toMatchObject({ accepted: 1, refused: 1, refusals: [{ line: 2, field }] })
  })

  test('a build is told when it starts and again when it has ended', async () => {
    const running = { ...build, endedAt: null, result: null }
    await client.sendLines('builds', [running])
    expect((await client.read('listBuilds', { service: 'cart' })).items).toEqual([running])
    await client.sendLines('builds', [build])
    expect((await client.sendLines('builds', [build])).body).toMatchObject({ accepted: 1, unchanged: 1 })
    expect((await client.read('listBuilds', { team: 'buying', result: 'succeeded' })).items).toEqual([build])
    expect((await client.read('listBuilds', { team: 'finding' })).items).toEqual([])
  })

  test.each([
    ['endedAt', { endedAt: '2026-11-10T07:00:00Z' }],
    ['endedAt', { endedAt: null }],
    ['service', { service: 'carts' }],
    [
      'commits',
      { commits: [{ id: 'a', authoredAt: '2026-11-10T07:59:00Z', mergedAt: '2026-11-10T07:00:00Z' }] },
    ],
  ])('a build whose %s cannot be is refused, and the line says so', async (field, wrong) => {
    const { body } = await client.sendLines('builds', [{ ...build, ...wrong }, build])
    expect(body).toMatchObject({ accepted: 1, refused: 1, refusals: [{ line: 1, field }] })
  })
})
