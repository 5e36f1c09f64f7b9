import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'

import { accessSettingsSchema } from '../settings/access-settings.ts'
import { cookieBrowser } from '../testing/cookie-browser.ts'
import { startGuarded } from '../testing/guarded-server.ts'
import { CLIENT_ID, CLIENT_SECRET, signInAtProvider, startProvider } from '../testing/oidc-provider.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'
import { visitorsOf } from '../testing/visitors.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const accounts = {
  ada: { name: 'Ada Lovelace', groups: ['sre-admins', 'everyone'] },
  ben: { name: 'Ben', groups: ['buyers'] },
  cleo: { name: 'Cleo', groups: [] },
}
const people = {
  defaultRole: 'none' as const,
  roles: { admin: ['sre-admins'], 'team-editor': ['buyers'] },
  teams: { buying: ['buyers'] },
}

const client = { clientId: CLIENT_ID, clientSecretFromEnv: 'CLIENT_SECRET', sessionHours: 8 }

let nowMs = Date.now()
const deps = { ...tinyOrganization(), now: () => nowMs }
let app: Awaited<ReturnType<typeof startGuarded>>
let provider: Awaited<ReturnType<typeof startProvider>>

beforeAll(async () => {
  app = await startGuarded({ deps, secrets: { CLIENT_SECRET }, now: () => nowMs })
  provider = await startProvider({ appUrl: app.url, accounts })
  app.configure(settings())
})
afterAll(async () => {
  await app.stop()
  await provider.stop()
})

function settings(more: object = {}) {
  return z.parse(accessSettingsSchema, {
    publicUrl: app.url,
    oidc: { ...client, issuer: provider.issuer },
    people,
    limits: { unknownPerMinute: 10_000 },
    ...more,
  })
}

const { leave, wayBack, signedIn, appHost, sessionOf, me, failureOf } = visitorsOf(() => app.url)

