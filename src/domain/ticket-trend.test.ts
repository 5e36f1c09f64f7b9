import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { goldenCase } from './testing/golden.ts'
import { fellAfterEnactments, growthComparisons, passesGrowth, ticketTrend } from './ticket-trend.ts'
import type { GrowthComparison, TicketCount } from './ticket-trend.ts'

/** Closed periods P1, P2, ... with these counts. */
const closed = (...counts: readonly number[]): readonly TicketCount[] =>
  counts.map((count, i) => ({ periodId: `P${i + 1}`, count, isOpen: false }))

describe('the ticket trend of a service', () => {
  it('GC-T05: fewer, fewer, more, more: the end of the last period is the highest of the year', () => {
    const golden = goldenCase('GC-T05')
    const { transitions, peakPeriodId } = ticketTrend(closed(40, 31, 22, 35, 52))
    expect(transitions.map(({ step }) => step)).toEqual(golden.value('inputs', 'directions'))
    // The first point of the figure is the beginning of period 1, the fifth the end of period 4.
    expect(golden.text('expected', 'highest_at')).toBe('end of period 4')
    expect(peakPeriodId).toBe('P5')
  })

  it('leaves the period under way out: half a period of tickets is no drop', () => {
    const open = { periodId: 'P4', count: 3, isOpen: true }
    expect(ticketTrend([...closed(10, 20, 30), open])).toEqual(ticketTrend(closed(10, 20, 30)))
    expect(ticketTrend([open]).averageDelta).toBeNull()
  })

  it('calls the first tickets after none new, and counts them in the delta only', () => {
    expect(ticketTrend(closed(0, 0, 5, 10))).toEqual({
      transitions: [
        { fromPeriodId: 'P1', toPeriodId: 'P2', delta: 0, rate: null, isNew: false, step: 'same' },
        { fromPeriodId: 'P2', toPeriodId: 'P3', delta: 5, rate: null, isNew: true, step: 'up' },
        { fromPeriodId: 'P3', toPeriodId: 'P4', delta: 5, rate: 1, isNew: false, step: 'up' },
      ],
      averageRate: 1,
      averageDelta: 10 / 3,
      direction: 'upward',
      peakPeriodId: 'P4',
    })
  })

  it.each<[string, readonly number[], string | null]>([
    ['two periods are too few for a direction', [10, 20], null],
    ['more and more is upward', [10, 15, 20], 'upward'],
    ['fewer and fewer is downward', [20, 15, 10], 'downward'],
    ['up and down again is flat', [10, 20, 10], 'flat'],
    ['none at all is flat', [0, 0, 0], 'flat'],
  ])('%s', (_name, counts, direction) => {
    expect(ticketTrend(closed(...counts)).direction).toBe(direction)
  })

  it.each<[string, readonly number[], string | null]>([
    ['there is no peak without a period', [], null],
    ['there is no peak without a ticket', [0, 0], null],
    ['the peak is the period with the most tickets', [3, 7, 5], 'P2'],
    ['of two equal peaks the later one counts', [7, 3, 7, 1], 'P3'],
  ])('%s', (_name, counts, periodId) => {
    expect(ticketTrend(closed(...counts)).peakPeriodId).toBe(periodId)
  })

  it('grows alike however many tickets there are, and adds in proportion', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500), { maxLength: 12 }),
        fc.integer({ min: 2, max: 9 }),
        (counts, factor) => {
          const once = ticketTrend(closed(...counts))
          const scaled = ticketTrend(closed(...counts.map((count) => count * factor)))
          expect(scaled.averageRate ?? -1).toBeCloseTo(once.averageRate ?? -1, 9)
          expect(scaled.averageDelta ?? 0).toBeCloseTo((once.averageDelta ?? 0) * factor, 6)
          expect(scaled.transitions.map(({ step }) => step)).toEqual(once.transitions.map(({ step }) => step))
          expect(scaled.peakPeriodId).toBe(once.peakPeriodId)
        },
      ),
    )
  })

  it('steps from the first to the last count', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 12 }), (counts) => {
        const { transitions } = ticketTrend(closed(...counts))
        expect(transitions).toHaveLength(counts.length - 1)
        const sum = transitions.reduce((total, { delta }) => total + delta, 0)
        expect(sum).toBe((counts.at(-1) ?? 0) - (counts[0] ?? 0))
      }),
    )
  })
})

describe('the growth filter', () => {
  it('GC-T01: all three services of the figure grow by less than the limit', () => {
    const golden = goldenCase('GC-T01')
    const [, comparison, limit] = /^([<>]=?)(\d+)$/.exec(golden.text('inputs', 'filter')) ?? []
    const filter = { comparison: comparison as GrowthComparison, rate: Number(limit) / 100 }
    const passing = golden
      .numbers('inputs', 'growth_percent')
      .filter((percent) => passesGrowth(percent / 100, filter))
    expect(passing).toHaveLength(golden.number('expected', 'listed'))
  })

  it.each<[GrowthComparison, boolean, boolean, boolean]>([
    ['<', true, false, false],
    ['<=', true, true, false],
    ['>', false, false, true],
    ['>=', false, true, true],
  ])('%s a limit: below %s, at it %s, above %s', (comparison, below, at, above) => {
    const filter = { comparison, rate: 0.3 }
    expect([0.299, 0.3, 0.301].map((rate) => passesGrowth(rate, filter))).toEqual([below, at, above])
    // One more step of binary noise to either side is still the limit itself.
    expect(passesGrowth(0.1 + 0.2, filter)).toBe(at)
    expect(passesGrowth(0.3 - 1e-12, filter)).toBe(at)
  })

  it('takes falling services as growing by less than nothing', () => {
    expect(passesGrowth(-0.5, { comparison: '<', rate: 0 })).toBe(true)
    expect(passesGrowth(-0.5, { comparison: '>=', rate: -0.5 })).toBe(true)
  })

  it('lets nothing through that has no rate', () => {
    for (const comparison of growthComparisons) {
      expect(passesGrowth(null, { comparison, rate: 0 })).toBe(false)
    }
  })

  it('and its opposite split the services that have a rate', () => {
    const rate = fc.double({ min: -1, max: 5, noNaN: true })
    fc.assert(
      fc.property(rate, rate, (averageRate, limit) => {
        const passes = (comparison: GrowthComparison) =>
          passesGrowth(averageRate, { comparison, rate: limit })
        expect(passes('<')).toBe(!passes('>='))
        expect(passes('>')).toBe(!passes('<='))
        if (passes('<')) expect(passes('<=')).toBe(true)
      }),
    )
  })
})

describe('after a policy was enacted', () => {
  it('fewer tickets came or did not, of periods that another closed one followed', () => {
    const counts = [...closed(40, 31, 35, 30), { periodId: 'P5', count: 3, isOpen: true }]
    expect(fellAfterEnactments(counts, [2, 1, 0, 4, 1])).toEqual({ fell: 1, of: 2 })
    expect(fellAfterEnactments(counts, [0, 0, 0, 0, 0])).toEqual({ fell: 0, of: 0 })
  })

  it('never more fell than there were', () => {
    const anyCounts = fc.array(fc.nat(50), { maxLength: 12 })
    fc.assert(
      fc.property(anyCounts, anyCounts, (counts, enacted) => {
        const { fell, of } = fellAfterEnactments(closed(...counts), enacted)
        expect(fell).toBeLessThanOrEqual(of)
        expect(of).toBeLessThanOrEqual(enacted.filter((count) => count > 0).length)
      }),
    )
  })
})
