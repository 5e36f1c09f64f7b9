import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { StoreUnavailableError } from '../ports.ts'
import type { IngestStore } from '../ingest-store.ts'
import { localPerson } from '../access/local-person.ts'
import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { NOW, tinyOrganization } from '../testing/tiny-organization.ts'
import { createIngestApp } from './ingest-app.ts'
import { as, ingestClient, type IngestClient } from './testing/ingest-client.ts'
import { ticket } from './testing/sent-records.ts'

vi.setConfig({ testTimeout: 120_000 })

const [embedded] = sqlHosts
const lineOf = (id: string) => new TextEncoder().encode(`${JSON.stringify({ ...ticket, id })}\n`)

/** Made as they are read, so that no test holds what it sends. */
function streamOf(pieces: Iterable<Uint8Array>, end: (controller: ReadableStreamDefaultController) => void) {
  const iterator = pieces[Symbol.iterator]()
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = iterator.next()
      if (done) end(controller)
      else controller.enqueue(value)
    },
  })
}

function* repeated(piece: Uint8Array, bytes: number): Generator<Uint8Array> {
  for (let sent = 0; sent < bytes; sent += piece.byteLength) yield piece
}

describe('the limits of a request', () => {
  let databases: TestDatabases
  let client: IngestClient
  beforeAll(async () => {
    databases = await embedded.start()
    client = await ingestClient(await databases.migrated())
  }, 120_000)
  afterAll(() => databases.stop())

  const kept = async (id: string) =>
    (await client.read('listTickets', { limit: 500 })).items.some((item) => item.id === id)

  test('what announces more than 100 MB is refused before it is read', async () => {
    const { status, body } = await client.send('tickets', '{}', { 'content-length': '100000001' })
    expect([status, body['type']]).toEqual([413, '/problems/body-too-large'])
  })

  test('what grows beyond 100 MB is refused, and says what was kept before', async () => {
    const blank = new TextEncoder().encode(`${' '.repeat(60_000)}\n`.repeat(16))
    function* body() {
      yield lineOf('BEFORE')
      yield* repeated(blank, 100_000_000)
    }
    const { status, body: problem } = await client.send(
      'tickets',
      streamOf(body(), (end) => end.close()),
    )
    expect([status, problem['detail']]).toEqual([413, expect.stringContaining('Nothing was kept')])
  })

  test('a small file that unpacks to more than 100 MB is refused without unpacking it', async () => {
    // Of packed pieces one after the other, which is one file as well.
    const piece = gzipSync(`${' '.repeat(60_000)}\n`.repeat(64))
    const bomb = Buffer.concat(Array.from({ length: 100 }, () => piece))
    expect(bomb.byteLength).toBeLessThan(4_000_000)
    const before = process.memoryUsage().rss
    const { status } = await client.send('tickets', bomb, { 'content-encoding': 'gzip' })
    expect(status).toBe(413)
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })

  test('a line that never ends is passed over without being held', async () => {
    const endless = new Uint8Array(1_000_000).fill(0x61)
    function* body() {
      yield* repeated(endless, 60_000_000)
      yield new TextEncoder().encode('\n')
      yield lineOf('AFTER')
    }
    const before = process.memoryUsage().rss
    const { status, body: report } = await client.send(
      'tickets',
      streamOf(body(), (end) => end.close()),
    )
    expect(status).toBe(200)
    expect(report).toMatchObject({ accepted: 1, refused: 1, refusals: [{ line: 1 }] })
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
    expect(await kept('AFTER')).toBe(true)
  })

  test('of hundreds of mistakes the first hundred are told', async () => {
    const lines = Array.from({ length: 300 }, () => 'no').join('\n')
    const { body } = await client.send('tickets', `${JSON.stringify({ ...ticket, id: 'ONE' })}\n${lines}`)
    expect(body).toMatchObject({ lines: 301, accepted: 1, refused: 300, moreRefusals: 200 })
    expect(body['refusals']).toHaveLength(100)
  })

  test('a file of nothing but mistakes is not read to its end', async () => {
    const lines = new TextEncoder().encode('no\n'.repeat(10_000))
    const { status, body: problem } = await client.send(
      'tickets',
      streamOf(repeated(lines, 9_000_000), (end) => end.close()),
    )
    expect(status).toBe(400)
    expect(problem['detail']).toContain('the first of them line 1: The line is not JSON')
  })

  test('batches that came before a connection broke stay, and nothing of the one that was under way', async () => {
    function* body() {
      for (let index = 0; index < 1_001; index += 1) yield lineOf(`BROKEN-${index}`)
    }
    const broken = streamOf(body(), (controller) => controller.error(new Error('reset')))
    const { status, body: problem } = await client.send('tickets', broken)
    expect([status, problem['detail']]).toEqual([
      400,
      'The connection broke before everything had come. Of the first 1000 lines all 1000 good ones were kept',
    ])
    expect(await kept('BROKEN-1000')).toBe(false)
    const { totalCount } = await client.read('listTickets', { service: 'cart' })
    expect(totalCount).toBeGreaterThanOrEqual(1_000)
    expect(client.reported).toEqual([])
  })

  test.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/json', 415],
    ['', 415],
    ['application/x-ndjson; charset=utf-8', 200],
    ['Application/JSONL', 200],
  ])('content of the type "%s" is answered with %i', async (type, expected) => {
    const { status, body } = await client.send('tickets', JSON.stringify(ticket), { 'content-type': type })
    expect(status).toBe(expected)
    if (status === 415) expect(body['allowed']).toContain('application/x-ndjson')
  })

  test('another encoding than gzip, and another method are refused by name', async () => {
    expect(await client.send('tickets', 'x', { 'content-encoding': 'br' })).toMatchObject({ status: 415 })
    expect(await client.request('/api/ingest/tickets', { method: 'GET' })).toMatchObject({
      status: 405,
      body: { allowed: ['POST'] },
    })
  })

  test('who may not send is told so, and a token with the scope may', async () => {
    const sql = await databases.migratedForTest()
    const sentAs = async (caller: Parameters<typeof ingestClient>[1]) =>
      (await ingestClient(sql, caller)).send('tickets', JSON.stringify(ticket))
    const token = { kind: 'token', id: 't', name: 'ci' } as const
    expect(await sentAs({ ...localPerson, role: 'viewer' })).toMatchObject({ status: 403 })
    expect(await sentAs({ ...token, scopes: ['ingest:buckets'] })).toMatchObject({ status: 403 })
    expect(await sentAs({ ...token, scopes: ['ingest:records'] })).toMatchObject({ status: 200 })
  })
})