describe('somebody signs in', () => {
  test('and is known, with role and teams by their groups, until they sign out', async () => {
    const browser = cookieBrowser()
    expect(await me(browser)).toMatchObject({
      type: '/problems/unauthenticated',
      status: 401,
      signInAt: '/auth/sign-in',
    })

    const back = await wayBack(browser, 'ben', '/slo/buying?scale=day#now')
    const landing = await browser.ask(back)
    expect(landing.headers.get('location')).toBe('/slo/buying?scale=day#now')
    expect(await me(browser)).toEqual({
      kind: 'person',
      id: 'ben',
      name: 'Ben',
      role: 'team-editor',
      teams: ['buying'],
      scopes: [],
      signedInBy: 'oidc',
    })

    const left = await browser.ask(`${app.url}/api/session`, {
      method: 'DELETE',
      headers: { origin: app.url },
    })
    const { goTo } = z.parse(z.object({ goTo: z.string() }), await left.json())
    expect(goTo).toContain(`${provider.issuer}/session/end?`)
    expect(new URL(goTo).searchParams.get('post_logout_redirect_uri')).toBe(`${app.url}/sign-in`)
    expect(sessionOf(browser)).toBeUndefined()
    expect(await me(browser)).toMatchObject({ status: 401 })
  })

  test('with a code that is bound by PKCE, state and nonce', async () => {
    const query = (await leave(cookieBrowser())).searchParams
    expect(query.get('response_type')).toBe('code')
    expect(query.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(query.get(name)?.length, name).toBeGreaterThanOrEqual(32)
  })

  test('and the cookie is out of reach of scripts and of other sites', async () => {
    const browser = cookieBrowser()
    const response = await browser.ask(await wayBack(browser, 'ada'))
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('sre-session='))
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    expect(cookie).toMatch(/; Path=\//)
    expect(cookie).toMatch(/; Max-Age=28800/)
  })

  test('and the store holds no id that would open anything', async () => {
    const browser = await signedIn('ada')
    const { sha256 } = await import('../token-secret.ts')
    const id = sessionOf(browser) ?? ''
    expect(await deps.access.sessions.find(id)).toBeNull()
    expect(await deps.access.sessions.find(await sha256(id))).toMatchObject({ person: { id: 'ada' } })
  })

  test('again, and gets another session; the one before is over', async () => {
    const browser = await signedIn('ada')
    const before = sessionOf(browser)
    await browser.ask(await wayBack(browser, 'ada'))
    expect(sessionOf(browser)).not.toBe(before)
    const thief = cookieBrowser()
    expect(await me(thief, { cookie: `sre-session=${before ?? ''}` })).toMatchObject({ status: 401 })
    expect(await me(browser)).toMatchObject({ id: 'ada' })
  })

  test('on one server and is known to the other, which has the same store', async () => {
    const browser = await signedIn('ada')
    app.configure(settings())
    expect(await me(browser)).toMatchObject({ id: 'ada', role: 'admin' })
  })

  test('in two tabs at once, and both arrive', async () => {
    const browser = cookieBrowser()
    const first = await leave(browser, '/on-call')
    const second = await leave(browser, '/planning')
    const firstBack = await browser.ask(await signInAtProvider(browser, first, 'ada'))
    const secondBack = await browser.ask(await signInAtProvider(browser, second, 'ada'))
    expect([firstBack, secondBack].map(({ headers }) => headers.get('location'))).toEqual([
      '/on-call',
      '/planning',
    ])
  })

  test('and both ends are in the audit log, without anything secret', async () => {
    const browser = await signedIn('ada')
    await browser.ask(`${app.url}/api/session`, { method: 'DELETE', headers: { origin: app.url } })
    const { items } = await deps.access.audit.list({}, { after: null, limit: 2 })
    expect(items.map(({ action, callerName }) => [action, callerName])).toEqual([
      ['sign-out', 'Ada Lovelace'],
      ['sign-in', 'Ada Lovelace'],
    ])
    expect(JSON.stringify(items)).not.toMatch(/eyJ|secret/)
  })

  test('with groups in the ID token as well as at the userinfo endpoint', async () => {
    const full = await startProvider({ appUrl: app.url, accounts, isIdTokenFull: true })
    try {
      app.configure(
        settings({
          oidc: { issuer: full.issuer, clientId: CLIENT_ID, clientSecretFromEnv: 'CLIENT_SECRET' },
        }),
      )
      expect(await me(await signedIn('ben'))).toMatchObject({ role: 'team-editor', teams: ['buying'] })
    } finally {
      app.configure(settings())
      await full.stop()
    }
  })
})

describe('nobody gets in', () => {
  test('whose groups may not', async () => {
    const browser = cookieBrowser()
    expect(await failureOf(browser, await wayBack(browser, 'cleo'))).toBe('not-allowed')
  })

  test('with another state, or with the way back of somebody else', async () => {
    const browser = cookieBrowser()
    const back = await wayBack(browser, 'ada')
    const other = new URL(back)
    other.searchParams.set('state', 'x'.repeat(43))
    expect(await failureOf(browser, other)).toBe('expired')
    // The same first letters name the same cookie; what it holds must still be the same to the last.
    const near = new URL(back)
    near.searchParams.set('state', `${(back.searchParams.get('state') ?? '').slice(0, 20)}${'x'.repeat(23)}`)
    expect(await failureOf(browser, near)).toBe('expired')
    expect(await failureOf(cookieBrowser(), back)).toBe('expired')
  })

  test('with a code that was used', async () => {
    const browser = cookieBrowser()
    const leaving = await leave(browser)
    const kept = new Map(browser.cookiesOf(appHost()))
    const back = await signInAtProvider(browser, leaving, 'ada')
    await browser.ask(back)
    expect(sessionOf(browser)).toBeDefined()
    const attempt = [...kept].map(([name, value]) => `${name}=${value}`).join('; ')
    const replayed = await cookieBrowser().ask(back, { headers: { cookie: attempt } })
    expect(replayed.headers.get('location')).toContain('failure=refused')
    expect(replayed.headers.getSetCookie().join()).not.toContain('sre-session')
  })

  test('with an ID token made for another nonce', async () => {
    const browser = cookieBrowser()
    const leaving = await leave(browser)
    leaving.searchParams.set('nonce', 'n'.repeat(43))
    expect(await failureOf(browser, await signInAtProvider(browser, leaving, 'ada'))).toBe('refused')
  })

  test('with a code that was asked for with another verifier', async () => {
    const browser = cookieBrowser()
    const leaving = await leave(browser)
    leaving.searchParams.set('code_challenge', 'c'.repeat(43))
    expect(await failureOf(browser, await signInAtProvider(browser, leaving, 'ada'))).toBe('refused')
  })

  test('with an answer that says to come from another provider', async () => {
    const browser = cookieBrowser()
    const back = await wayBack(browser, 'ada')
    back.searchParams.set('iss', 'https://evil.example')
    expect(await failureOf(browser, back)).toBe('refused')
  })

  test('who was refused at the provider', async () => {
    const browser = cookieBrowser()
    const state = (await leave(browser)).searchParams.get('state') ?? ''
    const query = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer })
    expect(await failureOf(browser, `${app.url}/auth/callback?${query.toString()}`)).toBe('refused')
  })

  test('with a cookie that was made up', async () => {
    for (const forged of ['x', 'x'.repeat(43), '../../etc', `${'a'.repeat(42)}%00`, '"; drop table session'])
      expect(await me(cookieBrowser(), { cookie: `sre-session=${forged}` })).toMatchObject({ status: 401 })
  })

  test('with an attempt that was made up', async () => {
    const state = 's'.repeat(43)
    const attempts = [
      'garbage',
      Buffer.from('null').toString('base64url'),
      Buffer.from(JSON.stringify({ state })).toString('base64url'),
      Buffer.from(JSON.stringify({ state, nonce: 1, verifier: 2, to: 3 })).toString('base64url'),
    ]
    for (const attempt of attempts) {
      const response = await cookieBrowser().ask(`${app.url}/auth/callback?code=x&state=${state}`, {
        headers: { cookie: `sre-sign-in-${'s'.repeat(12)}=${attempt}` },
      })
      expect(response.headers.get('location')).toBe('/sign-in?failure=expired')
    }
  })

  test('whose session is over', async () => {
    const browser = await signedIn('ada')
    const atSignIn = nowMs
    nowMs += 8 * 3_600_000 - 60_000
    expect(await me(browser)).toMatchObject({ id: 'ada' })
    nowMs += 120_000
    expect(await me(browser)).toMatchObject({ status: 401 })
    nowMs = atSignIn
  })

  test('while the provider is away, and everybody who is in stays in', async () => {
    const browser = await signedIn('ada')
    app.configure(settings({ oidc: { issuer: 'http://127.0.0.1:1', clientId: CLIENT_ID } }))
    const response = await cookieBrowser().ask(`${app.url}/auth/sign-in?to=/on-call`)
    expect(response.headers.get('location')).toBe('/sign-in?failure=unreachable&to=%2Fon-call')
    expect(await me(browser)).toMatchObject({ id: 'ada' })
    const left = await browser.ask(`${app.url}/api/session`, {
      method: 'DELETE',
      headers: { origin: app.url },
    })
    expect(await left.json()).toEqual({ goTo: '/sign-in?signed-out=yes' })
    app.configure(settings())
  })
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/api/tokens',
  '/auth/sign-in',
])('a link that leads elsewhere after signing in (%s) leads home', async (to) => {
  const browser = cookieBrowser()
  const response = await browser.ask(await wayBack(browser, 'ada', to))
  const location = response.headers.get('location') ?? ''
  expect(new URL(location, app.url).origin).toBe(app.url)
  if (!to.startsWith('/%')) expect(location).toBe('/')
})

test('neither the secret of the client nor a code or token is ever told', async () => {
  const browser = cookieBrowser()
  const back = await wayBack(browser, 'ada')
  await browser.ask(back)
  const replayed = await browser.ask(back)
  const told = [await replayed.text(), ...app.warnings, JSON.stringify(await me(browser))].join('\n')
  expect(told).not.toContain(CLIENT_SECRET)
  expect(told).not.toContain(back.searchParams.get('code'))
  expect(told).not.toContain('eyJ')
})
