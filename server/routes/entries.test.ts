import { expect, test } from 'vitest'

import { allItems, apiClient } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'
import { tinyPolicies } from '../testing/tiny-policies.ts'

async function withRules(count: number) {
  const deps = tinyOrganization()
  const change = { by: person('admin'), at: '2026-11-18T03:00:00Z' }
  for (let index = 0; index < count; index += 1)
    await deps.entries.write(
      { kind: 'team-rule', key: `team-${index}`, body: { index }, seenVersion: 0 },
      change,
    )
  await deps.entries.write({ kind: 'team-rule', key: 'team-0', body: { index: 9 }, seenVersion: 1 }, change)
  return apiClient(deps)
}

test('all of it is read page by page, in the order it was entered', async () => {
  const client = await withRules(4)
  const all = await allItems((cursor) => client.read('listEntries', { limit: 2, ...cursor }))
  expect(all.map(({ key, version, body }) => [key, version, body['index']])).toEqual([
    ['team-0', 1, 0],
    ['team-1', 1, 1],
    ['team-2', 1, 2],
    ['team-3', 1, 3],
    ['team-0', 2, 9],
  ])
})

test('one thing is read with its history, and another kind has none', async () => {
  const client = await withRules(2)
  const { items } = await client.read('listEntries', { kind: 'team-rule', key: 'team-0' })
  expect(items.map(({ version }) => version)).toEqual([1, 2])
  expect(await client.read('listEntries', { kind: 'breach-review' })).toMatchObject({ totalCount: 0 })
  expect(await client.refused('listEntries', { kind: 'poem' })).toMatchObject({ status: 400, field: 'kind' })
})

test('what was written to a policy that its team keeps to itself is told as the policy is', async () => {
  const deps = tinyOrganization()
  const change = { by: person('admin'), at: '2026-11-18T03:00:00Z' }
  const gone = 'archived-with-its-team'
  for (const slug of [...tinyPolicies.map((policy) => policy.slug), gone])
    await deps.entries.write(
      { kind: 'clause-check', key: `${slug}.hand-over`, body: { isMet: true }, seenVersion: 0 },
      change,
    )
  const seenBy = async (caller: Parameters<typeof apiClient>[1]) => {
    const { items } = await apiClient(deps, caller).read('listEntries', { kind: 'clause-check' })
    return items.map(({ key }) => key.split('.')[0])
  }
  const own = tinyPolicies.filter(({ visibility }) => visibility === 'team').map(({ slug }) => slug)
  const open = tinyPolicies.filter(({ visibility }) => visibility === 'public').map(({ slug }) => slug)
  expect(own).not.toEqual([])
  expect(await seenBy(person('viewer'))).toEqual(open)
  const all = new Set([...open, ...own, gone])
  expect(new Set(await seenBy(person('coach')))).toEqual(all)
  expect(new Set(await seenBy(person('team-editor', 'buying', 'finding')))).toEqual(
    new Set([...open, ...own]),
  )
})
