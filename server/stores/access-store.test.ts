import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { createAccessInMemory } from '../access-in-memory.ts'
import type { AccessStore } from '../access-ports.ts'
import { person } from '../testing/callers.ts'
import { databasesOf, sqlHosts } from '../testing/sql-hosts.ts'
import { createAccessStore } from './sql/access/access-store.ts'
import { recorded } from './sql/access/audit.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const admin = person('admin')
const at = (minute: number) => `2026-11-21T10:${String(minute).padStart(2, '0')}:00Z`
const token = (id: string, createdAt = at(0)) => ({
  id,
  name: `Token ${id}`,
  prefix: `sri_${id}`,
  scopes: ['ingest:buckets' as const, 'read' as const],
  createdAt,
  createdBy: admin.name,
  expiresAt: '2026-12-21T10:00:00Z',
  lastUsedAt: null,
  revokedAt: null,
})

const memory = {
  host: 'memory',
  start: async () => ({ fresh: async () => createAccessInMemory(), stop: async () => undefined }),
}
const stored = sqlHosts.map(({ host, start }) => ({
  host,
  start: async () => {
    const databases = await start()
    return {
      fresh: async () => createAccessStore(await databases.migratedForTest()),
      stop: () => databases.stop(),
    }
  },
}))

describe.each([memory, ...stored])('who may and who did, in $host', ({ start }) => {
  let host: Readonly<{ fresh: () => Promise<AccessStore>; stop: () => Promise<void> }>
  beforeAll(async () => {
    host = await start()
  })
  afterAll(() => host.stop())

  test('tokens are listed newest first and found by the hash of their secret', async () => {
    const { tokens } = await host.fresh()
    await tokens.create({ token: token('a1'), secretHash: 'hash-a' }, { by: admin, at: at(0) })
    await tokens.create({ token: token('b2', at(1)), secretHash: 'hash-b' }, { by: admin, at: at(1) })
    expect(await tokens.list()).toEqual([token('b2', at(1)), token('a1')])
    expect(await tokens.findByHash('hash-a')).toEqual(token('a1'))
    expect(await tokens.findByHash('hash-c')).toBeNull()
  })

  test('a revoked token stays revoked, from the first time on', async () => {
    const { tokens, audit } = await host.fresh()
    await tokens.create({ token: token('a1'), secretHash: 'hash-a' }, { by: admin, at: at(0) })
    expect(await tokens.revoke('a1', { by: admin, at: at(2) })).toMatchObject({ revokedAt: at(2) })
    expect(await tokens.revoke('a1', { by: admin, at: at(3) })).toMatchObject({ revokedAt: at(2) })
    expect(await tokens.revoke('other', { by: admin, at: at(3) })).toBeNull()
    expect(await tokens.findByHash('hash-a')).toMatchObject({ revokedAt: at(2) })
    const { items } = await audit.list({}, { after: null, limit: 10 })
    expect(items.map(({ action }) => action)).toEqual(['revoke-api-token', 'create-api-token'])
  })

  test('the last use of a token is kept', async () => {
    const { tokens } = await host.fresh()
    await tokens.create({ token: token('a1'), secretHash: 'hash-a' }, { by: admin, at: at(0) })
    await tokens.used('a1', at(4))
    await tokens.used('a1', at(9))
    expect(await tokens.findByHash('hash-a')).toMatchObject({ lastUsedAt: at(9) })
  })

  test('a session is found until it ends, and those long over are let go of', async () => {
    const { sessions, audit } = await host.fresh()
    const session = (expiresAt: string) => ({ person: person('coach', 'buying'), idToken: 'word', expiresAt })
    await sessions.start('old', session(at(5)), at(0))
    await sessions.start('new', session(at(30)), at(6))
    expect(await sessions.find('old')).toBeNull()
    expect(await sessions.find('new')).toEqual(session(at(30)))
    expect(await sessions.end('new', at(7))).toEqual(session(at(30)))
    expect(await sessions.find('new')).toBeNull()
    expect(await sessions.end('new', at(8))).toBeNull()
    const { items } = await audit.list({}, { after: null, limit: 10 })
    expect(items.map(({ action }) => action)).toEqual(['sign-out', 'sign-in', 'sign-in'])
    expect(JSON.stringify(items)).not.toContain('word')
  })

  test('every change tells who, when, what, and how it was before and after', async () => {
    const { tokens, audit } = await host.fresh()
    await tokens.create({ token: token('a1'), secretHash: 'hash-a' }, { by: admin, at: at(0) })
    await tokens.revoke('a1', { by: person('admin'), at: at(2) })
    const { items, totalCount } = await audit.list({}, { after: null, limit: 10 })
    expect(totalCount).toBe(2)
    const told = { callerKind: 'person', callerId: 'admin-1', callerName: 'A admin', subject: 'token:a1' }
    expect(items).toMatchObject([
      { ...told, at: at(2), action: 'revoke-api-token', before: token('a1'), after: { revokedAt: at(2) } },
      { ...told, at: at(0), action: 'create-api-token', before: null, after: token('a1') },
    ])
    expect(JSON.stringify(items)).not.toContain('hash-a')
  })

  test('the log is read in pages that neither repeat nor leave out, and by words and time', async () => {
    const { tokens, audit } = await host.fresh()
    for (let minute = 0; minute < 7; minute += 1)
      await tokens.create(
        { token: token(`t${minute}`, at(minute)), secretHash: `hash-${minute}` },
        { by: minute % 2 === 0 ? admin : person('coach'), at: at(minute) },
      )
    const seen: string[] = []
    let after: number | null = null
    for (;;) {
      const page = await audit.list({}, { after, limit: 3 })
      const last = page.items.at(-1)
      if (last === undefined) break
      seen.push(...page.items.map(({ subject }) => subject))
      after = last.id
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((minute) => `token:t${minute}`))
    const found = async (filter: Parameters<typeof audit.list>[0]) =>
      (await audit.list(filter, { after: null, limit: 100 })).totalCount
    expect(await found({ search: 'COACH' })).toBe(3)
    expect(await found({ search: 'token:t5' })).toBe(1)
    expect(await found({ search: '%' })).toBe(0)
    expect(await found({ search: '_' })).toBe(0)
    expect(await found({ from: at(2), to: at(5) })).toBe(3)
  })
})

