import { expect, test } from 'vitest'

import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

const place = { team: 'buying', policy: 'buying-policy' }
const used = { on: '2026-11-10', release: '2026.11.10-1', why: 'A law comes into force' }

function bulletsOf(client: ReturnType<typeof apiClient>) {
  const address = (bullet: string) => `/api/teams/buying/policies/buying-policy/silver-bullets/${bullet}`
  return {
    list: () => client.read('listSilverBullets', {}, place),
    write: (bullet: string, body: unknown, seenVersion = 0) =>
      client.write('writeSilverBullet', { params: { ...place, bullet }, body: { seenVersion, used: body } }),
    refused: (bullet: string, body: unknown) =>
      client.problem(address(bullet), sending('writeSilverBullet', { seenVersion: 0, used: body })),
  }
}

test('each one used leaves one less this year, and with the last one the stop cannot be lifted', async () => {
  const { list, write, refused } = bulletsOf(apiClient(tinyOrganization(), person('team-editor', 'buying')))
  expect(await list()).toMatchObject({ year: 2026, perYear: 3, used: 0, left: 3, mayLiftBan: true })
  await write('b-1', used)
  await write('b-2', { ...used, on: '2026-02-01' })
  await write('b-0', { ...used, on: '2025-12-31' })
  expect(await list()).toMatchObject({ used: 2, left: 1, mayLiftBan: true })
  await write('b-3', used)
  const { items, left, mayLiftBan } = await list()
  expect([left, mayLiftBan]).toEqual([0, false])
  expect(items.map(({ id }) => id)).toEqual(['b-1', 'b-3', 'b-2', 'b-0'])
  expect(await refused('b-4', used)).toMatchObject({
    field: 'used.on',
    detail: 'All 3 silver bullets of 2026 are used',
  })
  await write('b-3', null, 1)
  expect(await list()).toMatchObject({ used: 2, left: 1 })
})

test('is refused with what would be right', async () => {
  const deps = tinyOrganization()
  const { refused } = bulletsOf(apiClient(deps, person('coach')))
  expect(await refused('b-1', { ...used, on: '2026-11-19' })).toMatchObject({ field: 'used.on' })
  expect(await refused('b-1', { ...used, why: ' ' })).toMatchObject({ field: 'used.why' })
  const finding = '/api/teams/finding/policies/buying-policy/silver-bullets'
  expect(await apiClient(deps).problem(finding)).toMatchObject({ status: 404, field: 'policy' })
  const other = bulletsOf(apiClient(deps, person('team-editor', 'finding')))
  expect(await other.refused('b-1', used)).toMatchObject({ status: 403 })
})
