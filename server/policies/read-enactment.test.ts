import { expect, test } from 'vitest'

import { apiClient } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { tinyCatalog, tinyOrganization } from '../testing/tiny-organization.ts'

const CART = 'buying-policy.fast-burn.cart.availability.get-cart.north.2026-11-06-05'
const params = { team: 'buying', enactment: CART }

test('an enactment is read by its name, as the list has it', async () => {
  const { read, problem } = apiClient(tinyOrganization())
  const { items } = await read('listEnactments')
  expect(await read('readEnactment', {}, params)).toEqual(items.find(({ id }) => id === CART))
  const unknown = await problem(`/api/teams/buying/enactments/${CART.replace('06-05', '12-05')}`)
  expect(unknown).toMatchObject({ status: 404, field: 'enactment' })
})

test('of a policy that its team keeps to itself nobody else reads one', async () => {
  const policies = tinyCatalog.policies.map((policy) => ({ ...policy, visibility: 'team' as const }))
  const deps = tinyOrganization({ deps: { catalog: async () => ({ ...tinyCatalog, policies }) } })
  expect(await apiClient(deps, person('viewer', 'buying')).read('readEnactment', {}, params)).toMatchObject({
    id: CART,
  })
  expect(await apiClient(deps, person('viewer')).refused('readEnactment', {}, params)).toMatchObject({
    status: 404,
  })
})
