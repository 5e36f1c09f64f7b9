import { expect, test } from 'vitest'

import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

const request = {
  title: 'Custom SLIs',
  requestedBy: ['buying'],
  benefits: [],
  state: 'asked',
  note: '',
} as const

test('what helps more teams stands first, whenever it was asked for', async () => {
  const client = apiClient(tinyOrganization(), person('coach'))
  const write = (id: string, body: unknown) =>
    client.write('writeInfrastructureRequest', {
      params: { request: id },
      body: { seenVersion: 0, request: body },
    })
  await write('custom-slis', request)
  await write('stop-alerts', { ...request, title: 'Fewer alerts', benefits: ['finding', 'buying'] })
  const { items, teamCount } = await client.read('listInfrastructureRequests')
  expect(items.map(({ id, helpedCount, by }) => [id, helpedCount, by])).toEqual([
    ['stop-alerts', 2, 'A coach'],
    ['custom-slis', 1, 'A coach'],
  ])
  expect(teamCount).toBe(2)
  await client.write('writeInfrastructureRequest', {
    params: { request: 'stop-alerts' },
    body: { seenVersion: 1, request: null },
  })
  expect((await client.read('listInfrastructureRequests')).items.map(({ id }) => id)).toEqual(['custom-slis'])
})

test.each([
  [{ ...request, requestedBy: ['byuing'] }, 'request.requestedBy', 'Did you mean buying?'],
  [{ ...request, benefits: ['buying', 'buying'] }, 'request.benefits', 'each team once'],
  [{ ...request, title: ' ' }, 'request.title', 'At least 1'],
])('%j is refused by the name of its field', async (body, field, hint) => {
  const client = apiClient(tinyOrganization(), person('coach'))
  const problem = await client.problem(
    '/api/infrastructure-requests/one',
    sending('writeInfrastructureRequest', { seenVersion: 0, request: body }),
  )
  expect(problem).toMatchObject({ type: '/problems/invalid-body', field })
  expect(`${problem.detail} ${problem.hint}`).toContain(hint)
})
