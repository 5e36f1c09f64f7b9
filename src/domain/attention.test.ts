import fc from 'fast-check'
import { expect, it } from 'vitest'

import { attention, type AttentionFacts, attentionKinds } from './attention.ts'

const calm: AttentionFacts = {
  burningTeams: [],
  burningCount: 0,
  openIncidentCount: 0,
  openPeriod: 'P12',
  exhaustedServices: [],
  asOf: 'P11',
  brokenContracts: [],
  consistentServices: [],
  recovery: 'downward',
  tickets: 'flat',
  downtimeMinutes: { now: 60, before: 90, beforeIn: 'P10' },
}

it('says nothing where nothing needs anybody', () => {
  expect(attention(calm)).toEqual([])
})

it('says what hurts now before what was promised and what goes the wrong way', () => {
  const words = attention({
    burningTeams: ['Booking', 'Payments'],
    burningCount: 4,
    openIncidentCount: 1,
    openPeriod: 'P12',
    exhaustedServices: ['ledger'],
    asOf: 'P11',
    brokenContracts: ['Refunds are paid in a day'],
    consistentServices: ['ledger', 'mail-out', 'timetable', 'quotes'],
    recovery: 'upward',
    tickets: 'upward',
    downtimeMinutes: { now: 120, before: 90, beforeIn: 'P1' },
  }).map((item) => item.words.replaceAll(/\s/g, ' '))
  expect(words).toEqual([
    '4 budgets are burning right now, of Booking and Payments.',
    '1 incident is not resolved yet.',
    'ledger has used up a budget before P12 ends.',
    '1 contract did not hold in P11: Refunds are paid in a day.',
    'ledger, mail-out, timetable and 1 more broke a budget in each of the last three closed periods.',
    'The trend of tickets about reliability is upward.',
    'The trend of recovery from incidents is upward.',
    'Downtime has grown: 2 h in P11, 1 h 30 min in P1.',
  ])
})

it('does not call the end of a period that nobody is in', () => {
  expect(attention({ ...calm, openPeriod: null, exhaustedServices: ['ledger'] })).toEqual([])
})

it('never says a kind twice, and keeps their order', () => {
  const direction = fc.option(fc.constantFrom('upward' as const, 'downward' as const, 'flat' as const))
  const names = fc.array(fc.string({ minLength: 1 }), { maxLength: 5 })
  fc.assert(
    fc.property(
      fc.record({
        burningTeams: names,
        burningCount: fc.nat(9),
        openIncidentCount: fc.nat(9),
        openPeriod: fc.option(fc.constant('P12')),
        exhaustedServices: names,
        asOf: fc.constant('P11'),
        brokenContracts: names,
        consistentServices: names,
        recovery: direction,
        tickets: direction,
        downtimeMinutes: fc.option(
          fc.record({ now: fc.nat(), before: fc.nat(), beforeIn: fc.constant('P10') }),
        ),
      }),
      (facts) => {
        const kinds = attention(facts).map(({ kind }) => kind)
        expect(kinds).toEqual(attentionKinds.filter((kind) => kinds.includes(kind)))
      },
    ),
  )
})
