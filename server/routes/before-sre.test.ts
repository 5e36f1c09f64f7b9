import { expect, test } from 'vitest'

import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

const address = '/api/organization/before-sre'
const entered = { perPeriod: 9, from: '2025-01', to: '2025-09', note: 'Old tickets; 21 services then' }

test('what a coach enters is there for everybody, with who did and what stood there before', async () => {
  const deps = tinyOrganization()
  const client = apiClient(deps, person('coach'))
  expect(await client.read('readBeforeSre')).toEqual({ current: null, version: 0, versions: [] })
  await client.write('writeBeforeSre', { body: { seenVersion: 0, entered } })
  await client.write('writeBeforeSre', { body: { seenVersion: 1, entered: { ...entered, perPeriod: 8.5 } } })
  const told = await apiClient(deps, person('viewer')).read('readBeforeSre')
  expect(told.current).toMatchObject({ perPeriod: 8.5, from: '2025-01', version: 2, by: 'A coach' })
  expect(told.versions.map(({ version, entered: body }) => [version, body?.perPeriod])).toEqual([
    [2, 8.5],
    [1, 9],
  ])
})

test('taken back it is no figure any more, and stays readable', async () => {
  const client = apiClient(tinyOrganization(), person('coach'))
  await client.write('writeBeforeSre', { body: { seenVersion: 0, entered } })
  await client.write('writeBeforeSre', { body: { seenVersion: 1, entered: null } })
  const { current, version, versions } = await client.read('readBeforeSre')
  expect([current, version, versions[0]?.isWithdrawn, versions[0]?.entered]).toEqual([null, 2, true, entered])
})

test.each([
  [{ ...entered, to: '2024-12' }, 'entered.to', '2025-01 or later'],
  [{ ...entered, perPeriod: 0 }, 'entered.perPeriod', 'At least 0.1'],
  [{ ...entered, perPeriod: 10_000 }, 'entered.perPeriod', 'At most 9999'],
  [{ ...entered, from: '2025-13' }, 'entered.from', ''],
])('%j is refused by the name of its field', async (body, field, hint) => {
  const client = apiClient(tinyOrganization(), person('coach'))
  const problem = await client.problem(address, sending('writeBeforeSre', { seenVersion: 0, entered: body }))
  expect(problem).toMatchObject({ type: '/problems/invalid-body', field })
  expect(problem.hint ?? problem.apiHint).toContain(hint)
})
