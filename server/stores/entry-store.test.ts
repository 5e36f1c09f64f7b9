import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { createOrganization } from '../../mocks/organization/organization.ts'
import { createAccessInMemory } from '../access-in-memory.ts'
import type { AccessStore } from '../access-ports.ts'
import { readDecisions } from '../decisions/kept-decisions.ts'
import { writeEntry } from '../entries.ts'
import { createEntriesInMemory } from '../entries-in-memory.ts'
import { EntryMovedError, type Entry, type EntryStore } from '../entry-ports.ts'
import { RequestProblem } from '../problem.ts'
import { person } from '../testing/callers.ts'
import { sqlHosts } from '../testing/sql-hosts.ts'
import { createAccessStore } from './sql/access/access-store.ts'
import { createEntryStore, insertEntries } from './sql/entry-rows.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

type Kept = Readonly<{ entries: EntryStore; access: AccessStore }>
type Host = Readonly<{ fresh(seeded?: readonly Entry[]): Promise<Kept>; stop(): Promise<void> }>

const memory = {
  host: 'memory',
  start: async (): Promise<Host> => ({
    async fresh(seeded) {
      const access = createAccessInMemory()
      return { access, entries: createEntriesInMemory(access.record, () => seeded ?? []) }
    },
    stop: async () => undefined,
  }),
}
const stored = sqlHosts.map(({ host, start }) => ({
  host,
  async start(): Promise<Host> {
    const databases = await start()
    const sql = await databases.migrated()
    return {
      async fresh(seeded = []) {
        await databases.emptied(sql)
        await insertEntries(sql, seeded)
        return { access: createAccessStore(sql), entries: createEntryStore(sql) }
      },
      stop: () => databases.stop(),
    }
  },
}))

const ada = person('admin')
const change = { by: ada, at: '2026-11-28T10:00:00Z' }
const by = { kind: ada.kind, id: ada.id, name: ada.name }
const rule = (key: string, percent: number, seenVersion = 0) =>
  ({ kind: 'team-rule', key, body: { percent }, seenVersion }) as const
const entry = (key: string, version: number, percent: number): Entry => ({
  kind: 'team-rule',
  key,
  version,
  body: { percent },
  isWithdrawn: false,
  by,
  at: change.at,
})

