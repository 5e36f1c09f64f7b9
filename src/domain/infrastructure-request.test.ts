import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { byBenefit, helpedTeams } from './infrastructure-request.ts'
import { goldenCase } from './testing/golden.ts'

const teams = (count: number) => Array.from({ length: count }, (_, index) => `team-${index}`)

test('the features of the reference come in the order of the teams they help', () => {
  const golden = goldenCase('GC-FR-01')
  const features = golden.value('inputs', 'features')
  if (!Array.isArray(features)) throw new Error('There are features')
  const requests = features.map((_, row) => ({
    name: golden.text('inputs', 'features', row, 0),
    requestedBy: teams(golden.number('inputs', 'features', row, 1)),
    benefits: teams(golden.number('inputs', 'features', row, 2)),
  }))
  const order = golden.value('expected', 'priority_order')
  expect(byBenefit(requests.toReversed()).map(({ name }) => name)).toEqual(order)
  expect(byBenefit(requests).map(({ name }) => name)).toEqual(order)
})

const team = fc.constantFrom(...teams(6))
const request = fc.record({
  requestedBy: fc.uniqueArray(team, { maxLength: 6 }),
  benefits: fc.uniqueArray(team, { maxLength: 6 }),
})

test('nothing is lost or invented, and none comes before one that helps more teams', () => {
  fc.assert(
    fc.property(fc.array(request), (requests) => {
      const ordered = byBenefit(requests)
      expect(new Set(ordered)).toEqual(new Set(requests))
      expect(ordered).toHaveLength(requests.length)
      const helped = ordered.map(helpedTeams)
      expect(helped).toEqual(helped.toSorted((a, b) => b - a))
    }),
  )
})

test('who asks for it is helped by it, whether or not anybody says so again', () => {
  expect(helpedTeams({ requestedBy: ['a', 'b'], benefits: ['b', 'c'] })).toBe(3)
})
