import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { consistentExhausters, sumOfShortages } from './consistent-exhaustion.ts'
import type { ExhaustionEntry } from './consistent-exhaustion.ts'
import { goldenCase } from './testing/golden.ts'

const entry = (
  service: string,
  periodId: string,
  isPremature = true,
  overrides: Partial<ExhaustionEntry> = {},
): ExhaustionEntry => ({
  service,
  team: `team of ${service}`,
  sli: 'availability',
  periodId,
  isPremature,
  ...overrides,
})

const lastThree = ['P9', 'P10', 'P11']
const names = (found: ReturnType<typeof consistentExhausters>) => found.map(({ name }) => name)

describe('who exhausts budgets early, again and again', () => {
  it('is named with how many in each period, most of them first', () => {
    const entries = [
      ...lastThree.map((periodId) => entry('a', periodId)),
      ...lastThree.flatMap((periodId) => [entry('b', periodId), entry('b', periodId)]),
      entry('b', 'P11'),
    ]
    expect(consistentExhausters(entries, lastThree, 'service')).toEqual([
      { name: 'b', exhaustedByPeriod: [2, 2, 3] },
      { name: 'a', exhaustedByPeriod: [1, 1, 1] },
    ])
  })

  it.each<[string, readonly ExhaustionEntry[]]>([
    ['two of three periods are not each of them', [entry('a', 'P9'), entry('a', 'P11')]],
    ['a kept budget is no exhausted one', [entry('a', 'P9'), entry('a', 'P10', false), entry('a', 'P11')]],
    ['earlier periods do not help', [entry('a', 'P8'), entry('a', 'P9'), entry('a', 'P10')]],
    ['nothing is nobody', []],
  ])('%s', (_name, entries) => {
    expect(consistentExhausters(entries, lastThree, 'service')).toEqual([])
  })

  it('in no period was nobody', () => {
    expect(consistentExhausters([entry('a', 'P9')], [], 'service')).toEqual([])
  })

  it('a team may do it with one service after the other', () => {
    const entries = lastThree.map((periodId, i) => entry(`service ${i}`, periodId, true, { team: 'one' }))
    expect(names(consistentExhausters(entries, lastThree, 'service'))).toEqual([])
    expect(consistentExhausters(entries, lastThree, 'team')).toEqual([
      { name: 'one', exhaustedByPeriod: [1, 1, 1] },
    ])
  })

  it('across every SLI it has in the period, or only some', () => {
    const latency = { sli: 'latency' }
    const entries = lastThree.flatMap((periodId) => [
      entry('both', periodId),
      entry('both', periodId, true, latency),
      entry('both', periodId, false, latency),
      entry('one', periodId),
      entry('one', periodId, false, latency),
    ])
    expect(names(consistentExhausters(entries, lastThree, 'service', 'some'))).toEqual(['both', 'one'])
    expect(names(consistentExhausters(entries, lastThree, 'service', 'every-sli'))).toEqual(['both'])
    expect(names(consistentExhausters(entries, [...lastThree, 'P12'], 'service', 'every-sli'))).toEqual([])
  })

  const anyEntries = fc.array(
    fc.record({
      service: fc.constantFrom('c', 'a', 'b'),
      team: fc.constantFrom('x', 'y'),
      sli: fc.constantFrom('availability', 'latency'),
      periodId: fc.constantFrom(...lastThree),
      isPremature: fc.boolean(),
    }),
    { maxLength: 30 },
  )

  it('every SLI is harder than some, and a longer span harder than a shorter one', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const some = names(consistentExhausters(entries, lastThree, 'service'))
        const every = names(consistentExhausters(entries, lastThree, 'service', 'every-sli'))
        const shorter = names(consistentExhausters(entries, lastThree.slice(1), 'service'))
        expect(every.filter((name) => !some.includes(name))).toEqual([])
        expect(some.filter((name) => !shorter.includes(name))).toEqual([])
        expect(consistentExhausters(entries.toReversed(), lastThree, 'service')).toEqual(
          consistentExhausters(entries, lastThree, 'service'),
        )
      }),
    )
  })
})

describe('shortages', () => {
  it('GC-I04: two budgets of a service ended 94 points short, and it is the latest to run out', () => {
    const golden = goldenCase('GC-I04')
    const rows = [0, 1, 2, 3].map((row) => ({
      service: golden.text('inputs', 'rows', row, 0),
      periodId: golden.text('inputs', 'rows', row, 1),
      remaining: golden.number('inputs', 'rows', row, 2) / 100,
    }))
    const ofService3 = rows.filter(({ service }) => service === 'Service 3').map(({ remaining }) => remaining)
    expect(sumOfShortages(ofService3) * 100).toBeCloseTo(
      golden.number('expected', 'sum_of_shortages_service3_points'),
      9,
    )
    const latest = rows.at(-1)?.periodId ?? ''
    const entries = rows.map(({ service, periodId }) => entry(service, periodId))
    expect(names(consistentExhausters(entries, [latest], 'service'))).toEqual(
      golden.value('expected', 'most_recent_exhausters'),
    )
  })

  it('what is left over in one budget does not pay for another', () => {
    expect(sumOfShortages([0.9, -0.5, null, 0, -1.5])).toBe(2)
    expect(sumOfShortages([])).toBe(0)
  })
})