test('a store that is away is a 503 that says what was kept', async () => {
  let calls = 0
  const writeTickets = async (tickets: readonly unknown[]) => {
    calls += 1
    if (calls === 2) throw new StoreUnavailableError('away')
    return tickets.length
  }
  const fail = () => Promise.reject(new Error('not asked for'))
  const store: IngestStore = {
    as: () => store,
    writeBuckets: fail,
    refusedFineBucket: () => null,
    writeEndpointStats: fail,
    writeReleases: fail,
    writeBuilds: fail,
    writeIncidents: fail,
    writeTickets,
    writeRotations: fail,
    writeBreaches: fail,
    changeIncident: fail,
  }
  const reported: unknown[] = []
  const deps = {
    ...tinyOrganization(),
    now: () => NOW,
    report: (error: unknown) => void reported.push(error),
  }
  const lines = Array.from(
    { length: 1_500 },
    (_, index) => `${JSON.stringify({ ...ticket, id: `${index}` })}\n`,
  )
  const request = new Request('http://127.0.0.1/api/ingest/tickets', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines.join(''),
  })
  const response = await createIngestApp({ deps, store, authorize: as(localPerson) }).fetch(request)
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({
    type: '/problems/unavailable',
    detail: expect.stringContaining('Of the first 1000 lines all 1000 good ones were kept'),
  })
  expect(reported).toEqual([expect.objectContaining({ message: 'away' })])
})
