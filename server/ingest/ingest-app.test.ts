import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { hourFromIso } from '../../src/domain/hours.ts'
import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { ingestClient, type IngestClient } from './testing/ingest-client.ts'
import { bucket, incident, rotation, ticket } from './testing/sent-records.ts'

vi.setConfig({ testTimeout: 60_000 })

describe.each(sqlHosts)('what is sent to $host', ({ start }) => {
  let databases: TestDatabases
  let client: IngestClient
  beforeAll(async () => {
    databases = await start()
    client = await ingestClient(await databases.migrated())
  }, 120_000)
  afterAll(() => databases.stop())

  test('buckets are kept, and sent again change nothing', async () => {
    const { status, body } = await client.sendLines('buckets', [bucket, { ...bucket, deployment: 'lab' }])
    expect([status, body]).toEqual([
      200,
      { lines: 2, accepted: 2, unchanged: null, refused: 0, refusals: [], moreRefusals: 0 },
    ])
    const hour = hourFromIso(bucket.hour) ?? 0
    const read = () => client.deps.buckets.read({ sloId: bucket.slo, deployment: 'north' }, hour, hour + 1)
    expect(Array.from((await read()).good)).toEqual([7])
    const revision = await client.deps.buckets.revision?.()
    await client.sendLines('buckets', [bucket])
    expect(await client.deps.buckets.revision?.()).toBe(revision)
    await client.sendLines('buckets', [
      { ...bucket, good: 3 },
      { ...bucket, good: 4 },
    ])
    expect(Array.from((await read()).good)).toEqual([4])
  })

  test('the audit log tells who sent what, and keeps silent about what changed nothing', async () => {
    const own = await ingestClient(await databases.migratedForTest())
    const entries = async () => {
      const { items } = await own.read('listAudit')
      return items.map(({ callerName, action, subject, after }) => ({ callerName, action, subject, after }))
    }
    await own.sendLines('rotations', [rotation, { ...rotation, team: 'nobody' }])
    const entry = { callerName: 'local', action: 'ingest', subject: 'rotations', after: { rows: 1 } }
    expect(await entries()).toEqual([entry])
    await own.sendLines('rotations', [rotation])
    expect(await entries()).toEqual([entry])
  })

  test('finer buckets change no hour that was sent whole, and are refused by name where they cannot be kept', async () => {
    const fine = (at: string, change: object = {}) => ({
      slo: 'cart.latency.get-cart',
      deployment: 'north',
      at,
      seconds: 300,
      good: 2,
      total: 3,
      ...change,
    })
    const starts = Array.from(
      { length: 12 },
      (_, index) => `2026-11-16T07:${`${index * 5}`.padStart(2, '0')}:00Z`,
    )
    const hour = hourFromIso('2026-11-16T07:00:00Z') ?? 0
    const whole = async () => {
      const series = { sloId: 'cart.latency.get-cart', deployment: 'north' }
      return Array.from((await client.deps.buckets.read(series, hour, hour + 1)).total)
    }
    const before = await whole()
    expect(before).toHaveLength(1)
    const sent = [...starts.map((at) => fine(at)), fine('2026-11-16T07:55:00Z', { good: 3 })]
    expect((await client.sendLines('buckets', sent)).body).toMatchObject({ accepted: 13, refused: 0 })
    expect(await whole()).toEqual(before)
    for (const wrong of [
      fine('2026-11-16T07:02:00Z'),
      fine('2026-11-16T07:00:30Z'),
      fine('2026-11-18T03:10:00Z'),
      fine('2026-10-01T00:00:00Z'),
      fine('2026-11-16T07:00:00Z', { seconds: 120 }),
      fine('2026-11-16T07:00:00Z', { seconds: undefined }),
      fine('2026-11-16T07:00:00Z', { hour: '2026-11-16T07:00:00Z' }),
      { ...fine('2026-11-16T07:00:00Z'), at: undefined, seconds: undefined },
    ])
      expect((await client.sendLines('buckets', [wrong])).body, JSON.stringify(wrong)).toMatchObject({
        refused: 1,
      })
  })

  test('the good lines are kept and the others are told one by one', async () => {
    const lines = [
      JSON.stringify({ ...incident, id: 'GOOD-1' }),
      '{"id": "HALF',
      JSON.stringify({ ...incident, services: ['card'] }),
      '',
      JSON.stringify({ ...incident, servcies: ['cart'] }),
      JSON.stringify({ ...incident, resolvedAt: '2026-11-10T07:00:00Z' }),
      JSON.stringify({ ...incident, createdAt: '2026-11-10' }),
      JSON.stringify({ ...incident, url: 'javascript:alert(1)' }),
      JSON.stringify({ ...incident, priority: 9 }),
      JSON.stringify({ ...incident, title: 'a\u0000b' }),
      '[1]',
      JSON.stringify({ ...incident, id: 'GOOD-2' }),
    ]
    const { status, body } = await client.send('incidents', lines.join('\r\n'))
    expect(status).toBe(200)
    expect(body).toMatchObject({ lines: 12, accepted: 2, refused: 9, unchanged: 0, moreRefusals: 0 })
    expect(body['refusals']).toEqual([
      {
        line: 2,
        field: null,
        value: '"{"id": "HALF"',
        detail: 'The line is not JSON',
        hint: expect.any(String),
      },
      {
        line: 3,
        field: 'service',
        value: '"card"',
        detail: 'There is no service "card"',
        hint: 'Did you mean cart?',
      },
      { line: 5, field: 'servcies', value: null, detail: expect.any(String), hint: 'Did you mean services?' },
      expect.objectContaining({ line: 6, field: 'resolvedAt', hint: 'It must be no earlier than createdAt' }),
      expect.objectContaining({
        line: 7,
        field: 'createdAt',
        hint: expect.stringContaining('2026-11-18T03:00:00Z'),
      }),
      expect.objectContaining({ line: 8, field: 'url', value: '"javascript:alert(1)"' }),
      expect.objectContaining({ line: 9, field: 'priority', value: '9', hint: 'It must be at most 5' }),
      expect.objectContaining({ line: 10, field: 'title' }),
      expect.objectContaining({ line: 11, field: null, value: 'a list of 1' }),
    ])
    const { items } = await client.read('listIncidents')
    expect(items.map(({ id }) => id)).toEqual(['GOOD-1', 'GOOD-2'])
    expect(client.reported).toEqual([])
  })

  test('a request without one good line is no success', async () => {
    const { status, body } = await client.sendLines('tickets', [{ ...ticket, service: 'nothing' }])
    expect(status).toBe(400)
    expect(body).toMatchObject({ type: '/problems/invalid-body', refused: 1, accepted: 0 })
    expect((await client.sendLines('tickets', [])).status).toBe(200)
  })

  test.each([
    [{ ...bucket, hour: '2026-11-18T03:00:00Z' }, 'hour'],
    [{ ...bucket, hour: '2026-11-17T05:30:00Z' }, 'hour'],
    [{ ...bucket, hour: '1999-12-31T23:00:00Z' }, 'hour'],
    [{ ...bucket, good: 10 }, 'good'],
    [{ ...bucket, good: -1 }, 'good'],
    [{ ...bucket, total: 1.5 }, 'total'],
    [{ ...bucket, total: 1e300 }, 'total'],
    [{ ...bucket, total: '9' }, 'total'],
    [{ ...bucket, total: undefined }, 'total'],
    [{ ...bucket, slo: 'cart.availability.get-card' }, 'slo'],
    [{ ...bucket, deployment: 'south' }, 'deployment'],
    [{ ...bucket, slo: 'search.latency.find', deployment: 'lab' }, 'deployment'],
  ])('the bucket %j is refused for its %s', async (record, field) => {
    const { body } = await client.sendLines('buckets', [record])
    expect(body['refusals']).toEqual([expect.objectContaining({ line: 1, field })])
  })

  test('tickets are found by what they are about', async () => {
    const tickets = [
      ticket,
      { ...ticket, id: 'T-2', isReliability: false, deployment: 'north', closedAt: '2026-11-11T00:00:00Z' },
      { ...ticket, id: 'T-3', service: null, product: 'Shop', createdAt: '2026-11-12T08:00:00Z' },
    ]
    expect((await client.sendLines('tickets', tickets)).body).toMatchObject({ accepted: 3, unchanged: 0 })
    expect((await client.sendLines('tickets', tickets)).body).toMatchObject({ accepted: 3, unchanged: 3 })
    const ids = async (query: Record<string, string>) =>
      (await client.read('listTickets', query)).items.map(({ id }) => id)
    expect(await ids({})).toEqual(['T-3', 'T-1', 'T-2'])
    expect(await ids({ team: 'buying' })).toEqual(['T-1', 'T-2'])
    expect(await ids({ team: 'finding', service: 'cart' })).toEqual([])
    expect(await ids({ reliability: 'only', deployment: 'north' })).toEqual([])
    expect(await ids({ reliability: 'only', to: '2026-11-12T08:00:00Z' })).toEqual(['T-1'])
    const { body } = await client.sendLines('tickets', [{ ...ticket, service: null }])
    expect(body['refusals']).toEqual([expect.objectContaining({ field: 'service' })])
  })

  test('instants are kept to the second, and the same fraction of one again changes nothing', async () => {
    const precise = [1, 2, 3].map((tenth) => ({
      ...ticket,
      id: `F-${tenth}`,
      service: 'search',
      createdAt: `2026-11-10T08:00:00.${tenth}Z`,
    }))
    await client.sendLines('tickets', precise)
    expect((await client.sendLines('tickets', precise)).body).toMatchObject({ unchanged: 3 })
    const first = await client.read('listTickets', { service: 'search', limit: 2 })
    const second = await client.read('listTickets', {
      service: 'search',
      limit: 2,
      cursor: first.nextCursor ?? '',
    })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['F-1', 'F-2', 'F-3'])
  })

  test('an incident is found by each of its services, and by every deployment where it names none', async () => {
    await client.sendLines('incidents', [
      { ...incident, id: 'OPEN', services: ['mail'], deployments: ['north'], resolvedAt: null },
    ])
    const ids = async (query: Record<string, string>) =>
      (await client.read('listIncidents', query)).items.map(({ id }) => id)
    expect(await ids({ service: 'search' })).toEqual(['GOOD-1', 'GOOD-2'])
    expect(await ids({ deployment: 'lab' })).toEqual(['GOOD-1', 'GOOD-2'])
    expect(await ids({ team: 'finding', deployment: 'north' })).toEqual(['GOOD-1', 'GOOD-2', 'OPEN'])
    expect(await ids({ open: 'only' })).toEqual(['OPEN'])
    expect(await ids({ from: '2026-11-10T08:00:01Z' })).toEqual([])
  })

  test('a rotation ends where the next of its name begins', async () => {
    const later = { ...rotation, since: '2026-06-01T00:00:00Z', primaryPeople: 2 }
    await client.sendLines('rotations', [rotation, later, { ...rotation, id: 'R2', deployments: ['lab'] }])
    const { items } = await client.read('listRotations', { team: 'buying', deployment: 'north' })
    expect(items.map(({ since, until }) => [since, until])).toEqual([
      ['2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'],
      ['2026-06-01T00:00:00Z', null],
    ])
    expect(items[0]).toMatchObject({ shifts: rotation.shifts, timeZone: 'Europe/Berlin', sharedPeople: null })
    const now = await client.read('listRotations', { from: '2026-06-01T00:00:00Z' })
    expect(now.items.map(({ id }) => id)).toEqual(['R1', 'R2'])
    for (const wrong of [
      { ...rotation, timeZone: 'Berlin' },
      { ...rotation, shifts: [] },
      { ...rotation, shifts: [{ weekdays: ['mon'], from: '08:00', to: '08:00' }] },
      { ...rotation, sharedPeople: 3 },
      { ...rotation, people: ['Ada'] },
    ])
      expect((await client.sendLines('rotations', [wrong])).body).toMatchObject({ refused: 1 })
  })

  test('pages hold everything once, whatever the size of a page', async () => {
    const many = Array.from({ length: 23 }, (_, index) => ({ ...ticket, id: `P-${index}`, service: 'mail' }))
    await client.sendLines('tickets', many)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof readPage>> = await readPage(cursor)
      expect(page.totalCount).toBe(23)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen.toSorted()).toEqual(many.map(({ id }) => id).toSorted())

    function readPage(after: string | null) {
      return client.read('listTickets', {
        service: 'mail',
        limit: 5,
        ...(after === null ? {} : { cursor: after }),
      })
    }
  })

  test('a compressed body is unpacked', async () => {
    const body = gzipSync(`${JSON.stringify({ ...ticket, id: 'ZIP' })}\n`)
    const { status } = await client.send('tickets', body, { 'content-encoding': 'gzip' })
    expect(status).toBe(200)
    const broken = await client.send('tickets', body.subarray(0, -9), { 'content-encoding': 'gzip' })
    expect(broken).toMatchObject({ status: 400, body: { detail: expect.stringContaining('gzip') } })
  })
})
