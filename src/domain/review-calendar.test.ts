import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'

import { civilFromDay } from './civil-date.ts'
import { dayFrom, dayText } from './day.ts'
import {
  addCadence,
  followingDays,
  cadenceUnits,
  cadenceWords,
  feedbackLoops,
  nextDue,
  reviewKinds,
  reviewOf,
  reviewState,
  SOON_DAYS,
  type Cadence,
} from './review-calendar.ts'

const dayOf = (text: string) => dayFrom(text) ?? Number.NaN
const months = (every: number): Cadence => ({ every, unit: 'month' })
const nothing = {
  last: null,
  since: dayOf('2026-01-01'),
  cadence: months(3),
  policyDay: null,
  incidents: [],
} as const
const due = (known: Partial<Parameters<typeof nextDue>[0]>) => {
  const found = nextDue({ ...nothing, ...known })
  return found === null ? null : `${dayText(found.day)} ${found.because}`
}

describe('a cadence', () => {
  test.each([
    ['2026-01-31', months(1), '2026-02-28'],
    ['2024-01-31', months(1), '2024-02-29'],
    ['2026-08-31', months(6), '2027-02-28'],
    ['2026-11-30', months(3), '2027-02-28'],
    ['2026-10-15', months(3), '2027-01-15'],
    ['2026-12-31', { every: 2, unit: 'week' } as const, '2027-01-14'],
  ])('%s and %o later is %s', (from, cadence, to) => {
    expect(dayText(addCadence(dayOf(from), cadence))).toBe(to)
  })

  const day = fc.integer({ min: 0, max: 60_000 })
  const every = fc.integer({ min: 1, max: 60 })

  test('comes in the month it names, on that day or on the last one', () => {
    fc.assert(
      fc.property(day, every, (from, count) => {
        const to = addCadence(from, months(count))
        const [before, after] = [civilFromDay(from), civilFromDay(to)]
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + count)
        expect(after.day).toBeLessThanOrEqual(before.day)
        if (after.day < before.day) expect(civilFromDay(to + 1).day).toBe(1)
      }),
    )
  })

  test('never comes sooner for what was held later', () => {
    fc.assert(
      fc.property(day, every, fc.constantFrom(...cadenceUnits), (from, count, unit) => {
        const cadence = { every: count, unit }
        expect(addCadence(from, cadence)).toBeGreaterThan(from)
        expect(addCadence(from + 1, cadence)).toBeGreaterThanOrEqual(addCadence(from, cadence))
      }),
    )
  })
})

describe('a review is due', () => {
  const held = { heldOn: dayOf('2026-05-31'), nextOn: null }

  test('a cadence after there was anything to review, or after it was held', () => {
    expect(due({})).toBe('2026-04-01 first')
    expect(due({ last: held })).toBe('2026-08-31 cadence')
  })

  test('on the day that was agreed, sooner or later than the cadence has it', () => {
    expect(due({ last: { ...held, nextOn: dayOf('2026-06-15') } })).toBe('2026-06-15 agreed')
    expect(due({ last: { ...held, nextOn: dayOf('2027-01-04') } })).toBe('2027-01-04 agreed')
  })

  test('on the day the policy names, until it was held on or after it', () => {
    const policyDay = dayOf('2026-09-01')
    expect(due({ last: held, policyDay })).toBe('2026-09-01 policy')
    expect(due({ last: { heldOn: policyDay, nextOn: null }, policyDay })).toBe('2026-12-01 cadence')
    expect(due({ last: { ...held, nextOn: dayOf('2026-08-15') }, policyDay })).toBe('2026-08-15 agreed')
  })

  test('two weeks after a major incident, where that comes before its turn', () => {
    expect(due({ last: held, incidents: [dayOf('2026-06-10'), dayOf('2026-06-03')] })).toBe(
      '2026-06-17 incident',
    )
    expect(due({ last: held, incidents: [dayOf('2026-08-30')] })).toBe('2026-08-31 cadence')
    expect(due({ last: held, incidents: [dayOf('2026-05-30')] })).toBe('2026-08-31 cadence')
  })

  test('never, where there is no cadence and nothing was agreed', () => {
    expect(due({ cadence: null, last: held })).toBeNull()
    expect(due({ cadence: null, last: held, incidents: [dayOf('2026-06-10')] })).toBe('2026-06-24 incident')
  })

  const someDay = fc.integer({ min: 15_000, max: 25_000 })
  const known = fc.record({
    last: fc.option(someDay.map((heldOn) => ({ heldOn, nextOn: null }))),
    since: someDay,
    cadence: fc.record({ every: fc.integer({ min: 1, max: 24 }), unit: fc.constantFrom(...cadenceUnits) }),
    policyDay: fc.constant(null),
    incidents: fc.array(someDay, { maxLength: 4 }),
  })

  test('never before the last time and its cadence, but for a major incident', () => {
    fc.assert(
      fc.property(known, (one) => {
        const found = nextDue(one)
        const from = one.last?.heldOn ?? one.since
        expect(found).not.toBeNull()
        if (found?.because === 'incident') {
          expect(one.incidents.some((day) => day > from && day < found.day)).toBe(true)
          expect(found.day).toBeLessThan(addCadence(from, one.cadence))
        } else expect(found?.day).toBe(addCadence(from, one.cadence))
      }),
    )
  })

  test('holding it puts it off, whatever happened before', () => {
    fc.assert(
      fc.property(known, someDay, (one, heldOn) => {
        const after = nextDue({ ...one, last: { heldOn, nextOn: null } })
        expect(after?.day).toBeGreaterThan(heldOn)
      }),
    )
  })
})

