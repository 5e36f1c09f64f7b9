import { describe, expect, test } from 'vitest'

import { operations, type Operation, type OperationId } from '../src/contract/operations.ts'
import { MAX_BODY_BYTES } from './parse-body.ts'
import { addressOf, apiClient, sending } from './testing/api-client.ts'
import { person, token } from './testing/callers.ts'
import { exampleWrite, writeIds, type WriteId } from './testing/example-writes.ts'
import { recordsWithIncident } from './testing/tiny-incident.ts'
import { tinyOrganization } from './testing/tiny-organization.ts'

const deps = tinyOrganization({ deps: { records: recordsWithIncident() } })
const admin = apiClient(deps)
const example = { name: 'Import', scopes: ['ingest:buckets'], expiresInDays: 30 }

/** What a viewer may write: nothing that is anybody else's. */
const forEverybody: readonly OperationId[] = ['signOut', 'signDecision']

/** Ending a session is recorded by the host, which alone knows of sessions; asking what would come of it changes nothing. */
const untraced: readonly OperationId[] = ['signOut', 'previewCorrection', 'previewWithdrawal']

test('every operation that is no GET is walked here', () => {
  const writes = Object.entries<Operation>(operations).filter(([, { method }]) => method !== undefined)
  expect(writes.map(([id]) => id).toSorted()).toEqual([...writeIds].toSorted())
})

describe.each(writeIds.filter((id) => !forEverybody.includes(id)))('%s', (id: WriteId) => {
  test('is refused for a viewer, whatever is sent', async () => {
    const { params, body } = await exampleWrite(id, admin)
    const viewer = apiClient(deps, person('viewer', 'buying', 'finding'))
    for (const sent of [body, undefined, { garbage: true }]) {
      expect(await viewer.problem(addressOf(id, {}, params), sending(id, sent))).toMatchObject({
        type: '/problems/forbidden',
        status: 403,
        field: 'role',
        value: 'viewer',
      })
    }
  })

  test('is refused for tokens that were made for reading', async () => {
    const { params, body } = await exampleWrite(id, admin)
    const reader = apiClient(deps, token('read', 'read:audit'))
    expect(await reader.problem(addressOf(id, {}, params), sending(id, body))).toMatchObject({
      type: '/problems/forbidden',
      field: 'scope',
      value: 'read read:audit',
    })
  })
})

describe.each(writeIds)('%s', (id: WriteId) => {
  test('is accepted from an admin', async () => {
    const { params, body } = await exampleWrite(id, admin)
    await expect(admin.write(id, { params, body })).resolves.toBeDefined()
  })

  test('leaves a trace that says who, and one only', async () => {
    const { params, body } = await exampleWrite(id, admin)
    const before = await admin.read('listAudit', { limit: 1 })
    await admin.write(id, { params, body })
    const after = await admin.read('listAudit', { limit: 1 })
    expect(after.totalCount - before.totalCount).toBe(untraced.includes(id) ? 0 : 1)
    if (!untraced.includes(id))
      expect(after.items[0]).toMatchObject({ callerId: 'admin-1', callerName: 'A admin' })
  })

  test('refuses a body it does not take', async () => {
    const { params } = await exampleWrite(id, admin)
    const problem = await admin.problem(addressOf(id, {}, params), sending(id, { colour: 'red' }))
    expect(problem).toMatchObject({ type: '/problems/invalid-body', status: 400 })
    expect(problem.hint ?? problem.apiHint).toMatch(/\S/)
  })
})

/** A body once for each text in it, which has something else in its place. */
function* withEachText(body: unknown, instead: string): Generator<unknown> {
  if (typeof body === 'string') yield instead
  if (typeof body !== 'object' || body === null) return
  for (const [name, value] of Object.entries(body)) {
    for (const changed of withEachText(value, instead)) {
      yield Array.isArray(body) ? body.with(Number(name), changed) : { ...body, [name]: changed }
    }
  }
}

test.each(writeIds)('%s takes no text that a database could not keep, however deep it stands', async (id) => {
  const { params, body } = await exampleWrite(id, admin)
  for (const instead of ['a\0b', 'a\ud800']) {
    for (const changed of withEachText(body, instead)) {
      expect(await admin.problem(addressOf(id, {}, params), sending(id, changed))).toMatchObject({
        status: 400,
      })
    }
  }
})

