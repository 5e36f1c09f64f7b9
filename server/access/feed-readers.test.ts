import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'

import type { Scope } from '../../src/domain/access/caller.ts'
import { accessSettingsSchema } from '../settings/access-settings.ts'
import { apiClient } from '../testing/api-client.ts'
import { startGuarded } from '../testing/guarded-server.ts'
import { NOW, tinyOrganization } from '../testing/tiny-organization.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PROXY_SECRET = 'a-secret-that-only-the-proxy-knows'
const throughProxy = { 'x-proxy-secret': PROXY_SECRET, 'x-forwarded-user': 'bea' }
const deps = tinyOrganization()
let app: Awaited<ReturnType<typeof startGuarded>>

beforeAll(async () => {
  app = await startGuarded({ deps, secrets: { PROXY_SECRET }, now: () => NOW, elapsed: () => 0 })
  app.configure(z.parse(accessSettingsSchema, { proxy: { sharedSecretFromEnv: 'PROXY_SECRET' } }))
})
afterAll(() => app.stop())

const ask = (path: string, headers: HeadersInit = {}) => fetch(`${app.url}${path}`, { headers })

async function newToken(...scopes: Scope[]): Promise<string> {
  const body = { name: 'Reader', scopes, expiresInDays: 30 }
  return (await apiClient(deps).write('createApiToken', { body })).secret
}

test('an API token is the password of a reader of feeds, with any name, and of nobody else', async () => {
  const secret = await newToken('read')
  const bearer = { authorization: `Bearer ${secret}` }
  const basic = (password: string) => ({ authorization: `Basic ${btoa(`reader:${password}`)}` })
  const feed = await ask('/api/status.atom', basic(secret))
  expect([feed.status, feed.headers.get('content-type')]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
  ])
  expect((await ask('/api/status.atom', bearer)).status).toBe(200)
  expect((await ask('/api/calendar.ics', basic(secret))).status).toBe(200)
  expect((await ask('/api/status', basic(secret))).status).toBe(401)
  expect((await ask('/api/status.atom', basic('sri_0000000000_wrong'))).status).toBe(401)
  for (const odd of [
    'Basic',
    'Basic !',
    'Basic YQ',
    'Basic Y',
    'Basic YWJj=',
    'Basic YQ===',
    `Basic ${btoa('reader:')}`,
  ])
    expect((await ask('/api/status.atom', { authorization: odd })).status).toBe(401)
  expect((await ask('/api/status.atom', basic(await newToken('ingest:buckets')))).status).toBe(403)
  const behindTheirs = { ...throughProxy, ...basic('the password that their proxy asked for') }
  expect((await ask('/api/status.atom', behindTheirs)).status).toBe(200)
  const unknown = await ask('/api/status.atom')
  expect(unknown.headers.get('www-authenticate')).toBe('Basic realm="SRE Indicators", Bearer')
  expect(await unknown.json()).toMatchObject({ apiHint: expect.stringContaining('as their password') })
  expect((await ask('/api/status')).headers.get('www-authenticate')).toBe('Bearer')
})
