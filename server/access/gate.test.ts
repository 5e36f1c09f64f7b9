import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { createdApiTokenSchema, meSchema } from '../../src/contract/access.ts'
import { problemSchema } from '../../src/contract/problem.ts'
import type { Scope } from '../../src/domain/access/caller.ts'
import { apiClient } from '../testing/api-client.ts'
import { startGuarded } from '../testing/guarded-server.ts'
import { openSettings, PROXY_SECRET, proxySettings, throughProxy } from '../testing/proxied.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const DAY_MS = 86_400_000

let nowMs = Date.parse('2026-11-21T10:00:00Z')
let elapsedMs = 0
const deps = { ...tinyOrganization(), now: () => nowMs }
const admin = apiClient(deps)
let app: Awaited<ReturnType<typeof startGuarded>>

beforeAll(async () => {
  app = await startGuarded({ deps, secrets: { PROXY_SECRET }, now: () => nowMs, elapsed: () => elapsedMs })
})
afterAll(() => app.stop())

async function ask(path: string, headers: HeadersInit = {}, init: RequestInit = {}) {
  return fetch(`${app.url}${path}`, { ...init, headers })
}
async function me(headers: HeadersInit = {}) {
  const response = await ask('/api/me', headers)
  const body: unknown = await response.json()
  return response.status === 200 ? meSchema.parse(body) : problemSchema.parse(body)
}
async function newToken(
  ...scopes: Scope[]
): Promise<Readonly<{ id: string; bearer: Record<string, string> }>> {
  const made = createdApiTokenSchema.parse(
    await admin.write('createApiToken', { body: { name: 'Pipeline', scopes, expiresInDays: 30 } }),
  )
  return { id: made.token.id, bearer: { authorization: `Bearer ${made.secret}` } }
}

describe('where nothing is configured', () => {
  beforeAll(() => void app.configure(openSettings))

  test('whoever sits at the machine is admin, and is told how that comes', async () => {
    expect(await me()).toMatchObject({ name: 'local', role: 'admin', signedInBy: 'loopback' })
  })

  test('headers of a proxy say nothing', async () => {
    expect(await me(throughProxy('mallory', 'sre'))).toMatchObject({ id: 'local' })
  })

  test('a name that somebody else made lead to this machine is not answered', async () => {
    // Node's fetch does not let a host be chosen, a plain socket does.
    const { request } = await import('node:http')
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      request(`${app.url}/api/tokens`, { headers: { host: 'rebound.evil.example' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(answered).toBe(403)
  })

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, 403],
    [{}, 200],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
  ])('a change with %j is answered with %i', async (headers, status) => {
    const sent = { ...headers, 'content-type': 'application/json' } as Record<string, string>
    const body = JSON.stringify({ name: 'x', scopes: ['read'], expiresInDays: 1 })
    const response = await ask('/api/tokens', sent, { method: 'POST', body })
    expect(response.status).toBe(status)
  })

  test('reading is not held up: what another site asks for it cannot read', async () => {
    expect((await ask('/api/me', { 'sec-fetch-site': 'cross-site' })).status).toBe(200)
  })
})

