import { expect, test } from 'vitest'

import { createSimulatedWorlds } from './simulated-worlds.ts'
import { NOW } from './tiny-organization.ts'

function ask(
  answer: (request: Request) => Promise<Response>,
  cookie: string,
  path: string,
  body?: object,
): Promise<Response> {
  const content = body && {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', cookie },
  }
  return answer(new Request(`http://simulated.example${path}`, content ?? { headers: { cookie } }))
}

const report = (error: unknown) => {
  throw error
}

test('what one journey writes it reads again, and no other does', async () => {
  const answer = createSimulatedWorlds({ now: () => NOW, report })
  const tokensOf = async (journey: string) =>
    (await (await ask(answer, `journey=${journey}; scenario=busy-day`, '/api/tokens')).json()).items.length
  expect(await tokensOf('one')).toBe(0)
  const wanted = { name: 'Nightly run', scopes: ['ingest:buckets'], expiresInDays: 30 }
  expect((await ask(answer, 'journey=one; scenario=busy-day', '/api/tokens', wanted)).status).toBe(200)
  expect([await tokensOf('one'), await tokensOf('two')]).toEqual([1, 0])
})

test('a journey chooses who looks, and what the organization goes through', async () => {
  const answer = createSimulatedWorlds({ now: () => NOW, report })
  const status = async (cookie: string, path: string) => (await ask(answer, cookie, path)).status
  expect(await status('journey=one; person=viewer', '/api/tokens')).toBe(403)
  expect(await status('journey=one; person=nobody', '/api/slos')).toBe(401)
  expect(await status('journey=one; scenario=down', '/api/slos')).toBe(503)
  expect(await status('journey=one; scenario=busy-day', '/api/slos')).toBe(200)
})
