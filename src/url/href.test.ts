import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseSearch, stringifySearch } from './codec.ts'
import { hrefOf } from './href.ts'
import { paths } from './paths.ts'

const root = createRootRoute()
const slo = '/slo/$team/$deployment/$service/$sli/$slo'
const router = createRouter({
  routeTree: root.addChildren([
    createRoute({ getParentRoute: () => root, path: '/explore' }),
    createRoute({ getParentRoute: () => root, path: slo }),
  ]),
  history: createMemoryHistory(),
  parseSearch,
  stringifySearch,
})

const name = fc.stringMatching(/^[a-z0-9.-]{1,12}$/)
const search = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({ maxLength: 12 }), { maxKeys: 4 })

test('an address has the text that the router would give it', () => {
  const address = fc.record({
    params: fc.record({ team: name, deployment: name, service: name, sli: name, slo: name }),
    search,
  })
  fc.assert(
    fc.property(address, (rest) => {
      const link = { to: slo, ...rest }
      expect(hrefOf(link)).toBe(router.buildLocation(link).href)
    }),
  )
})

test('an address without anything to set has no query string', () => {
  expect(hrefOf(paths.explore())).toBe('/explore')
  expect(hrefOf(paths.breach('payments/eu 1'))).toBe('/breaches/payments%2Feu%201')
})
