import { expect, test } from 'vitest'

import { metricsObjection } from './metrics-guard.ts'

const OWN = { host: '127.0.0.1', token: null, isPublic: false }
const ask = (headers: Readonly<Record<string, string>> = {}, url = 'http://127.0.0.1:4180/metrics') =>
  new Request(url, { headers })

test('the own machine reads the figures of a server on loopback', () => {
  for (const host of ['127.0.0.1', '127.0.0.53', 'localhost', '::1'])
    expect(metricsObjection({ ...OWN, host }, ask())).toBeNull()
  expect(metricsObjection(OWN, ask({}, 'http://[::1]:4180/metrics'))).toBeNull()
})

test.each([
  ['a server that listens elsewhere', { ...OWN, host: '0.0.0.0' }, ask()],
  ['a request that a proxy passes on', OWN, ask({ 'x-forwarded-for': '203.0.113.7' })],
  ['another name for this machine, which anyone may give it', OWN, ask({}, 'http://rebound.example/metrics')],
])('%s gives nothing without consent', (_, guard, request) => {
  expect(metricsObjection(guard, request)).toContain('server.metrics')
})

test('a token opens them from everywhere, and nothing else does', () => {
  const guard = { host: '0.0.0.0', token: 'secret', isPublic: false }
  expect(metricsObjection(guard, ask({ authorization: 'Bearer secret' }))).toBeNull()
  for (const authorization of ['', 'Bearer', 'Bearer secre', 'Bearer secrets', 'secret', 'Basic secret'])
    expect(metricsObjection(guard, ask({ authorization })), authorization).not.toBeNull()
  expect(metricsObjection({ ...guard, host: '127.0.0.1' }, ask())).not.toBeNull()
})

test('whoever says that they are public has said so', () => {
  expect(metricsObjection({ host: '0.0.0.0', token: null, isPublic: true }, ask())).toBeNull()
})
