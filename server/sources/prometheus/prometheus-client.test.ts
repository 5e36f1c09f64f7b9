import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, describe, expect, test, vi } from 'vitest'

import { freePort } from '../../testing/free-port.ts'
import { createPrometheusClient, type PrometheusSource } from './prometheus-client.ts'
import { SourceError } from './source-error.ts'

vi.setConfig({ testTimeout: 60_000 })

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void

let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

async function engineThat(...answers: readonly Answer[]) {
  const seen: { request: IncomingMessage; body: string }[] = []
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const answer = answers[Math.min(seen.length, answers.length - 1)]
      seen.push({ request, body })
      answer?.(request, response, body)
    })
  })
  const listening = server
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, seen }
}

const json =
  (body: unknown, status = 200, headers = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
const matrix = (result: readonly unknown[], more = {}) =>
  json({ status: 'success', ...more, data: { resultType: 'matrix', result } })
const never: Answer = () => undefined

const range = { promql: 'sum(x{a="1"})', fromSeconds: 3600, toSeconds: 7200, stepSeconds: 3600 }

function clientOf(source: Partial<PrometheusSource> & { url: string }, attempts = 3) {
  const waits: number[] = []
  const client = createPrometheusClient(
    { name: 'main', headers: {}, timeoutMs: 30_000, ...source },
    {
      fetch,
      retry: {
        attempts,
        firstDelayMs: 1000,
        longestDelayMs: 10_000,
        random: () => 0.5,
        wait: async (ms) => void waits.push(ms),
      },
    },
  )
  const ask = (signal = new AbortController().signal) => client.queryRange(range, signal)
  const refused = async () => {
    const error = await ask().catch((thrown: unknown) => thrown)
    if (error instanceof SourceError) return error
    throw new Error(`Not refused: ${String(error)}`)
  }
  return { ask, refused, waits }
}

describe('a question', () => {
  test('is a form with the query, below whatever path the engine has', async () => {
    const { url, seen } = await engineThat(matrix([]))
    await clientOf({ url: `${url}/select/0/prometheus/` }).ask()
    expect(seen[0]?.request).toMatchObject({
      method: 'POST',
      url: '/select/0/prometheus/api/v1/query_range',
    })
    expect(Object.fromEntries(new URLSearchParams(seen[0]?.body))).toMatchObject({
      query: 'sum(x{a="1"})',
      start: '3600',
      end: '7200',
      step: '3600',
    })
  })

  test('carries credentials and tenant; a password in the address becomes a header', async () => {
    const { url, seen } = await engineThat(matrix([]))
    await clientOf({ url, headers: { authorization: 'Bearer secret', 'X-Scope-OrgID': 'shop' } }).ask()
    expect(seen[0]?.request.headers).toMatchObject({
      authorization: 'Bearer secret',
      'x-scope-orgid': 'shop',
    })
    await clientOf({ url: url.replace('//', '//ada:p%40ss@') }).ask()
    expect(seen[1]?.request.headers.authorization).toBe(`Basic ${btoa('ada:p@ss')}`)
  })

  test('has a bare % in a password as it was written', async () => {
    const { url, seen } = await engineThat(matrix([]))
    await clientOf({ url: url.replace('//', '//ada:50%off@') }).ask()
    expect(seen[0]?.request.headers.authorization).toBe(`Basic ${btoa('ada:50%off')}`)
  })
})

describe('an answer', () => {
  test('tells a number, no number and no value apart', async () => {
    const values = [
      [3600, '12.5'],
      [7200, 'NaN'],
      [10800, '+Inf'],
      [14400, '-Inf'],
      [18000, '1e+06'],
    ]
    const { url } = await engineThat(matrix([{ metric: { job: 'shop' }, values }]))
    expect(await clientOf({ url }).ask()).toEqual([
      {
        labels: { job: 'shop' },
        seconds: [3600, 7200, 10800, 14400, 18000],
        values: [12.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1_000_000],
      },
    ])
    const { url: silent } = await engineThat(matrix([]))
    expect(await clientOf({ url: silent }).ask()).toEqual([])
  })

  test.each([
    ['a web page', ((_, response) => void response.end('<html>')) satisfies Answer],
    ['another shape', json({ status: 'success', data: { resultType: 'vector', result: [] } })],
    ['text for a time', matrix([{ metric: {}, values: [['soon', '1']] }])],
    ['text for a value', matrix([{ metric: {}, values: [[3600, 'many']] }])],
    ['a part only', matrix([], { isPartial: true })],
    ['a part only, as Thanos says it', matrix([], { warnings: ['store is away'] })],
  ])('that is %s is refused, and not asked for again', async (_, answer) => {
    const { url, seen } = await engineThat(answer)
    expect((await clientOf({ url }).refused()).kind).toBe('unreadable')
    expect(seen).toHaveLength(1)
  })

  test('with a note on the query is whole', async () => {
    const { url } = await engineThat(matrix([], { warnings: ['PromQL info: metric might not be a counter'] }))
    expect(await clientOf({ url }).ask()).toEqual([])
  })

  test('of histograms says what to ask for instead', async () => {
    const { url } = await engineThat(matrix([{ metric: {}, histograms: [] }]))
    expect((await clientOf({ url }).refused()).message).toContain('histogram_count()')
  })

  test('without an end is not read to the end', async () => {
    const chunk = 'x'.repeat(1024 * 1024)
    const endless: Answer = (_, response) => {
      const more = () => void (response.destroyed || response.write(chunk, more))
      more()
    }
    const { url } = await engineThat(endless)
    expect((await clientOf({ url }).refused()).message).toContain('larger than 32 MB')
  })
})

describe('a refusal', () => {
  const because = (error: string) => ({ status: 'error', errorType: 'x', error })

  test.each([
    [400, 'query', 1],
    [422, 'query', 1],
    [401, 'unauthorized', 1],
    [403, 'unauthorized', 1],
    [404, 'not-found', 1],
    [429, 'busy', 3],
    [500, 'failed', 3],
    [503, 'failed', 3],
  ])('with HTTP %i is of the kind %s and asked %i times', async (status, kind, times) => {
    const { url, seen } = await engineThat(json(because('no such luck'), status))
    const error = await clientOf({ url }).refused()
    expect(error).toMatchObject({ kind, message: `HTTP ${status}: no such luck` })
    expect(seen).toHaveLength(times)
  })

  test('says no more of the engine’s own words than a database keeps', async () => {
    const { url } = await engineThat(json(because(`a\0b\ud800c\n${'x'.repeat(5_000)}`), 400))
    const { message } = await clientOf({ url }).refused()
    expect(message).toMatch(/^HTTP 400: a b c x+$/)
    expect(message.length).toBeLessThanOrEqual(1_000)
  })

  test('that passes is not seen', async () => {
    const { url } = await engineThat(json(because('starting'), 503), json({}, 502), matrix([]))
    const { ask, waits } = clientOf({ url })
    expect(await ask()).toEqual([])
    expect(waits).toEqual([750, 1500])
  })

  test('says how long to wait, and is listened to', async () => {
    const { url } = await engineThat(json({}, 429, { 'retry-after': '7' }), matrix([]))
    const { ask, waits } = clientOf({ url })
    await ask()
    expect(waits).toEqual([7000])
  })

  test('to another address is told with that address', async () => {
    const { url } = await engineThat(json({}, 302, { location: '/login' }))
    expect(await clientOf({ url }).refused()).toMatchObject({
      kind: 'not-found',
      message: expect.stringContaining('/login'),
    })
  })
})

describe('an engine that is away', () => {
  test('is unreachable, with the reason and without the password', async () => {
    const error = await clientOf({ url: `http://ada:secret@127.0.0.1:${await freePort()}` }).refused()
    expect(error).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('ECONNREFUSED') })
    expect(error.message).not.toContain('secret')
  })

  test('or hangs, is given up in time', async () => {
    const { url } = await engineThat(never)
    const error = await clientOf({ url, timeoutMs: 50 }, 1).refused()
    expect(error).toMatchObject({ kind: 'timeout', message: 'No answer within 0.05 s' })
  })

  test('or breaks off in the middle, is asked again', async () => {
    const torn: Answer = (_, response) => {
      response.writeHead(200)
      response.write('{"status":', () => response.destroy())
    }
    const { url } = await engineThat(torn, matrix([]))
    expect(await clientOf({ url }).ask()).toEqual([])
  })

  test('is not waited for by those who gave up', async () => {
    const leaving = new AbortController()
    const { url } = await engineThat(() => leaving.abort(new Error('shutting down')))
    await expect(clientOf({ url }).ask(leaving.signal)).rejects.toThrow('shutting down')
  })
})
