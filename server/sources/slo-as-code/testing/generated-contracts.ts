import * as fc from 'fast-check'

import type { CodedContract, CodedSlo, PenaltyTerms } from '../slo-catalog.ts'
import { slug, someOf, text } from './generated-names.ts'

const someText = text.filter((one) => one !== '')
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

const penalty: fc.Arbitrary<PenaltyTerms> = fc.record({
  terms: someText,
  currency: orNull(fc.constantFrom('EUR', 'JPY')),
  yearlyRevenue: orNull(fc.constantFrom(0, 1_000_000)),
  refundShare: orNull(fc.constantFrom(0, 0.5, 1)),
  slotMinutes: orNull(fc.constantFrom(1, 30)),
})

/** Contracts can rest only on SLOs that have an SLA. */
export function contractsOf(slos: readonly CodedSlo[]): fc.Arbitrary<readonly CodedContract[]> {
  const promised = slos.filter(({ slaTarget }) => slaTarget !== null)
  if (promised.length === 0) return fc.constant([])
  const contract: fc.Arbitrary<CodedContract> = fc.record({
    slug,
    name: text,
    functionality: someText,
    customers: fc.subarray(['Atlas Tours', 'Nordbahn']),
    tier: orNull(fc.constant('Gold')),
    since: orNull(fc.constantFrom('2024-02-29', '2030-01-01')),
    sli: fc.constantFrom('availability', 'latency'),
    target: fc.integer({ min: 1, max: 999 }).map((ppm) => ppm / 1e6),
    journey: orNull(fc.constantFrom(...slos.map(({ id }) => id))),
    parts: someOf(promised.map(({ id }) => id)),
    deployments: someOf([...new Set(promised.flatMap(({ deployments }) => deployments))]),
    penalty: orNull(penalty),
    url: orNull(fc.constant('https://contracts.example/17')),
  })
  return fc.uniqueArray(contract, { selector: (one) => one.slug, maxLength: 2 })
}