describe('an API token', () => {
  beforeAll(() => void app.configure(proxySettings()))

  test('stands for itself, with its scopes', async () => {
    const { bearer } = await newToken('ingest:buckets', 'read')
    expect(await me(bearer)).toMatchObject({
      kind: 'token',
      name: 'Pipeline',
      role: null,
      scopes: ['ingest:buckets', 'read'],
    })
    expect((await ask('/api/slos', bearer)).status).toBe(200)
  })

  test('does what its scopes say and nothing else', async () => {
    const gate = app.configure(proxySettings())
    const { bearer } = await newToken('ingest:buckets')
    const request = () => new Request(`${app.url}/api/ingest/buckets`, { method: 'POST', headers: bearer })
    expect(await gate.authorize(request(), 'ingest-buckets')).toMatchObject({
      kind: 'token',
      name: 'Pipeline',
    })
    expect(await gate.authorize(request(), 'ingest-records')).toMatchObject({ status: 403 })
    expect((await ask('/api/slos', bearer)).status).toBe(403)
    expect((await ask('/api/tokens', bearer)).status).toBe(403)
    const anonymous = new Request(`${app.url}/api/ingest/buckets`, { method: 'POST' })
    expect(await gate.authorize(anonymous, 'ingest-buckets')).toMatchObject({ status: 401 })
  })

  test('counts until it expires', async () => {
    const { bearer } = await newToken('read')
    const before = nowMs
    nowMs += 30 * DAY_MS - 1
    expect(await me(bearer)).toMatchObject({ kind: 'token' })
    nowMs += 1
    expect(await me(bearer)).toMatchObject({ status: 401, detail: expect.stringContaining('expired') })
    nowMs = before
  })

  test('counts no more once it is revoked', async () => {
    const { id, bearer } = await newToken('read')
    expect(await me(bearer)).toMatchObject({ kind: 'token' })
    await admin.write('revokeApiToken', { params: { token: id } })
    expect(await me(bearer)).toMatchObject({ status: 401, detail: expect.stringContaining('revoked') })
  })

  test('says when it was last used', async () => {
    const { id, bearer } = await newToken('read')
    const lastUsed = async () =>
      (await admin.read('listApiTokens')).items.find((token) => token.id === id)?.lastUsedAt
    expect(await lastUsed()).toBeNull()
    await me(bearer)
    expect(await lastUsed()).toBe('2026-11-21T10:00:00Z')
  })

  test('that is wrong is not made up for by anything else that is sent', async () => {
    const wrong = { authorization: 'Bearer sri_0000000000_wrong' }
    expect(await me({ ...throughProxy('ada', 'sre'), ...wrong })).toMatchObject({ status: 401 })
  })

  test('needs no origin: programs have none', async () => {
    const { bearer } = await newToken('read')
    expect(
      (await ask('/api/session', { ...bearer, 'sec-fetch-site': 'cross-site' }, { method: 'DELETE' })).status,
    ).toBe(409)
  })

  test('is listed and logged without its secret', async () => {
    const { bearer } = await newToken('read')
    const secret = bearer.authorization?.split('_')[2] ?? ''
    expect(secret).toHaveLength(64)
    expect(JSON.stringify(await admin.read('listApiTokens'))).not.toContain(secret)
    expect(JSON.stringify(await admin.read('listAudit', { limit: 500 }))).not.toContain(secret)
  })
})

describe('a trusted proxy', () => {
  beforeAll(() => void app.configure(proxySettings()))

  test('says who it is, with groups', async () => {
    expect(await me(throughProxy('ben', 'everyone, buyers'))).toMatchObject({
      id: 'ben',
      role: 'team-editor',
      teams: ['buying'],
      signedInBy: 'proxy',
    })
    expect(await me(throughProxy('ada', 'buyers,sre'))).toMatchObject({ role: 'admin' })
    expect(await me(throughProxy('cleo'))).toMatchObject({ role: 'viewer', teams: [] })
  })

  test.each([
    ['no secret', { 'x-forwarded-user': 'mallory', 'x-forwarded-groups': 'sre' }],
    ['a wrong secret', { ...throughProxy('mallory', 'sre'), 'x-proxy-secret': 'guess' }],
    ['an empty secret', { ...throughProxy('mallory', 'sre'), 'x-proxy-secret': '' }],
    [
      'the start of the secret',
      { ...throughProxy('mallory', 'sre'), 'x-proxy-secret': PROXY_SECRET.slice(0, -1) },
    ],
    ['two secrets', { ...throughProxy('mallory', 'sre'), 'x-proxy-secret': `guess, ${PROXY_SECRET}` }],
    ['no user', { 'x-proxy-secret': PROXY_SECRET, 'x-forwarded-groups': 'sre' }],
    ['an empty user', throughProxy('  ', 'sre')],
  ])('is not believed with %s', async (_, headers) => {
    const answer = await me(headers)
    expect(answer).toMatchObject({ type: '/problems/unauthenticated', status: 401 })
    expect(answer).not.toHaveProperty('signInAt')
  })

  test('does not lend itself to other sites', async () => {
    const crossing = { ...throughProxy('ada', 'sre'), 'sec-fetch-site': 'cross-site' }
    const response = await ask('/api/tokens/a1b2', crossing, { method: 'DELETE' })
    expect(problemSchema.parse(await response.json())).toMatchObject({
      type: '/problems/cross-site',
      status: 403,
    })
    const own = { ...throughProxy('ada', 'sre'), 'sec-fetch-site': 'same-origin' }
    expect((await ask('/api/tokens/a1b2', own, { method: 'DELETE' })).status).toBe(404)
  })

  test('keeps out who stands in no group, where that is wanted', async () => {
    app.configure(proxySettings({ people: { defaultRole: 'none', roles: { viewer: ['staff'] } } }))
    expect(await me(throughProxy('cleo'))).toMatchObject({ status: 401 })
    expect(await me(throughProxy('dan', 'staff'))).toMatchObject({ role: 'viewer' })
    app.configure(proxySettings())
  })

  test('never has its secret repeated', async () => {
    await me({ ...throughProxy('mallory'), 'x-proxy-secret': 'guess' })
    expect(app.warnings.join()).toContain('with a wrong secret')
    expect(app.warnings.join()).not.toMatch(new RegExp(`${PROXY_SECRET}|guess`))
  })
})

