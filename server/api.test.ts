import { beforeAll, describe, expect, test } from 'vitest'

import { operations, type Operation, type OperationId } from '../src/contract/operations.ts'
import { fillPath } from '../src/contract/path.ts'
import { StoreUnavailableError } from './ports.ts'
import { apiClient } from './testing/api-client.ts'
import { exampleWrite } from './testing/example-writes.ts'
import { recordWithdrawn, WITHDRAWN } from './testing/recorded-correction.ts'
import { tinyOrganization } from './testing/tiny-organization.ts'

const deps = tinyOrganization()
const client = apiClient(deps)
// Something that an address with its name in it leads to; where a database is behind it, that runs only now.
beforeAll(async () => {
  await client.write('writeExpectation', await exampleWrite('writeExpectation', client))
  await client.write('writeDecision', await exampleWrite('writeDecision', client))
  await recordWithdrawn(deps)
})
const params = {
  slo: 'cart.availability.get-cart',
  deployment: 'north',
  team: 'buying',
  breach: 'cart.latency.get-cart.north.2026-11-04-02',
  decision: 'reliability-first',
  expectation: 'within-budget',
  perception: 'users-2026-10',
  request: 'custom-slis',
  bullet: 'b-1',
  bottleneck: 'sre.latency.cart',
  assessment: 'organization.2026-11-02',
  service: 'cart',
  review: 'slo-check.buying',
  day: '2026-11-10',
  enactment: 'buying-policy.fast-burn.cart.latency.get-cart.north.2026-11-04-06',
  policy: 'buying-policy',
  clause: 'dead-letters',
  correction: WITHDRAWN,
}
const operationIds = Object.keys(operations) as OperationId[]
const isRead = (operation: Operation) => operation.method === undefined
const readIds = operationIds.filter((id) => isRead(operations[id]))
const paths = readIds.map((id) => fillPath(operations[id].path, params))

function methodsTaken(path: string): readonly string[] {
  const here = operationIds
    .map((id): Operation => operations[id])
    .filter((operation) => fillPath(operation.path, { ...params, token: 'a1b2' }) === path)
  return here.flatMap(({ method }) => (method === undefined ? ['GET', 'HEAD'] : [method]))
}

/** Most addresses answer without being asked for anything in particular. */
const neededQueries: Readonly<Record<string, string>> = {
  '/buckets': '?from=2026-11-02T00:00:00Z&to=2026-11-03T00:00:00Z',
  '/rule-replay':
    '?slo=cart.availability.get-cart&deployment=north&window=60&share=200&evaluation=5&snooze=120',
  '/target-change': '?target=0.9',
  '/planned-downtime': '?service=cart&deployment=north',
  '/set-slo': '?service=cart',
  '/api-consumption': '?service=cart',
  '/workflows/tighter-slo': '?slo=cart.availability.get-cart',
}

