import { connect, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { operations, type Operation } from '../../src/contract/operations.ts'
import { startServerProcess, type ServerProcess } from '../testing/server-process.ts'
import { storeTinyIn } from '../testing/tiny-place.ts'
import { makeDatabase } from '../testing/told-databases.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const MEGABYTE = 1_048_576
/** What a server that answers garbage may come to hold for good; what is sent at it is many times as much. */
const MOST_GROWTH = 200 * MEGABYTE

let database: Awaited<ReturnType<typeof makeDatabase>>
let server: ServerProcess
beforeAll(async () => {
  // Over a store, so that the addresses that take records are there too.
  database = await makeDatabase()
  await storeTinyIn({ databaseUrl: database.url })
  server = await startServerProcess({ DATABASE_URL: database.url })
})
afterAll(async () => {
  await server.stop('SIGTERM')
  await database.drop()
})

type Piece = string | Uint8Array

/** Sends the pieces as they are and gives back what the server says until it ends the connection or has said enough. */
function exchange(pieces: Iterable<Piece>): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1' })
    let said = ''
    const end = () => {
      socket.destroy()
      resolve(said)
    }
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1')
      if (/^HTTP\/1\.1 (?!100)\d{3}[^]*\r\n\r\n/.test(said)) end()
    })
    // Refusing to go on is an answer too; what counts is that others are still served.
    socket.on('error', end)
    socket.on('close', end)
    void sendAll(socket, pieces).catch(end)
  })
}

async function sendAll(socket: Socket, pieces: Iterable<Piece>): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return
    const isTaken = socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)
    if (!isTaken) await roomIn(socket)
  }
}

function roomIn(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go).off('close', go)
      resolve()
    }
    socket.on('drain', go).on('close', go)
  })
}

const statusOf = (said: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0)

async function residentBytes(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\d+)$/m.exec(text)?.[1])
}

const HOST = 'Host: 127.0.0.1\r\n'
const get = (target: string, headers = '') => `GET ${target} HTTP/1.1\r\n${HOST}${headers}\r\n`
const post = (path: string, headers: string) =>
  `POST ${path} HTTP/1.1\r\n${HOST}content-type: application/json\r\n${headers}\r\n`
const CHUNKED = 'transfer-encoding: chunked\r\n'

const messages: readonly (readonly [string, string])[] = [
  ['nothing that is HTTP', '\0\x01\x02\xff\xfe\r\n\r\n'],
  ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/0.9', 'GET /\r\n\r\n'],
  ['an unknown version', `GET / HTTP/9.9\r\n${HOST}\r\n`],
  ['no host', 'GET /api/slos HTTP/1.1\r\n\r\n'],
  ['two hosts', get('/api/slos', 'Host: evil.example\r\n')],
  ['a host that is none', 'GET /api/slos HTTP/1.1\r\nHost: a b/?#@\r\n\r\n'],
  ['a host of brackets', 'GET /api/slos HTTP/1.1\r\nHost: [::\r\n\r\n'],
  ['another address as target', get('http://evil.example:99999/api/slos')],
  ['a target that is no address', get('http://[')],
  ['an asterisk', `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`],
  ['a tunnel', `CONNECT db.example:5432 HTTP/1.1\r\n${HOST}\r\n`],
  ['a trace', `TRACE /api/slos HTTP/1.1\r\n${HOST}\r\n`],
  ['an upgrade', get('/api/slos', 'Connection: upgrade\r\nUpgrade: websocket\r\n')],
  ['zero bytes in the path', get('/api/slos/\0/x')],
  ['encoded zero bytes', get('/api/slos/%00%00')],
  ['a stray percent', get('/api/slos/%')],
  ['percent signs that are no UTF-8', get('/api/slos/%ff%fe?q=%c3%28')],
  ['bytes beyond ASCII', get('/api/slos/\xff\xfe?q=\xe9')],
  ['the way up', get('/../../../../etc/passwd')],
  ['the way up, encoded', get('/assets/%2e%2e%2f%2e%2e%2fpackage.json')],
  ['the way up, backwards', get('/assets/..\\..\\package.json')],
  ['many slashes', get(`${'/'.repeat(2_000)}api/slos`)],
  ['a long path', get(`/api/slos/${'a'.repeat(12_000)}`)],
  ['a path longer than taken', get(`/${'a'.repeat(100_000)}`)],
  ['a thousand parameters', get(`/api/slos?${Array.from({ length: 1_000 }, (_, i) => `p${i}=1`).join('&')}`)],
  ['headers larger than taken', get('/api/slos', `x: ${'a'.repeat(100_000)}\r\n`)],
  ['too many headers', get('/api/slos', 'x: a\r\n'.repeat(3_000))],
  ['a header without a name', get('/api/slos', ': a\r\n')],
  ['a header with control characters', get('/api/slos', 'x: \x01\x07\r\n')],
  ['a header that goes on', get('/api/slos', 'x: a\r\n b\r\n')],
  ['bare line feeds', `GET /api/slos HTTP/1.1\n${HOST}\n\n`],
  ['a length that is none', post('/api/slos', 'content-length: ten\r\n')],
  ['a negative length', post('/api/slos', 'content-length: -1\r\n')],
  ['two lengths', post('/api/slos', 'content-length: 1\r\ncontent-length: 2\r\n')],
  ['a length and chunks', `${post('/api/slos', `content-length: 4\r\n${CHUNKED}`)}0\r\n\r\n`],
  ['a chunk of no size', `${post('/api/slos', CHUNKED)}zz\r\nabc\r\n`],
  ['a chunk of every size', `${post('/api/slos', CHUNKED)}ffffffffffffffff\r\nabc\r\n`],
  ['a chunk that lies', `${post('/api/slos', CHUNKED)}2\r\nabcdef\r\n0\r\n\r\n`],
  ['endless chunk extensions', `${post('/api/slos', CHUNKED)}1;${'a'.repeat(100_000)}\r\na\r\n`],
  ['an unknown encoding of the transfer', post('/api/slos', 'transfer-encoding: gzip, nonsense\r\n')],
  ['an expectation', post('/api/slos', 'expect: 100-continue\r\ncontent-length: 5\r\n')],
  ['an expectation of what nobody does', post('/api/slos', 'expect: 42\r\ncontent-length: 0\r\n')],
  ['a body where none belongs', `${get('/api/slos', 'content-length: 3\r\n')}abc`],
  ['requests in a row', get('/api/slos?limit=1').repeat(200)],
  [
    'a request smuggled after another',
    `${post('/api/slos', 'content-length: 0\r\n')}GET /x HTTP/1.1\r\n\r\n`,
  ],
]

