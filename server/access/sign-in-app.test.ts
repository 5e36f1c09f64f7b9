import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { createAccessInMemory } from '../access-in-memory.ts'
import { accessSettingsSchema } from '../settings/access-settings.ts'
import { addressText } from '../testing/garbage.ts'
import { createSessions } from './sessions.ts'
import { signInApp } from './sign-in-app.ts'
import { createTokenBuckets } from './token-bucket.ts'

const APP = 'https://sre.example'
const people = z.parse(accessSettingsSchema, {}).people

function appWith({ perMinute = 1_000_000 }: Readonly<{ perMinute?: number }> = {}) {
  const attempt = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) }
  return signInApp({
    oidc: {
      begin: async () => ({ attempt, goTo: new URL('https://id.example/authorize') }),
      finish: async () => {
        throw new Error('The provider knows of nothing')
      },
      signOutUrl: async () => null,
    },
    sessions: createSessions({
      store: createAccessInMemory().sessions,
      hours: 1,
      isSecure: true,
      now: () => 0,
    }),
    people,
    isSecure: true,
    takeOne: createTokenBuckets({ perMinute, mostNames: 10, now: () => 0 }),
    onFailure: () => undefined,
  })
}

test('whatever is asked with whatever cookie, the answer leads to the provider or to an own page, and signs nobody in', async () => {
  const app = appWith()
  const path = fc.constantFrom('/auth/sign-in', '/auth/callback')
  const query = fc.oneof(
    addressText,
    fc.string().map((text) => `code=x&state=${encodeURIComponent(text)}`),
    fc.string().map((text) => `to=${encodeURIComponent(text)}`),
  )
  const cookie = fc.oneof(
    fc.string().map((text) => text.replaceAll(/[^\x21-\x7e]/g, '')),
    fc
      .json()
      .map((text) => `__Host-sre-sign-in-${'s'.repeat(12)}=${Buffer.from(text).toString('base64url')}`),
  )
  await fc.assert(
    fc.asyncProperty(path, query, cookie, async (pathname, search, sent) => {
      const answer = await app.fetch(
        new Request(`${APP}${pathname}?${search}`, { headers: { cookie: sent } }),
      )
      expect(answer.status).toBe(303)
      const location = new URL(answer.headers.get('location') ?? '', APP)
      expect([APP, 'https://id.example']).toContain(location.origin)
      expect(answer.headers.getSetCookie().join()).not.toContain('sre-session')
    }),
    { numRuns: 500 },
  )
})

test('what belongs to an attempt is bound to this host and to https, and out of reach of scripts', async () => {
  const answer = await appWith().fetch(new Request(`${APP}/auth/sign-in`))
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-sre-sign-in-s{12}=/)
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/)
})

test('who tries again and again is told to wait', async () => {
  const app = appWith({ perMinute: 3 })
  const statuses: number[] = []
  for (let count = 0; count < 5; count += 1)
    statuses.push((await app.fetch(new Request(`${APP}/auth/callback?state=x&code=${count}`))).status)
  expect(statuses).toEqual([303, 303, 303, 429, 429])
})

test('nothing but reading is answered: signing in changes nothing by being posted', async () => {
  const answer = await appWith().fetch(new Request(`${APP}/auth/sign-in`, { method: 'POST' }))
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})
