import { expect, test } from 'vitest'

import type { Policy } from '../../src/domain/policy.ts'
import { apiClient } from '../testing/api-client.ts'
import { exampleWrite } from '../testing/example-writes.ts'
import { tinyCatalog, tinyOrganization } from '../testing/tiny-organization.ts'

function organizationWith(change: Partial<Policy>) {
  const policies = tinyCatalog.policies.map((policy) =>
    policy.slug === 'buying-policy' ? { ...policy, ...change } : policy,
  )
  let catalog = { ...tinyCatalog, policies: tinyCatalog.policies }
  const deps = tinyOrganization({ deps: { catalog: async () => catalog } })
  return {
    deps,
    change: () => {
      catalog = { ...catalog, policies }
    },
  }
}

const retired = { state: 'retired', retiredOn: '2026-11-06' } as const

test('a retired policy keeps its log up to the day it was retired, and binds nobody', async () => {
  const { deps, change } = organizationWith(retired)
  change()
  const { read } = apiClient(deps)
  const { items } = await read('listEnactments', { team: 'buying', sort: 'met' })
  expect(items.map(({ metAt, endedAt }) => [metAt, endedAt])).toEqual([
    ['2026-11-04T06:00:00Z', '2026-11-05T09:00:00Z'],
  ])
  const [policy] = (await read('listPolicies', { team: 'buying' })).items
  expect(policy).toMatchObject({ isInForce: false, isReviewOverdue: false, reviewDue: null, ...retired })
  expect(policy?.clauses.map(({ status }) => status)).toEqual([null, null, null, null])
})

test('what goes on when its policy is retired ends with it', async () => {
  const { deps, change } = organizationWith({ ...retired, retiredOn: '2026-11-10' })
  change()
  const { items } = await apiClient(deps).read('listEnactments', { clause: 'promise-at-risk' })
  expect(items.map(({ endedAt, status }) => [endedAt, status])).toEqual([['2026-11-10T00:00:00Z', 'passed']])
})

test('where nobody said since when it is retired, what people wrote stays in its log', async () => {
  const { deps, change } = organizationWith({ state: 'retired' })
  const enactment = 'buying-policy.fast-burn.cart.availability.get-cart.north.2026-11-06-05'
  const untouched = { state: 'new', at: null, link: null, note: '' } as const
  const body = { seenVersion: 0, acknowledged: { note: '' }, consequences: [untouched, untouched] }
  await apiClient(deps).write('changeEnactment', { params: { team: 'buying', enactment }, body })
  change()
  const { items } = await apiClient(deps).read('listEnactments', { team: 'buying' })
  expect(items.map(({ id }) => id)).toEqual([enactment])
})

test('a review that was held is overdue no more, on the page of policies as in the calendar', async () => {
  const client = apiClient(tinyOrganization())
  const standing = async () => {
    const [policy] = (await client.read('listPolicies', { team: 'buying' })).items
    return [policy?.isReviewOverdue, policy?.reviewDue]
  }
  expect(await standing()).toEqual([true, '2026-11-10'])
  const { body } = await exampleWrite('writeReviewOutcome', client)
  const { outcome } = body as { outcome: object }
  await client.write('writeReviewOutcome', {
    params: { review: 'policy-review.buying-policy', day: '2026-11-12' },
    body: { seenVersion: 0, outcome: { ...outcome, nextOn: '2027-02-01' } },
  })
  expect(await standing()).toEqual([false, '2027-02-01'])
})
