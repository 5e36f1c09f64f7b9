import { describe, expect, test } from 'vitest'

import { entryKinds } from '../src/contract/entries.ts'
import { addressOf, apiClient, sending } from './testing/api-client.ts'
import { person } from './testing/callers.ts'
import { exampleWrite, writeIds, type WriteId } from './testing/example-writes.ts'
import { recordsWithIncident } from './testing/tiny-incident.ts'
import { tinyOrganization } from './testing/tiny-organization.ts'

const deps = tinyOrganization({ deps: { records: recordsWithIncident() } })
const admin = apiClient(deps)
const coach = apiClient(deps, person('coach'))

/** What makes a thing anew, or changes one that cannot be changed twice, and so has no version to be late for. */
const unversioned: readonly WriteId[] = [
  'createApiToken',
  'createCorrection',
  // Says how many updates it follows, which is its version.
  'createStatusUpdate',
  'previewCorrection',
  'previewWithdrawal',
  'revokeApiToken',
  // Says which version is signed, or withdrawn for good.
  'signDecision',
  'withdrawDecision',
  'signOut',
  'withdrawCorrection',
]
const versioned = writeIds.filter((id) => !unversioned.includes(id))

const bodyOf = (body: unknown) => body as Readonly<Record<string, unknown>>

test('every write says the version that was seen, or stands among those that have none', async () => {
  for (const id of writeIds) {
    const { body } = await exampleWrite(id, admin)
    expect([id, typeof body === 'object' && body !== null && 'seenVersion' in body]).toEqual([
      id,
      versioned.includes(id),
    ])
  }
})

describe.each(versioned)('%s', (id) => {
  test('of two people with the same version the second is refused with what the first entered', async () => {
    const { params, body } = await exampleWrite(id, admin)
    const seen = Number(bodyOf(body)['seenVersion'])
    await admin.write(id, { params, body })
    const [kept, traces] = [await deps.entries.all(), await admin.read('listAudit', { limit: 1 })]

    const problem = await coach.problem(addressOf(id, {}, params), sending(id, body))
    const latest = kept.at(-1)
    expect(problem).toMatchObject({
      type: '/problems/conflict',
      status: 409,
      field: 'seenVersion',
      value: String(seen),
      allowed: [String(seen + 1)],
      current: { version: seen + 1, by: 'A admin', at: latest?.at, body: latest?.body, isWithdrawn: false },
    })
    expect(await deps.entries.all()).toEqual(kept)
    expect((await admin.read('listAudit', { limit: 1 })).totalCount).toBe(traces.totalCount)
  })

  test('who has seen what the first entered is taken, and both stay in the history', async () => {
    const { params, body } = await exampleWrite(id, admin)
    await admin.write(id, { params, body })
    const told = await coach.problem(addressOf(id, {}, params), sending(id, body))
    await coach.write(id, { params, body: { ...bodyOf(body), seenVersion: told.current?.version } })
    const latest = (await deps.entries.all()).at(-1)
    const versions = latest === undefined ? [] : await deps.entries.history(latest.kind, latest.key)
    expect(versions.slice(0, 2).map(({ version, by }) => [version, by.name])).toEqual([
      [(told.current?.version ?? 0) + 1, 'A coach'],
      [told.current?.version, 'A admin'],
    ])
  })
})

test('no kind of entry is left out', async () => {
  const entered = new Set((await deps.entries.all()).map(({ kind }) => kind))
  const { params, body } = await exampleWrite('createStatusUpdate', admin)
  await admin.write('createStatusUpdate', { params, body })
  expect(entryKinds.filter((kind) => !entered.has(kind))).toEqual(['status-update'])
})
