import { expect, test } from 'vitest'
import * as fc from 'fast-check'

import {
  catalogAttributes,
  coverageOf,
  inTree,
  isExpected,
  missingOf,
  monthsBetween,
  serviceLevels,
  serviceStages,
  withParts,
} from './service-catalog.ts'
import { civilFromDay, dayFromCivil } from './civil-date.ts'

const live = { level: 'technical', stage: 'live' } as const

test('an aggregate owes no hosting or rotation, and what is planned no SLO', () => {
  const logical = { level: 'logical', stage: 'live' } as const
  expect(catalogAttributes.filter((one) => !isExpected(one, logical))).toEqual([
    'hosting',
    'data',
    'dependencies',
    'on-call',
    'runbook',
  ])
  expect(catalogAttributes.filter((one) => !isExpected(one, { ...live, stage: 'planned' }))).toEqual([
    'slos',
    'on-call',
    'runbook',
    'policy',
  ])
  expect(catalogAttributes.every((one) => isExpected(one, live))).toBe(true)
})

test('coverage counts what is known among what is expected', () => {
  const services = [
    { ...live, known: ['owner', 'slos'] as const },
    { ...live, known: ['owner'] as const },
    { level: 'technical', stage: 'planned', known: ['slos'] } as const,
  ]
  const of = Object.fromEntries(coverageOf(services).map((one) => [one.attribute, one]))
  expect(of['owner']).toEqual({ attribute: 'owner', known: 2, expected: 3 })
  expect(of['slos']).toEqual({ attribute: 'slos', known: 1, expected: 2 })
})

const service = fc.record({
  level: fc.constantFrom(...serviceLevels),
  stage: fc.constantFrom(...serviceStages),
  known: fc.subarray([...catalogAttributes]),
})

test('what is missing and what is known of what is expected make up the whole', () => {
  fc.assert(
    fc.property(fc.array(service), (services) => {
      const missing = services.flatMap(missingOf).length
      const coverage = coverageOf(services)
      expect(coverage.reduce((sum, { expected, known }) => sum + expected - known, 0)).toBe(missing)
      for (const { expected, known } of coverage) expect(known).toBeLessThanOrEqual(expected)
    }),
  )
})

test.each([
  ['2026-05-18', '2026-11-18', 6],
  ['2026-05-19', '2026-11-18', 5],
  ['2026-11-18', '2026-11-18', 0],
  ['2026-12-01', '2026-11-18', 0],
  ['2024-02-29', '2025-02-28', 11],
  ['2025-12-31', '2026-01-31', 1],
])('from %s to %s are %i whole months', (from, to, months) => {
  const day = (text: string) =>
    dayFromCivil(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
  expect(monthsBetween(day(from), day(to))).toBe(months)
})

test('waiting a day never takes a month away', () => {
  const day = fc.integer({ min: 0, max: 60_000 })
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(monthsBetween(from, to + 1)).toBeGreaterThanOrEqual(monthsBetween(from, to))
      expect(civilFromDay(from).year).toBeGreaterThanOrEqual(1970)
    }),
  )
})

test('parts stand below what they are parts of', () => {
  const one = (slug: string, ...parts: readonly string[]) => ({ slug, parts })
  const places = inTree([one('a'), one('buy', 'pay', 'cart'), one('cart'), one('pay', 'a'), one('z')])
  expect(places.map(({ item, depth }) => `${depth} ${item.slug}`)).toEqual([
    '0 buy',
    '1 cart',
    '1 pay',
    '2 a',
    '0 z',
  ])
})

const letter: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const forest = fc
  .uniqueArray(letter, { minLength: 1 })
  .chain((slugs) =>
    fc.tuple(
      ...slugs.map((slug) => fc.record({ slug: fc.constant(slug), parts: fc.subarray([...slugs, 'gone']) })),
    ),
  )

test('nothing is lost, shown twice or put in a circle', () => {
  fc.assert(
    fc.property(forest, (items) => {
      const places = inTree(items)
      expect(places.map(({ item }) => item.slug).toSorted()).toEqual(items.map(({ slug }) => slug).toSorted())
      for (const [at, { depth }] of places.entries()) {
        expect(depth).toBeLessThanOrEqual(at === 0 ? 0 : (places[at - 1]?.depth ?? 0) + 1)
      }
      const parts = new Map(items.map((item) => [item.slug, item.parts]))
      for (const { slug } of items) {
        const below = withParts(slug, (name) => parts.get(name) ?? [])
        expect(below[0]).toBe(slug)
        expect(new Set(below).size).toBe(below.length)
      }
    }),
  )
})
