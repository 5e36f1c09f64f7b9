import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { goldenCase } from './testing/golden.ts'
import { linearTrend, ticketGrowth } from './trend.ts'

describe('ticket growth', () => {
  it.each(['GC-T03', 'GC-T03b', 'GC-T04'])('%s', (id) => {
    const golden = goldenCase(id)
    const growth = ticketGrowth(golden.numbers('inputs', 'tickets_by_period'))
    expect((growth.averageRate ?? Number.NaN) * 100).toBeCloseTo(
      golden.number('expected', 'avg_growth_percent'),
      5,
    )
    expect(growth.averageDelta).toBe(golden.number('expected', 'avg_delta'))
  })

  it('GC-T04: a transition from 0 has no rate and is left out of the mean', () => {
    const golden = goldenCase('GC-T04')
    const { rates } = ticketGrowth(golden.numbers('inputs', 'tickets_by_period'))
    expect(rates.map((rate) => rate && rate * 100)).toEqual(
      golden.value('expected', 'transition_growth_percent'),
    )
  })

  it('GC-T01: the three services of the figure keep their order', () => {
    const golden = goldenCase('GC-T01')
    const named = golden.numbers('inputs', 'growth_percent').map((percent, i) => {
      const { averageRate } = ticketGrowth([100, 100 + percent])
      return { name: `Service ${i + 1}`, percent: Math.round((averageRate ?? Number.NaN) * 100) }
    })
    const below = Number(golden.text('inputs', 'filter').slice(1))
    const listed = named.filter(({ percent }) => percent < below).toSorted((a, b) => b.percent - a.percent)
    expect(listed.map(({ name }) => name)).toEqual(golden.value('expected', 'order'))
    expect(listed).toHaveLength(golden.number('expected', 'listed'))
  })

  it('falls below zero when tickets get fewer', () => {
    expect(ticketGrowth([10, 5, 0])).toEqual({ rates: [-0.5, -1], averageRate: -0.75, averageDelta: -5 })
  })

  it.each([[[]], [[7]]])('is absent for %j: nothing has changed yet', (counts) => {
    expect(ticketGrowth(counts)).toEqual({ rates: [], averageRate: null, averageDelta: null })
  })

  it('has a delta but no rate where every transition starts from 0', () => {
    expect(ticketGrowth([0, 0, 4])).toEqual({ rates: [null, null], averageRate: null, averageDelta: 2 })
  })
})

describe('trend line', () => {
  it('GC-TTR-01: recovery takes longer and longer', () => {
    const golden = goldenCase('GC-TTR-01')
    const incidents = [0, 1, 2, 3, 4].map((i) => ({
      period: golden.number('inputs', 'incidents', i, 'period'),
      y: golden.number('inputs', 'incidents', i, 'min'),
    }))

    const byOrder = linearTrend(incidents.map(({ y }, i) => ({ x: i + 1, y })))
    expect(byOrder?.slope).toBeCloseTo(golden.number('expected', 'ols_slope_by_order_min'), 5)
    expect(byOrder?.intercept).toBeCloseTo(golden.number('expected', 'ols_intercept'), 5)
    expect(byOrder?.mean).toBeCloseTo(golden.number('expected', 'mean_min'), 5)
    expect(byOrder?.direction).toBe(`${golden.text('expected', 'trend')}ward`)

    const byPeriod = linearTrend(incidents.map(({ period, y }) => ({ x: period, y })))
    expect(byPeriod?.slope).toBeCloseTo(golden.number('expected', 'ols_slope_by_period_min'), 5)
  })

  it.each([0, 1, 2])('needs three points; %i are none', (count) => {
    expect(linearTrend(Array.from({ length: count }, (_, x) => ({ x, y: x })))).toBeNull()
  })

  const line = (...ys: number[]) => linearTrend(ys.map((y, x) => ({ x, y })))

  it.each([
    ['upward just past 10 % of the mean', [94.9, 100, 105.1], 'upward'],
    ['flat at exactly 10 %', [95, 100, 105], 'flat'],
    ['flat where exactly 10 % is not exact in binary', [0.95, 1, 1.05], 'flat'],
    ['flat where binary noise outgrows a fixed billionth', [0.95 * 2159, 2159, 1.05 * 2159], 'flat'],
    ['flat at exactly -10 %', [105, 100, 95], 'flat'],
    ['downward just past 10 %', [105.1, 100, 94.9], 'downward'],
    ['flat where nothing changes', [60, 60, 60], 'flat'],
    ['flat where there is nothing', [0, 0, 0], 'flat'],
    ['upward through negative values', [-3, -2, -1], 'upward'],
  ] as const)('%s', (_name, ys, direction) => {
    expect(line(...ys)?.direction).toBe(direction)
  })

  it('has the same direction whenever it happens', () => {
    const later = linearTrend([96, 100, 104].map((y, x) => ({ x: 500_000 + x, y })))
    expect(later?.direction).toBe('flat')
  })

  it('is flat where everything happened at one instant', () => {
    const trend = linearTrend([
      { x: 5, y: 10 },
      { x: 5, y: 20 },
      { x: 5, y: 60 },
    ])
    expect(trend).toEqual({ slope: 0, intercept: 30, mean: 30, direction: 'flat' })
  })

  it('goes through the mean point and recovers a straight line, even far from the origin', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -500, max: 500 }),
        fc.uniqueArray(fc.integer({ min: 490_000, max: 491_000 }), { minLength: 3, maxLength: 30 }),
        (slope, offset, xs) => {
          const trend = linearTrend(xs.map((x) => ({ x, y: offset + slope * (x - 490_000) })))
          expect(trend?.slope).toBeCloseTo(slope, 6)
          const meanX = xs.reduce((sum, x) => sum + x, 0) / xs.length
          expect((trend?.intercept ?? Number.NaN) + (trend?.slope ?? Number.NaN) * meanX).toBeCloseTo(
            trend?.mean ?? Number.NaN,
            4,
          )
        },
      ),
    )
  })
})