describe.each(paths)('%s', (path) => {
  test('refuses a parameter it does not know, and says which it does', async () => {
    const problem = await client.problem(`${path}?colour=red`)
    expect(problem).toMatchObject({
      type: '/problems/unknown-parameter',
      status: 400,
      field: 'colour',
      value: 'red',
      instance: path,
    })
    expect(problem.allowed).toBeDefined()
    expect(problem.allowed).not.toContain('colour')
  })

  test('takes no other method', async () => {
    const taken = methodsTaken(path)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'].filter((name) => !taken.includes(name))) {
      const response = await client.api.request(path, { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe(taken.join(', '))
      expect(await client.problem(path, { method })).toMatchObject({
        type: '/problems/method-not-allowed',
        allowed: taken,
      })
    }
  })

  test('answers HEAD without a body', async () => {
    const [, needed = ''] = Object.entries(neededQueries).find(([end]) => path.endsWith(end)) ?? []
    const response = await client.api.request(`${path}${needed}`, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })
})

test('a misspelt parameter is answered with the one that was meant', async () => {
  expect((await client.refused('listBudgets', { teams: 'buying' })).hint).toContain('team')
})

test('a parameter given twice is refused, not decided upon', async () => {
  const problem = await client.problem('/api/budgets?team=buying&team=finding')
  expect(problem).toMatchObject({ type: '/problems/invalid-parameter', field: 'team' })
  expect(problem.hint).toContain('team=buying,finding')
})

test('an address where there is nothing is a problem document too', async () => {
  for (const address of ['/api', '/api/', '/api/nothing', '/api/slos/a/b/c', '/elsewhere']) {
    expect(await client.problem(address), address).toMatchObject({ type: '/problems/not-found', status: 404 })
  }
})

test.each([
  ['listServices', { limit: 0 }, 'limit'],
  ['listServices', { limit: 501 }, 'limit'],
  ['listServices', { limit: 1.5 }, 'limit'],
  ['listServices', { limit: 'many' }, 'limit'],
  ['listServices', { limit: '0x10' }, 'limit'],
  ['listServices', { limit: ' 1' }, 'limit'],
  ['listServices', { limit: '1e2' }, 'limit'],
  ['listBudgets', { sort: 'team,-team' }, 'sort'],
  ['listBudgets', { state: 'lost' }, 'state'],
  ['listBudgets', { burning: 'yes' }, 'burning'],
  ['readKeptBudgets', { window: 'last-7-weeks' }, 'window'],
  ['listServices', { limit: '' }, 'limit'],
  ['listServices', { team: '' }, 'team'],
  ['listServices', { team: 'Buying' }, 'team'],
  ['listServices', { cursor: 'garbage' }, 'cursor'],
  ['listReleases', { from: 'yesterday' }, 'from'],
  ['listReleases', { from: '2026-11-02T00:30:00Z' }, 'from'],
  ['listReleases', { from: '2026-11-02T02:00:00+02:00' }, 'from'],
  ['listPeriods', { from: '2026-11-03T00:00:00Z', to: '2026-11-03T00:00:00Z' }, 'from'],
  ['listPeriods', { from: '1999-01-01T00:00:00Z' }, 'from'],
  ['listPeriods', { to: '2030-01-01T00:00:00Z' }, 'to'],
] as const)('%s refuses %o with a hint', async (id, query, field) => {
  const problem = await client.refused(id, query)
  expect(problem).toMatchObject({ type: '/problems/invalid-parameter', status: 400, field })
  expect(problem.value).toBe(String(Object.values(query)[0]))
  expect(problem.hint ?? problem.apiHint).toMatch(/\S/)
})

test.each([
  ['listServices', 'team', 'buyin', ['buying', 'finding']],
  ['listEndpoints', 'service', 'carts', ['cart', 'mail', 'search']],
  ['listSlos', 'sli', 'latencies', ['availability', 'latency']],
  ['listReleases', 'deployment', 'nort', ['lab', 'north']],
  ['listBudgets', 'deployment', 'nort', ['lab', 'north']],
  ['readKeptBudgets', 'team', 'buyin', ['buying', 'finding']],
] as const)(
  '%s refuses an unknown %s: an empty list would look like good news',
  async (id, field, value, allowed) => {
    const problem = await client.refused(id, { [field]: value })
    expect(problem).toMatchObject({ type: '/problems/invalid-parameter', field, value, allowed })
    expect(problem.hint).toContain('Did you mean')
  },
)

test('what is looked up by name is not found by a near one, and the near one is offered', async () => {
  const problem = await client.refused('readSlo', {}, { slo: 'cart.availability.get-card' })
  expect(problem).toMatchObject({
    type: '/problems/not-found',
    status: 404,
    field: 'slo',
    value: 'cart.availability.get-card',
  })
  expect(problem.hint ?? problem.apiHint).toContain('cart.availability.get-cart')
})

test('a path parameter that cannot be a name is refused as one', async () => {
  expect(await client.problem('/api/slos/Not%20a%20name')).toMatchObject({
    status: 400,
    field: 'slo',
    value: 'Not a name',
  })
})

test('an SLO that is not measured in a deployment says where it is', async () => {
  const problem = await client.refused(
    'readBudgetHistory',
    {},
    { slo: 'cart.latency.get-cart', deployment: 'lab' },
  )
  expect(problem).toMatchObject({ status: 404, field: 'deployment', value: 'lab', allowed: ['north'] })
  expect(problem.hint ?? problem.apiHint).toMatch(/\S/)
})

describe('when the inside fails', () => {
  function failingWith(error: Error) {
    const reported: unknown[] = []
    const deps = tinyOrganization()
    const buckets = { ...deps.buckets, read: () => Promise.reject(error) }
    return {
      reported,
      failing: apiClient({ ...deps, buckets, report: (cause) => void reported.push(cause) }),
    }
  }

  test('a store that does not answer is 503, and the cause goes to the operator', async () => {
    const error = new StoreUnavailableError('ECONNREFUSED 10.0.0.7')
    const { failing, reported } = failingWith(error)
    expect(await failing.refused('listBudgets')).toMatchObject({ type: '/problems/unavailable', status: 503 })
    expect(reported).toEqual([error])
  })

  test('anything else is 500 and gives nothing away', async () => {
    const { failing, reported } = failingWith(new Error('secret-password'))
    const problem = await failing.refused('listBudgets')
    expect(problem).toMatchObject({ type: '/problems/internal', status: 500 })
    expect(JSON.stringify(problem)).not.toContain('secret-password')
    expect(reported).toHaveLength(1)
  })

  test('the catalog answers without the measurements', async () => {
    const { failing } = failingWith(new StoreUnavailableError('down'))
    expect((await failing.read('listSlos')).totalCount).toBe(4)
  })

  test('it recovers as soon as the store does', async () => {
    const deps = tinyOrganization()
    let isDown = true
    const read: typeof deps.buckets.read = (...args) =>
      isDown ? Promise.reject(new StoreUnavailableError('down')) : deps.buckets.read(...args)
    const { refused, read: ask } = apiClient({ ...deps, buckets: { ...deps.buckets, read } })
    expect((await refused('listBudgets')).status).toBe(503)
    isDown = false
    expect((await ask('listBudgets')).totalCount).toBe(5)
  })
})