describe.each([memory, ...stored])('what people enter, in $host', ({ start }) => {
  let host: Host
  beforeAll(async () => {
    host = await start()
  })
  afterAll(() => host.stop())

  test('is kept in every version, the latest of which counts', async () => {
    const { entries } = await host.fresh()
    expect(await entries.read('team-rule', 'search')).toBeNull()
    expect(await entries.write(rule('search', 2), change)).toEqual(entry('search', 1, 2))
    await entries.write(rule('search', 5, 1), change)
    await entries.write(rule('booking', 3), change)

    expect(await entries.read('team-rule', 'search')).toEqual(entry('search', 2, 5))
    expect(await entries.list('team-rule')).toEqual([entry('booking', 1, 3), entry('search', 2, 5)])
    expect(await entries.history('team-rule', 'search')).toEqual([
      entry('search', 2, 5),
      entry('search', 1, 2),
    ])
    expect(await entries.list('breach-review')).toEqual([])
  })

  test('is there from the start where it was entered before', async () => {
    const seeded = [entry('search', 1, 2), entry('booking', 1, 3), entry('search', 2, 5)]
    const { entries } = await host.fresh(seeded)
    expect(await entries.all()).toEqual(seeded)
    expect(await entries.write(rule('search', 7, 2), change)).toEqual(entry('search', 3, 7))
  })

  test('of two at the same moment that rest on the others, the second is checked against the first', async () => {
    const { entries } = await host.fresh()
    await entries.write(rule('search', 2), change)
    const atMostTwo = (latest: readonly Entry[]) => {
      if (latest.length >= 2) throw new Error(`there are ${latest.map(({ key }) => key).join(' and ')}`)
    }
    const written = await Promise.allSettled(
      ['booking', 'payments'].map((key) => entries.write({ ...rule(key, 3), check: atMostTwo }, change)),
    )
    expect(written.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await entries.list('team-rule')).toHaveLength(2)
    expect(await entries.revision()).toBe(2)
  })

  test('is signed content: whatever order the store gives its fields back in, the signatures fit', async () => {
    const organization = createOrganization({ now: () => Date.parse('2026-11-18T03:10:00Z') })
    const decisions = (await organization.entries.all()).filter(({ kind }) => kind.startsWith('decision'))
    const { entries } = await host.fresh(decisions)
    const kept = await readDecisions(entries)
    expect(kept).toEqual(await readDecisions(organization.entries))
    const signed = kept.flatMap(({ latest }) => latest.signatures).filter((one) => one !== null)
    expect(signed.length).toBeGreaterThan(20)
    expect(signed.every(({ isFitting }) => isFitting)).toBe(true)
  })

  test('is told in the audit log, with what was there before', async () => {
    const { entries, access } = await host.fresh()
    await entries.write(rule('search', 2), change)
    await entries.write(rule('search', 5, 1), change)
    await entries.write({ ...rule('search', 5, 2), isWithdrawn: true }, change)
    const { items } = await access.audit.list({}, { after: null, limit: 10 })
    expect(items.map(({ action, subject, before, after }) => ({ action, subject, before, after }))).toEqual([
      {
        action: 'withdraw-team-rule',
        subject: 'team-rule:search',
        before: { percent: 5 },
        after: { percent: 5 },
      },
      {
        action: 'change-team-rule',
        subject: 'team-rule:search',
        before: { percent: 2 },
        after: { percent: 5 },
      },
      { action: 'enter-team-rule', subject: 'team-rule:search', before: null, after: { percent: 2 } },
    ])
  })

  test('whoever saw an older version is told what is there, and nothing is written', async () => {
    const { entries } = await host.fresh()
    await entries.write(rule('search', 2), change)
    await entries.write(rule('search', 5, 1), change)
    const before = await entries.revision()
    const late = entries.write(rule('search', 9, 1), change)
    await expect(late).rejects.toThrow(EntryMovedError)
    await expect(late).rejects.toMatchObject({ current: entry('search', 2, 5) })
    await expect(entries.write(rule('booking', 9, 1), change)).rejects.toMatchObject({ current: null })
    expect(await entries.revision()).toBe(before)
  })

  test('of any that saw the same version at the same time one is taken', async () => {
    const { entries, access } = await host.fresh()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) => entries.write(rule('search', index), change)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await entries.history('team-rule', 'search')).toHaveLength(1)
    expect((await access.audit.list({}, { after: null, limit: 10 })).totalCount).toBe(1)
  })

  test('any sequence of writes leaves a version each, and another revision each', async () => {
    const writes = fc.array(fc.tuple(fc.constantFrom('a', 'B', 'ä', 'a-b'), fc.nat(), fc.boolean()), {
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(writes, async (wanted) => {
        const { entries } = await host.fresh()
        const revisions = new Set([await entries.revision()])
        for (const [key, percent, isWithdrawn] of wanted) {
          const current = await entries.read('team-rule', key)
          await entries.write({ ...rule(key, percent, current?.version ?? 0), isWithdrawn }, change)
          revisions.add(await entries.revision())
        }
        expect(revisions.size).toBe(wanted.length + 1)
        const all = await entries.all()
        expect(all.map(({ key, body, isWithdrawn }) => [key, body['percent'], isWithdrawn])).toEqual(wanted)
        const keys = [...new Set(wanted.map(([key]) => key))].toSorted((a, b) => (a < b ? -1 : 1))
        expect((await entries.list('team-rule')).map(({ key }) => key)).toEqual(keys)
      }),
      { numRuns: 6 },
    )
  })
})

test('a route tells who came too late what stands there now, so that both can be kept', async () => {
  const { entries } = await (await memory.start()).fresh([entry('search', 1, 2)])
  const deps = { entries, now: () => Date.parse('2026-11-28T11:00:00Z') }
  expect(await writeEntry(deps, ada, rule('search', 5, 1))).toMatchObject({
    version: 2,
    at: '2026-11-28T11:00:00Z',
  })
  const late = writeEntry(deps, ada, rule('search', 9, 1))
  await expect(late).rejects.toThrow(RequestProblem)
  await expect(late).rejects.toMatchObject({
    code: 'conflict',
    details: {
      field: 'seenVersion',
      value: '1',
      allowed: ['2'],
      current: { version: 2, by: ada.name, body: { percent: 5 } },
    },
  })
})