describe('limits', () => {
  const limits = { requestsPerMinute: 30, unknownPerMinute: 5 }

  test('hold for each person by itself, say when to go on, and let go on then', async () => {
    app.configure(proxySettings({ limits }))
    const ada = throughProxy('ada')
    for (let count = 0; count < 30; count += 1) expect(await me(ada)).toMatchObject({ id: 'ada' })
    const refused = await ask('/api/me', ada)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(problemSchema.parse(await refused.json()).type).toBe('/problems/too-many-requests')
    expect(await me(throughProxy('ben'))).toMatchObject({ id: 'ben' })
    elapsedMs += 2_000
    expect(await me(ada)).toMatchObject({ id: 'ada' })
    expect(await me(ada)).toMatchObject({ status: 429 })
  })

  test('do not keep people from signing in because their pages asked before they did', async () => {
    app.configure(proxySettings({ limits }))
    for (let count = 0; count < 30; count += 1) expect(await me()).toMatchObject({ status: 401 })
    expect(await me()).toMatchObject({ status: 429 })
    expect(await me(throughProxy('ada'))).toMatchObject({ id: 'ada' })
  })

  test('slow down who guesses the secret of the proxy', async () => {
    app.configure(proxySettings({ limits }))
    const guess = () => me({ ...throughProxy('mallory', 'sre'), 'x-proxy-secret': 'guess' })
    for (let count = 0; count < 5; count += 1) expect(await guess()).toMatchObject({ status: 401 })
    expect(await guess()).toMatchObject({ status: 429 })
    expect(await me(throughProxy('ada'))).toMatchObject({ id: 'ada' })
  })

  test('slow down who guesses tokens, and not who has one', async () => {
    app.configure(proxySettings({ limits }))
    const guess = (count: number) => me({ authorization: `Bearer sri_0_${count}` })
    for (let count = 0; count < 5; count += 1) expect(await guess(count)).toMatchObject({ status: 401 })
    expect(await guess(5)).toMatchObject({ status: 429 })
    const { bearer } = await newToken('read')
    expect(await me(bearer)).toMatchObject({ kind: 'token' })
    app.configure(proxySettings())
  })
})

describe('every answer', () => {
  const expected = {
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
  }

  test.each(['/', '/api/me', '/api/nothing', '/api/slos'])(
    'of %s tells the browser to be careful',
    async (path) => {
      app.configure(proxySettings({ publicUrl: 'https://sre.example' }))
      for (const headers of [{}, throughProxy('ada', 'sre')]) {
        const answer = await ask(path, headers)
        expect(Object.fromEntries(answer.headers)).toMatchObject(expected)
        const policy = answer.headers.get('content-security-policy') ?? ''
        expect(policy).toContain("script-src 'self';")
        expect(policy).not.toMatch(/unsafe|\*/)
        expect(answer.headers.get('permissions-policy')).toContain('camera=()')
        expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
        if (path.startsWith('/api')) expect(answer.headers.get('cache-control')).toMatch(/^private|^no-store/)
      }
      app.configure(proxySettings())
    },
  )

  test('about people, tokens and what they did is kept nowhere on the way', async () => {
    for (const path of ['/api/me', '/api/tokens', '/api/audit', '/api/audit/export?format=ndjson'])
      expect((await ask(path, throughProxy('ada', 'sre'))).headers.get('cache-control'), path).toBe(
        'no-store',
      )
  })

  test('to plain http does not ask for https', async () => {
    expect((await ask('/')).headers.has('strict-transport-security')).toBe(false)
  })
})
