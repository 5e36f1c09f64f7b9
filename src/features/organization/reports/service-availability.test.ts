import fc from 'fast-check'
import { expect, it } from 'vitest'

import { serviceAvailabilities } from './service-availability.ts'

it('divides what failed by all requests, whichever endpoint they went to', () => {
  expect(
    serviceAvailabilities([
      { service: 'cart', requests: 900, failures: 0 },
      { service: 'cart', requests: 100, failures: 50 },
      { service: 'push', requests: 10, failures: 1 },
      { service: 'idle', requests: 0, failures: 0 },
    ]),
  ).toEqual([
    { service: 'push', requests: 10, failures: 1 },
    { service: 'cart', requests: 1000, failures: 50 },
  ])
})

it('loses no request, and goes from the least available to the most', () => {
  const row = fc
    .record({
      service: fc.constantFrom('a', 'b', 'c'),
      requests: fc.nat(1000),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ service, requests, share }) => ({ service, requests, failures: Math.floor(requests * share) }))
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const services = serviceAvailabilities(rows)
      const total = (some: readonly { requests: number }[]) =>
        some.reduce((sum, { requests }) => sum + requests, 0)
      expect(total(services)).toBe(total(rows))
      const shares = services.map(({ requests, failures }) => failures / requests)
      expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    }),
  )
})