describe.each(sqlHosts)('in $host', ({ start }) => {
  const databases = databasesOf(start)

  const deed = { action: 'change-slo', subject: 'slo:a', before: { target: 0.9 }, after: { target: 0.99 } }

  test('what failed left no trace in the log, and what is logged has happened', async () => {
    const sql = await databases.migratedForTest()
    const failing = sql.transaction(async (transaction) => {
      await recorded(transaction, { by: admin, at: at(0) }, deed)
      throw new Error('the write failed')
    })
    await expect(failing).rejects.toThrow('the write failed')
    expect((await createAccessStore(sql).audit.list({}, { after: null, limit: 1 })).totalCount).toBe(0)
  })

  test.each([
    'update audit_entry set caller_name = $$x$$',
    'delete from audit_entry',
    'truncate audit_entry',
  ])('the log refuses: %s', async (statement) => {
    const sql = await databases.migratedForTest()
    await recorded(sql, { by: admin, at: at(0) }, deed)
    await expect(sql.transaction((transaction) => transaction.script(statement))).rejects.toThrow(
      'only added to',
    )
    expect((await createAccessStore(sql).audit.list({}, { after: null, limit: 1 })).totalCount).toBe(1)
  })

  test('secrets are left out, however deep they stand', async () => {
    const sql = await databases.migratedForTest()
    await recorded(
      sql,
      { by: admin, at: at(0) },
      {
        ...deed,
        before: null,
        after: {
          sources: [{ url: 'http://x', headers: { Authorization: 'Bearer hunter2' }, tokenFromEnv: 'PROM' }],
          password: 'hunter2',
        },
      },
    )
    const { items } = await createAccessStore(sql).audit.list({}, { after: null, limit: 1 })
    expect(JSON.stringify(items)).not.toContain('hunter2')
    expect(items[0]?.after).toMatchObject({ sources: [{ url: 'http://x', tokenFromEnv: 'PROM' }] })
  })
})
