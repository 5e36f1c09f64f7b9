import { expect, test } from 'vitest'

import { createLog } from './log.ts'
import { createMetricRegistry } from './metric-registry.ts'
import { noteCaller, requestFacts, watched } from './request-watch.ts'
import { routeNames } from './route-names.ts'

function watch(handler: (request: Request) => Promise<Response>) {
  const lines: Record<string, unknown>[] = []
  const clock = { ms: 0 }
  const log = createLog({
    level: 'debug',
    format: 'json',
    write: (line) => lines.push(JSON.parse(line)),
    now: () => 0,
    surroundings: requestFacts,
  })
  const metrics = createMetricRegistry((error) => expect.fail(String(error)))
  const fetch = watched(handler, {
    log,
    metrics,
    routeName: routeNames(['/healthz']),
    elapsed: () => (clock.ms += 40),
    newRequestId: () => 'new-id',
  })
  return { fetch, lines, log, metrics }
}

const ok = async () => new Response('fine')

test('a request is counted, timed and told by its route, never by what the client wrote', async () => {
  const { fetch, lines, metrics } = watch(ok)
  const secret = 'hunter2'
  await fetch(
    new Request(`http://localhost/api/slos/${secret}?cursor=${secret}`, {
      headers: { cookie: secret, authorization: secret },
    }),
  )
  expect(lines).toMatchObject([
    {
      event: 'request',
      requestId: 'new-id',
      method: 'GET',
      route: '/api/slos/{slo}',
      status: 200,
      durationMs: 40,
    },
  ])
  const text = await metrics.text()
  expect(text).toContain(
    'sre_indicators_http_requests_total{method="GET",route="/api/slos/{slo}",status="200"} 1',
  )
  expect(text).toContain('_bucket{method="GET",route="/api/slos/{slo}",le="0.05"} 1')
  expect(text).toContain('_bucket{method="GET",route="/api/slos/{slo}",le="0.025"} 0')
  expect(JSON.stringify(lines) + text).not.toContain(secret)
})

test('there are as many routes as there are, whatever is asked for', async () => {
  const { fetch, metrics } = watch(ok)
  for (let count = 0; count < 50; count += 1) {
    await fetch(new Request(`http://localhost/api/${count}`, { method: `M${count}` }))
    await fetch(new Request(`http://localhost/${count}`))
    await fetch(new Request(`http://localhost/assets/${count}.js`))
  }
  const counted = (await metrics.text()).split('\n').filter((line) => line.includes('requests_total{'))
  expect(counted).toHaveLength(3)
})

test('what fails inside is a problem for the client and a stack for the operator', async () => {
  const { fetch, lines } = watch(() => Promise.reject(new Error('inner workings')))
  const response = await fetch(new Request('http://localhost/api/slos'))
  expect(response.status).toBe(500)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.text()).not.toContain('inner')
  expect(lines).toMatchObject([
    { event: 'failure', level: 'error', requestId: 'new-id', error: { message: 'inner workings' } },
    { event: 'request', level: 'error', status: 500 },
  ])
})

test('what is logged while a request is answered names it, also when several run', async () => {
  const { fetch, lines, log } = watch(async (request) => {
    await new Promise<void>((resolve) => setImmediate(resolve))
    log.info('inside', new URL(request.url).pathname)
    return new Response('fine')
  })
  const ask = (id: string) =>
    fetch(new Request(`http://localhost/${id}`, { headers: { 'x-request-id': id } }))
  const responses = await Promise.all(['one', 'two', 'three'].map(ask))
  expect(responses.map((response) => response.headers.get('x-request-id'))).toEqual(['one', 'two', 'three'])
  const inside = lines.filter(({ event }) => event === 'inside')
  expect(inside.map(({ message, requestId }) => [message, requestId])).toEqual([
    ['/one', 'one'],
    ['/two', 'two'],
    ['/three', 'three'],
  ])
})

test('the kind of the caller is told where it became known, and stays with its request', async () => {
  const { fetch, lines } = watch(async (request) => {
    await new Promise<void>((resolve) => setImmediate(resolve))
    if (new URL(request.url).pathname === '/api/token') noteCaller('token')
    return new Response('fine')
  })
  await Promise.all(
    ['/api/token', '/api/nobody'].map((path) => fetch(new Request(`http://localhost${path}`))),
  )
  expect(lines.filter(({ caller }) => caller === 'token')).toHaveLength(1)
  expect(lines.filter(({ caller }) => caller === undefined)).toHaveLength(1)
})

test('a name of a request that is none is not taken over', async () => {
  const { fetch } = watch(ok)
  const response = await fetch(
    new Request('http://localhost/', { headers: { 'x-request-id': 'a b "c" {d}' } }),
  )
  expect(response.headers.get('x-request-id')).toBe('new-id')
})

test('probes and files are told to those who ask for everything only', async () => {
  const { fetch, lines } = watch(ok)
  for (const path of ['/healthz', '/assets/a.js', '/on-call', '/api/slos'])
    await fetch(new Request(`http://localhost${path}`))
  expect(lines.map(({ level }) => level)).toEqual(['debug', 'debug', 'debug', 'info'])
})
