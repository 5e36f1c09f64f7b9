import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { RangeSeries } from '../sources/prometheus/query-answer.ts'
import type { BudgetingMethod, Measurement, Query } from '../sources/slo-as-code/slo-catalog.ts'
import { events } from '../testing/measured-slos.ts'
import { countHours } from './hour-counts.ts'
import { seriesQueries } from './series-queries.ts'

const HOUR = 483_552
const hourEnd = (HOUR + 1) * 3600
const occurrences: BudgetingMethod = { kind: 'occurrences' }
const badOfTotal: Measurement = {
  kind: 'bad-total',
  bad: events('bad[{{.window}}]'),
  total: events('all[{{.window}}]'),
}
const goodOfTotal: Measurement = {
  kind: 'good-total',
  good: events('good[{{.window}}]'),
  total: events('all[{{.window}}]'),
}
const sample = (promql: string): Query => ({ promql, reading: 'sample', source: null })
const badShare: Measurement = { kind: 'ratio', of: 'bad', ratio: events('x[{{.window}}]') }

const at = (...points: readonly (readonly [number, number])[]): RangeSeries => ({
  labels: {},
  seconds: points.map(([seconds]) => seconds),
  values: points.map(([, value]) => value),
})
/** One value, for the whole hour. */
const once = (value: number) => [at([hourEnd, value])]

function counted(
  measurement: Measurement,
  answers: readonly (readonly RangeSeries[])[],
  method: BudgetingMethod = occurrences,
) {
  const { cells, count } = seriesQueries(measurement, method)
  const { rows, refused } = countHours(cells(answers), count)
  return rows[0] === undefined
    ? { rows, refused: refused.map(({ reason }) => reason) }
    : { good: rows[0].good, total: rows[0].total }
}

describe('events of an hour', () => {
  test('are whole, and the bad ones keep their own rounding', () => {
    expect(counted(badOfTotal, [once(1.004), once(239.6)])).toEqual({ good: 239, total: 240 })
    expect(counted(goodOfTotal, [once(999.6), once(1000.4)])).toEqual({ good: 999, total: 1000 })
  })

  test('without a total were not measured, whatever the other query says', () => {
    expect(counted(badOfTotal, [once(3), []])).toEqual({ rows: [], refused: [] })
  })

  test('are all good where no bad one has ever been counted, and all bad where no good one has', () => {
    expect(counted(badOfTotal, [[], once(50)])).toEqual({ good: 50, total: 50 })
    expect(counted(goodOfTotal, [[], once(50)])).toEqual({ good: 0, total: 50 })
  })

  test('of an hour without traffic are none, which is not the same as unmeasured', () => {
    expect(counted(badOfTotal, [[], once(0)])).toEqual({ good: 0, total: 0 })
  })

  test('of several groups belong to one budget', () => {
    const groups = [at([hourEnd, 10]), at([hourEnd, 20])]
    expect(counted(badOfTotal, [once(3), groups])).toEqual({ good: 27, total: 30 })
  })

  test.each([
    ['more bad than all', [once(200), once(100)], /200 events are bad, but there were only 100/],
    ['a negative number', [once(0), once(-50)], /negative/],
    ['no number', [once(0), once(Number.NaN)], /NaN/],
    ['infinitely many', [once(1), once(Number.POSITIVE_INFINITY)], /cannot be counted/],
  ])('are refused, with the reason, where there are %s', (_, answers, reason) => {
    expect(counted(badOfTotal, answers)).toMatchObject({ rows: [], refused: [expect.stringMatching(reason)] })
  })

  test('whatever two queries give, is a bucket the store takes or a reason', () => {
    const value = fc.oneof(fc.double(), fc.double({ min: -10, max: 1e6 }), fc.constantFrom(0, -0, 1e300))
    fc.assert(
      fc.property(value, value, (part, total) => {
        for (const measurement of [badOfTotal, goodOfTotal]) {
          const found = counted(measurement, [once(part), once(total)])
          if ('refused' in found) expect(found.refused).toHaveLength(1)
          else {
            expect(Number.isSafeInteger(found.total) && Number.isSafeInteger(found.good)).toBe(true)
            expect(found.good >= 0 && found.good <= found.total).toBe(true)
            expect(Object.is(found.good, -0) || Object.is(found.total, -0)).toBe(false)
          }
        }
      }),
    )
  })
})

describe('a share', () => {
  test('counts milliseconds, so that what 99.99 % allows is not rounded away', () => {
    expect(counted(badShare, [once(0.0001)])).toEqual({ good: 3_599_640, total: 3_600_000 })
  })

  test('of nothing is an hour without traffic; without a value it was not measured', () => {
    expect(counted(badShare, [once(Number.NaN)])).toEqual({ good: 0, total: 0 })
    expect(counted(badShare, [[]])).toEqual({ rows: [], refused: [] })
  })

  test('in percent, or of several groups, is refused', () => {
    expect(counted(badShare, [once(12)])).toMatchObject({ refused: [expect.stringContaining('percent')] })
    expect(() => counted(badShare, [[...once(0.1), ...once(0.2)]])).toThrow('2 shares')
  })
})

describe('slices of time', () => {
  const gauge: Measurement = { kind: 'threshold', metric: sample('lag'), operator: 'lte', value: 60 }
  const minutes = (value: (minute: number) => number) =>
    at(
      ...Array.from({ length: 60 }, (_, index): [number, number] => [
        HOUR * 3600 + (index + 1) * 60,
        value(index),
      ]),
    )

  test('are good where enough of them is', () => {
    const method = { kind: 'timeslices', sliceMinutes: 10, sliceTarget: 0.8 } as const
    // Three bad minutes in the first slice, two in the second.
    const lag = minutes((minute) => (minute < 3 || minute === 10 || minute === 11 ? 90 : 1))
    expect(counted(gauge, [[lag]], method)).toEqual({ good: 5, total: 6 })
  })

  test('weigh the same whatever their traffic, and none where there was none', () => {
    const method = { kind: 'ratio-timeslices', sliceMinutes: 30 } as const
    const half = (seconds: number, bad: number, total: number) => ({
      bad: [seconds, bad] as const,
      total: [seconds, total] as const,
    })
    const busy = half(HOUR * 3600 + 1800, 500, 1000)
    const quiet = half(hourEnd, 0, 2)
    const answers = [[at(busy.bad, quiet.bad)], [at(busy.total, quiet.total)]]
    expect(counted(badOfTotal, answers, method)).toEqual({ good: 2_700_000, total: 3_600_000 })
    const silent = [[at(busy.bad)], [at(busy.total, [hourEnd, 0])]]
    expect(counted(badOfTotal, silent, method)).toEqual({ good: 900_000, total: 1_800_000 })
  })

  test('that are no number are refused, not passed over', () => {
    const method = { kind: 'timeslices', sliceMinutes: 60, sliceTarget: 0.9 } as const
    expect(counted(badOfTotal, [once(1), once(Number.NaN)], method)).toMatchObject({
      refused: [expect.stringContaining('NaN')],
    })
  })

  test('must fit into hours', () => {
    const method = { kind: 'timeslices', sliceMinutes: 7, sliceTarget: 0.9 } as const
    expect(() => seriesQueries(badOfTotal, method)).toThrow('do not fit')
  })
})

test('a query over a span and one of moments do not make a share', () => {
  const mixed: Measurement = { kind: 'bad-total', bad: sample('broken'), total: events('all[{{.window}}]') }
  expect(() => seriesQueries(mixed, occurrences)).toThrow('the same way')
})
