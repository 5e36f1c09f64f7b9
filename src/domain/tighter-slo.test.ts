import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { periodBudget } from './period-budget.ts'
import { withTargetThroughout } from './target-change.ts'
import { anySeries, shortPeriod } from './testing/arbitraries.ts'
import { fourWeekPeriod } from './testing/fixed-period.ts'
import { goldenCase } from './testing/golden.ts'
import { evenRows, seriesOf, topUp } from './testing/series.ts'
import {
  candidateTargets,
  isRepresentative,
  roomIn,
  roundedDown,
  tightestTarget,
  type EndedPeriod,
} from './tighter-slo.ts'

const ended = (remaining: number | null, total = 1_000_000, grant = 1_000): EndedPeriod => ({
  remaining,
  grant,
  total,
})

describe('representative remainders', () => {
  test('GC-W2-01: the two of the book are both', () => {
    const golden = goldenCase('GC-W2-01')
    const remainders = golden.numbers('inputs', 'remaining_percent').map((percent) => percent / 100)
    expect(remainders.every((remaining) => isRepresentative(remaining))).toBe(
      golden.flag('expected', 'representative'),
    )
    expect(roomIn(remainders).leansTo).toBe('ask')
  })

  test('a fifth of a grant is one, whatever division it came out of', () => {
    expect(isRepresentative(1 - 0.8)).toBe(true)
    expect(isRepresentative(0.199)).toBe(false)
    expect(isRepresentative(-0.2)).toBe(false)
  })

  test('most is more than half of the periods that ended with a figure', () => {
    expect(roomIn([0.5, 0.1])).toEqual({ counted: 2, representative: 1, leansTo: 'talk' })
    expect(roomIn([0.5, null, 0.1, 0.3])).toEqual({ counted: 3, representative: 2, leansTo: 'ask' })
  })

  test('of nothing nothing is said', () => {
    expect(roomIn([null, null])).toEqual({ counted: 0, representative: 0, leansTo: null })
  })
})

describe('had the SLO been another', () => {
  // Named in the references without figures: these are worked out by hand.
  test('GC-W2-02 by hand: 30 of 100 allowed failures at 99.9 % are 60 % of the grant at 99.95 %, and 3 times that of 99.99 %', () => {
    const rows = evenRows(fourWeekPeriod.startHour, fourWeekPeriod.endHour, { total: 10_000, bad: 3 })
    const series = seriesOf(rows, { targets: [{ fromHour: 0, target: 0.999 }] })
    const endAt = (target: number) =>
      periodBudget(withTargetThroughout(series, target), fourWeekPeriod, fourWeekPeriod.endHour)
    expect(endAt(0.999).remaining).toBeCloseTo(0.7, 10)
    expect(endAt(0.9995).remaining).toBeCloseTo(0.4, 10)
    expect(endAt(0.9999)).toMatchObject({ state: 'broken' })
    expect(endAt(0.9999).remaining).toBeCloseTo(-2, 10)
  })

  test('a top-up gives back the events it gave back, however much of another grant they are', () => {
    const { startHour, endHour } = fourWeekPeriod
    const rows = evenRows(startHour, endHour, { total: 10_000, bad: 5 })
    const corrections = [topUp(endHour - 1, 0.2)]
    const series = seriesOf(rows, { targets: [{ fromHour: 0, target: 0.999 }], corrections })
    const tighter = withTargetThroughout(series, 0.9995)
    expect(periodBudget(series, fourWeekPeriod, endHour).remaining).toBeCloseTo(0.7, 2)
    // 50 % spent and 20 % given back of 6,720; 3,360 are granted now.
    expect(periodBudget(tighter, fourWeekPeriod, endHour).remaining).toBeCloseTo(0.4, 2)
  })

  test('a tighter target never leaves more, and its own target what it left', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const left = (target: number) =>
          periodBudget(
            { ...withTargetThroughout(series, target), corrections: [] },
            shortPeriod,
            shortPeriod.endHour,
          ).remaining ?? Number.NEGATIVE_INFINITY
        expect(left(0.999)).toBeLessThanOrEqual(left(0.99))
      }),
    )
  })
})

describe('the tightest target that most periods would have borne', () => {
  test('is that of the middle one: half of them alone are not most', () => {
    // Spent 500, 800 and 200 of 1,000,000: with a fifth left 0.0625 %, 0.1 % and 0.025 % had to be allowed.
    expect(tightestTarget([ended(0.5), ended(0.2), ended(0.8)])).toBeCloseTo(0.999375, 9)
    expect(tightestTarget([ended(0.5), ended(0.2)])).toBeCloseTo(0.999, 9)
  })

  test('a division that comes out a hair above is not taken for more than it is', () => {
    const spent = (1 - 0.68) * 1_000
    expect(tightestTarget([{ remaining: 1 - spent / 1_000, grant: 1_000, total: 1_000_000 }])).toBe(0.9996)
  })

  test('leaves out what nobody asked of, and says nothing of nothing', () => {
    expect(tightestTarget([ended(null), ended(1, 0, 0)])).toBeNull()
    expect(tightestTarget([ended(0.5), ended(1, 0, 0)])).toBeCloseTo(0.999375, 9)
  })

  test('at it most periods end with the remainder, and one billionth above they do not', () => {
    const anyEnded = fc
      .record({ total: fc.integer({ min: 1_000, max: 1_000_000 }), bad: fc.nat(500) })
      .map(({ total, bad }) => ({ total, bad, grant: total / 100, remaining: 1 - bad / (total / 100) }))
    fc.assert(
      fc.property(fc.array(anyEnded, { minLength: 1, maxLength: 14 }), (periods) => {
        const target = tightestTarget(periods)
        if (target === null) throw new Error('Every period has figures')
        const endsAt = (one: number) =>
          roomIn(periods.map(({ bad, total }) => 1 - bad / ((1 - one) * total))).leansTo
        expect(endsAt(target - 1e-9)).toBe('ask')
        expect(target === 1 ? 'talk' : endsAt(target + 1e-6)).toBe('talk')
      }),
    )
  })
})

test.each([
  [0.999, null, [0.9995, 0.9999, 0.99995]],
  [0.9995, null, [0.9999, 0.99995, 0.99999]],
  [0.997, 0.998, [0.998, 0.999, 0.9995, 0.9999]],
  [0.997, 0.999, [0.999, 0.9995, 0.9999]],
  [0.99999, null, []],
])('tighter than %d with %s chosen', (target, chosen, expected) => {
  expect(candidateTargets(target, chosen)).toEqual(expected)
})

test.each([
  [0.999375, 0.99937],
  [0.9996, 0.9996],
  [0.99999999, 0.99999999],
  [0.9349, 0.934],
  [1, 1],
])('%d is said as %d', (target, said) => {
  expect(roundedDown(target)).toBe(said)
})