test.each(messages)('%s is refused or answered, and the next one is served', async (_, message) => {
  const said = await exchange([message])
  expect(statusOf(said), said.slice(0, 200)).toBeLessThan(500)
  expect(said).not.toMatch(/node_modules|at \w+ \(|root:/)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
})

/** Every address that takes content, and one that does not. */
const takers = Object.values(operations)
  .map((operation: Operation) => operation)
  .filter(({ method }) => method === 'POST' || method === 'PUT' || method === 'PATCH')
  .map(({ path, method }) => ({
    method,
    path: path.replaceAll(/\{\w+\}/g, 'cart'),
    type: 'application/json',
  }))
  .concat({ method: 'POST', path: '/api/slos', type: 'application/json' })
  .concat({ method: 'POST', path: '/api/ingest/buckets', type: 'application/x-ndjson' })
  .concat({ method: 'POST', path: '/api/webhooks/alertmanager', type: 'application/json' })

describe('content without measure', () => {
  const zeros = new Uint8Array(MEGABYTE)
  /** A thousand times as large once unpacked. */
  const bomb = gzipSync(new Uint8Array(64 * MEGABYTE))

  function* endless(head: string): Generator<Piece> {
    yield head
    for (let count = 0; count < 100; count += 1) {
      yield `${MEGABYTE.toString(16)}\r\n`
      yield zeros
      yield '\r\n'
    }
  }

  /** Each of them wrong, so that each has to be told of. */
  const wrongLines = '{"slo":"a"}\n'.repeat(20_000)

  const sentTo = ({ method = 'POST', path, type }: (typeof takers)[number]) => {
    const head = (headers: string) =>
      post(path, headers).replace('POST', method).replace('application/json', type)
    const unpacking = head(`content-encoding: gzip\r\ncontent-length: ${bomb.byteLength}\r\n`)
    return [
      () => exchange(endless(head(CHUNKED))),
      () => exchange([head(`content-length: ${4_000 * MEGABYTE}\r\n`), ...Array<Piece>(50).fill(zeros)]),
      // Several, because nothing else fills memory with so little to send.
      ...Array.from({ length: 3 }, () => () => exchange([unpacking, bomb])),
      () => exchange([head('content-length: 60000\r\n'), '['.repeat(60_000)]),
      () => exchange([head(`content-length: ${wrongLines.length}\r\n`), wrongLines]),
    ]
  }

  let before: number
  beforeAll(async () => {
    // What a process takes once for its own use is no growth; those that take most of all are the last ones.
    for (const taker of takers.slice(-2)) for (const send of sentTo(taker)) await send()
    before = await residentBytes()
  })

  test.each(takers)('$method $path holds no more of it than it must', async (taker) => {
    for (const send of sentTo(taker)) {
      const said = await send()
      expect(statusOf(said), said.slice(0, 200)).toBeLessThan(500)
    }
    expect((await residentBytes()) - before, 'since the first address').toBeLessThan(MOST_GROWTH)
  })

  test('many who never finish do not keep others from being served', async () => {
    const port = Number(new URL(server.url).port)
    const open = Array.from({ length: 300 }, () => connect(port, '127.0.0.1').on('error', () => undefined))
    await Promise.all(
      open.map((socket) => new Promise((resolve) => socket.write(get('/api/slos').slice(0, -2), resolve))),
    )
    for (let count = 0; count < 20; count += 1)
      expect((await fetch(`${server.url}/api/slos?limit=1`)).status).toBe(200)
    expect((await residentBytes()) - before).toBeLessThan(MOST_GROWTH)
    for (const socket of open) socket.destroy()
  })
})

test('after all this it is the same process, and nothing failed inside', async () => {
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  const failures = server.lines.filter(({ event, level }) => level === 'error' || event === 'bug')
  expect(failures).toEqual([])
})
