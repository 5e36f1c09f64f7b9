import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isoFromHour } from '../domain/hours.ts'
import { apiConsumptionViewCodec, type ApiConsumptionView } from './api-consumption-view.ts'
import { lookBacks, targetFromPercent, tighterSloViewCodec, type TighterSloView } from './tighter-slo-view.ts'

const named = fc.constantFrom(null, 'payments', 'ledger', 'prod-eu')
const at = fc.option(fc.integer({ min: 480_000, max: 499_000 }).map((hour) => isoFromHour(hour)))
const anything = fc.dictionary(
  fc.constantFrom('team', 'service', 'slo', 'deployment', 'target', 'periods', 'sli', 'at'),
  fc.string(),
)

const tighterSlo = fc
  .record<TighterSloView>({
    team: named,
    service: named,
    slo: fc.constantFrom(null, 'ledger.availability.post-entries'),
    deployment: named,
    target: fc.option(fc.integer({ min: 1, max: 999_999 }).map((millionths) => millionths / 1_000_000)),
    periods: fc.constantFrom(...lookBacks),
    at,
  })
  // An SLO says which service it is of.
  .map((view) => (view.slo === null ? view : { ...view, service: null }))

const apiConsumption = fc.record<ApiConsumptionView>({
  team: named,
  service: named,
  deployment: named,
  sli: fc.subarray(['availability', 'latency']),
  at,
})

describe('what dependencies are decided by', () => {
  test('survives the trip through the address bar', () => {
    fc.assert(
      fc.property(tighterSlo, apiConsumption, (one, other) => {
        // 1e-6 is no share in plain digits.
        fc.pre(one.target === null || one.target >= 0.000_01)
        expect(tighterSloViewCodec.parse(tighterSloViewCodec.format(one))).toEqual(one)
        expect(apiConsumptionViewCodec.parse(apiConsumptionViewCodec.format(other))).toEqual(other)
      }),
    )
  })

  test('any query string at all parses to a view that says what it shows', () => {
    fc.assert(
      fc.property(anything, (garbage) => {
        const tighter = tighterSloViewCodec.parse(garbage)
        expect(tighterSloViewCodec.parse(tighterSloViewCodec.format(tighter))).toEqual(tighter)
        const consumption = apiConsumptionViewCodec.parse(garbage)
        expect(apiConsumptionViewCodec.parse(apiConsumptionViewCodec.format(consumption))).toEqual(
          consumption,
        )
      }),
    )
  })
})

test.each([
  ['99.95', 0.9995],
  [' 99.999 ', 0.99999],
  ['100', null],
  ['0', null],
  ['99,95', null],
  ['a lot', null],
])('%s as a target is %s', (text, target) => {
  expect(targetFromPercent(text)).toBe(target)
})
