import fc from 'fast-check'
import { expect, test } from 'vitest'

import { breachCauseNames, breachGroupings, breachReviewStates, breachRules } from '../contract/names.ts'
import { breachImpacts } from '../domain/breach-review.ts'
import { windowNames } from '../domain/time-window.ts'
import { breachesViewCodec, type BreachesView } from './breaches-view.ts'
import { parseSearch, stringifySearch } from './codec.ts'

const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}(?:[.-][a-z0-9]{1,6}){0,3}$/), { maxLength: 4 })

const view: fc.Arbitrary<BreachesView> = fc.record({
  team: slugs,
  service: slugs,
  sli: slugs,
  slo: slugs,
  deployment: slugs,
  rule: fc.subarray([...breachRules]),
  cause: fc.subarray([...breachCauseNames]),
  alert: fc.constantFrom('all', 'alerted', 'snoozed'),
  review: fc.constantFrom('all', ...breachReviewStates),
  impact: fc.subarray([...breachImpacts]),
  openOnly: fc.boolean(),
  search: fc.string({ maxLength: 40 }),
  range: fc.record({ window: fc.constantFrom(...windowNames) }),
  group: fc.constantFrom('none', ...breachGroupings),
  sort: fc.constant([]),
})

test('what a link to the breaches shows survives the trip through the address bar', () => {
  fc.assert(
    fc.property(view, (one) => {
      const link = stringifySearch(breachesViewCodec.format(one))
      expect(breachesViewCodec.parse(parseSearch(link))).toEqual(one)
    }),
  )
})

test('an outdated link falls back field by field', () => {
  const { review, impact, alert } = breachesViewCodec.parse({
    review: 'maybe',
    impact: 'well,terrible,no-impact',
    alert: 'snoozed',
  })
  expect({ review, impact, alert }).toEqual({
    review: 'all',
    impact: ['well', 'no-impact'],
    alert: 'snoozed',
  })
})