describe('a body', () => {
  const address = addressOf('createApiToken')
  const send = (body: BodyInit, type = 'application/json') =>
    admin.problem(address, { method: 'POST', body, headers: { 'content-type': type } })

  test.each([
    ['text/plain', '{}'],
    ['application/x-www-form-urlencoded', 'name=x'],
    ['multipart/form-data; boundary=x', ''],
    ['application/jsonp', '{}'],
  ])('of the type %s is refused: another site could send it', async (type, body) => {
    expect(await send(body, type)).toMatchObject({
      type: '/problems/unsupported-media-type',
      status: 415,
      value: type,
      allowed: ['application/json'],
    })
  })

  test('may say its encoding', async () => {
    const response = await admin.api.request(address, {
      method: 'POST',
      body: JSON.stringify(example),
      headers: { 'content-type': 'Application/JSON; charset=utf-8' },
    })
    expect(response.status).toBe(200)
  })

  test.each([
    ['', 'Nothing was sent'],
    ['{', 'not JSON'],
    ['[]', 'not what this address takes'],
    ['null', 'not what this address takes'],
    ['['.repeat(20_000), 'not JSON'],
  ])('that is %j is refused', async (body, detail) => {
    const problem = await send(body)
    expect(problem).toMatchObject({ type: '/problems/invalid-body', status: 400 })
    expect(problem.detail).toContain(detail)
  })

  test.each([
    ['\\u0000', 'a zero character'],
    ['x\\\\\\u0000', 'a zero character'],
    ['\\ud83d', 'half of a surrogate pair'],
    ['\\uDe00', 'half of a surrogate pair'],
    ['\\ud83d\\ud83d\\ude00', 'half of a surrogate pair'],
    ['\\ud83d\\\\\\ude00', 'half of a surrogate pair'],
    ['\\\\ud83d\\ude00', 'half of a surrogate pair'],
  ])('with the text "%s" is refused: no database keeps it', async (text, what) => {
    const problem = await send(`{"name":"${text}","scopes":["read"],"expiresInDays":1}`)
    expect(problem).toMatchObject({ type: '/problems/invalid-body', status: 400 })
    expect(problem.detail).toContain(what)
  })

  test.each(['\\\\u0000', '\\ud83d\\ude00', '\\\\ud83d', '😀', '\\\\\\\\ude00'])(
    'with the text "%s" is taken: it only looks alike',
    async (text) => {
      const response = await admin.api.request(
        address,
        sendingText(`{"name":"${text}","scopes":["read"],"expiresInDays":1}`),
      )
      expect(response.status).toBe(200)
    },
  )

  test('that is not UTF-8 is refused', async () => {
    expect(await send(new Uint8Array([0x22, 0xff, 0xfe, 0x22]))).toMatchObject({ status: 400 })
  })

  test('over the limit is refused, by what it says of itself and by what arrives', async () => {
    const long = JSON.stringify({ ...example, name: 'x'.repeat(MAX_BODY_BYTES) })
    const limit = { type: '/problems/body-too-large', status: 413, allowed: [String(MAX_BODY_BYTES)] }
    expect(await send(long)).toMatchObject(limit)
    expect(
      await admin.problem(address, {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json', 'content-length': String(MAX_BODY_BYTES + 1) },
      }),
    ).toMatchObject(limit)
  })

  test('that never ends is read no further than the limit', async () => {
    let bytes = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        bytes += 1024
        controller.enqueue(new Uint8Array(1024).fill(0x20))
      },
    })
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    }
    expect(await admin.problem(address, init)).toMatchObject({ status: 413 })
    expect(bytes).toBeLessThan(MAX_BODY_BYTES + 16 * 1024)
  })

  test.each([
    [{ ...example, name: '' }, 'name', 'At least 1'],
    [{ ...example, name: '   ' }, 'name', 'At least 1'],
    [{ ...example, name: 'x'.repeat(101) }, 'name', 'At most 100 characters'],
    [{ ...example, name: 7 }, 'name', 'a string'],
    [{ ...example, scopes: [] }, 'scopes', 'At least 1 entries'],
    [{ ...example, scopes: ['ingest:bucket'] }, 'scopes.0', 'Did you mean ingest:buckets?'],
    [{ ...example, scopes: ['read', 'read'] }, 'scopes', 'once'],
    [{ ...example, expiresInDays: 0 }, 'expiresInDays', 'At least 1'],
    [{ ...example, expiresInDays: 367 }, 'expiresInDays', 'At most 366'],
    [{ ...example, expiresInDays: 1.5 }, 'expiresInDays', 'a whole number'],
    [{ ...example, expiresInDays: '30' }, 'expiresInDays', 'a number'],
    [{ name: 'x', scopes: ['read'] }, 'expiresInDays', 'openapi'],
    [{ ...example, expireInDays: 1 }, 'expireInDays', 'Did you mean expiresInDays?'],
  ])('%j is refused by the name of its field', async (body, field, hint) => {
    const problem = await send(JSON.stringify(body))
    expect(problem).toMatchObject({ type: '/problems/invalid-body', field })
    expect(problem.hint ?? problem.apiHint).toContain(hint)
  })

  test('cannot reach into the prototype', async () => {
    const body = '{"name":"x","scopes":["read"],"expiresInDays":1,"__proto__":{"role":"admin"}}'
    const answer = await admin.api.request(address, sendingText(body))
    expect(await answer.json()).not.toHaveProperty('role')
    expect(Reflect.get({}, 'role')).toBeUndefined()
  })

  test('repeats no more of a long value than is needed to find it', async () => {
    const problem = await send(JSON.stringify({ ...example, name: 'x'.repeat(10_000) }))
    expect(problem.value?.length).toBeLessThan(300)
  })

  function sendingText(body: string): RequestInit {
    return { method: 'POST', body, headers: { 'content-type': 'application/json' } }
  }
})

describe('a refusal', () => {
  test('says which roles would do', async () => {
    const problem = await apiClient(deps, person('coach')).problem('/api/tokens')
    expect(problem.allowed).toEqual(['admin'])
    expect(problem.hint).toContain('admin')
  })

  test('says to a token which scope it would need, or that none will do', async () => {
    expect(await apiClient(deps, token('ingest:buckets')).problem('/api/slos')).toMatchObject({
      status: 403,
      allowed: ['read'],
    })
    expect(await apiClient(deps, token('read')).problem('/api/tokens')).toMatchObject({
      status: 403,
      allowed: [],
      apiHint: 'Only a person may do that',
    })
  })
})

test('everybody learns who they are taken for', async () => {
  expect(await apiClient(deps, person('team-editor', 'buying')).read('readMe')).toMatchObject({
    kind: 'person',
    role: 'team-editor',
    teams: ['buying'],
    signedInBy: 'oidc',
  })
  expect(await apiClient(deps, token('ingest:records')).read('readMe')).toMatchObject({
    kind: 'token',
    role: null,
    scopes: ['ingest:records'],
  })
})
