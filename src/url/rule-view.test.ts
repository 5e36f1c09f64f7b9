import fc from 'fast-check'
import { expect, test } from 'vitest'

import { ruleViewCodec } from './rule-view.ts'

const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null })
const view = fc.record({
  slo: orNull(fc.constantFrom('cart.availability.get-cart', 'mail-out.latency.mail')),
  deployment: orNull(fc.constantFrom('prod-eu', 'staging')),
  windowMinutes: orNull(fc.integer({ min: 1, max: 10_080 })),
  share: orNull(fc.integer({ min: 1, max: 100_000 })),
  evaluationMinutes: orNull(fc.integer({ min: 1, max: 1440 })),
  snoozeMinutes: orNull(fc.integer({ min: 0, max: 10_080 })),
})

test('a draft survives the trip through the address bar', () => {
  fc.assert(
    fc.property(view, (one) => {
      expect(ruleViewCodec.parse(ruleViewCodec.format(one))).toEqual(one)
    }),
  )
})

test('what no rule can be is not taken from an address', () => {
  const garbage = fc.record({ window: fc.string(), share: fc.string(), snooze: fc.string() })
  fc.assert(
    fc.property(garbage, (params) => {
      const { windowMinutes, share, snoozeMinutes } = ruleViewCodec.parse(params)
      expect(windowMinutes === null || (windowMinutes >= 1 && windowMinutes <= 10_080)).toBe(true)
      expect(share === null || (share >= 1 && share <= 100_000)).toBe(true)
      expect(snoozeMinutes === null || (snoozeMinutes >= 0 && snoozeMinutes <= 10_080)).toBe(true)
    }),
  )
})