describe('the days after the next one', () => {
  const today = dayOf('2026-11-18')
  const after = (due: string, cadence: Cadence | null) =>
    followingDays(dayOf(due), cadence, today).map(dayText)

  test('reach a year ahead, each a cadence after the other', () => {
    expect(after('2027-02-18', months(3))).toEqual(['2027-05-18', '2027-08-18', '2027-11-18'])
    expect(after('2026-11-20', { every: 1, unit: 'week' })).toHaveLength(51)
    expect(after('2027-11-18', months(6))).toEqual([])
    expect(after('2026-12-01', null)).toEqual([])
  })

  test('begin today where the next one is overdue', () => {
    expect(after('2026-08-01', months(6))).toEqual(['2027-05-18', '2027-11-18'])
  })

  test('the last of a month stays the last of those that have no such day', () => {
    expect(after('2027-01-31', months(1)).slice(0, 3)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30'])
  })

  test('come one after the other, none before the next one or beyond the year', () => {
    const someDay = fc.integer({ min: 15_000, max: 25_000 })
    const cadence = fc.record({
      every: fc.integer({ min: 1, max: 24 }),
      unit: fc.constantFrom(...cadenceUnits),
    })
    fc.assert(
      fc.property(someDay, someDay, cadence, (due, now, one) => {
        const days = followingDays(due, one, now)
        const all = [Math.max(due, now), ...days]
        expect(all).toEqual([...new Set(all)].toSorted((a, b) => a - b))
        expect(days.every((day) => day <= addCadence(now, months(12)))).toBe(true)
      }),
    )
  })
})

test('on its day it is due and not overdue', () => {
  const today = dayOf('2026-11-18')
  expect(reviewState(today - 1, today)).toBe('overdue')
  expect(reviewState(today, today)).toBe('soon')
  expect(reviewState(today + SOON_DAYS, today)).toBe('soon')
  expect(reviewState(today + SOON_DAYS + 1, today)).toBe('later')
})

test('the cadences of the reference', () => {
  const of = (kind: (typeof reviewKinds)[number]) => cadenceWords(reviewOf(kind).cadence)
  expect(of('slo-check')).toBe('every 3 months')
  expect(of('governance-operational')).toBe('every week')
  expect(of('governance-tactical')).toBe('every month')
  expect(of('maturity')).toBe('every 6 months')
  expect(of('on-call-nights')).toBe('when agreed')
  expect(reviewKinds.filter((kind) => kind.startsWith('feedback-'))).toEqual(Object.keys(feedbackLoops))
})
