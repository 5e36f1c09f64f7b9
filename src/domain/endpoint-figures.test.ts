import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  availability,
  averageLatencyMs,
  byAvailability,
  byLatency,
  isLowTraffic,
  latencyPercentiles,
  summedFigures,
} from './endpoint-figures.ts'
import type { EndpointFigures } from './endpoint-figures.ts'
import { goldenCase } from './testing/golden.ts'

const figures = (overrides: Partial<EndpointFigures> = {}): EndpointFigures => ({
  requests: 1000,
  failures: 0,
  timedRequests: 0,
  latencySumMs: 0,
  latencyMaxMs: null,
  latency: null,
  ...overrides,
})

const anyFigures: fc.Arbitrary<EndpointFigures> = fc
  .record({
    requests: fc.nat(1000),
    failing: fc.double({ min: 0, max: 1, noNaN: true }),
    latencyMaxMs: fc.option(fc.nat(5000)),
    averageMs: fc.nat(500),
    hasLatency: fc.boolean(),
  })
  .map(({ requests, failing, latencyMaxMs, averageMs, hasLatency }) =>
    figures({
      requests,
      failures: Math.floor(requests * failing),
      timedRequests: requests,
      latencySumMs: requests * averageMs,
      latencyMaxMs,
      latency: hasLatency ? { boundsMs: [100, 200], counts: [requests, 0, 0] } : null,
    }),
  )

describe('figures that need no SLO', () => {
  it.each([
    ['all succeed', 10, 0, 1],
    ['one of ten fails', 10, 1, 0.9],
    ['all fail', 10, 10, 0],
    ['nobody asks', 0, 0, null],
  ])('availability: %s', (_name, requests, failures, share) => {
    expect(availability({ requests, failures })).toBe(share)
  })

  it('the average is over the requests that were timed', () => {
    expect(averageLatencyMs(figures({ timedRequests: 4, latencySumMs: 1000 }))).toBe(250)
    expect(averageLatencyMs(figures())).toBeNull()
  })

  it('percentiles come from the histogram, closed by the slowest request', () => {
    const latency = { boundsMs: [100, 200], counts: [50, 49, 1] }
    const found = latencyPercentiles(figures({ latency, latencyMaxMs: 1200 }))
    expect(found?.p50).toEqual({ ms: 100, isAtLeast: false })
    expect(found?.p95.ms).toBeCloseTo(100 + (100 * 45) / 49, 9)
    expect(found?.p99.ms).toBeCloseTo(200, 9)
    const slow = { boundsMs: [100, 200], counts: [50, 40, 10] }
    expect(latencyPercentiles(figures({ latency: slow, latencyMaxMs: 1200 }))?.p95.ms).toBeCloseTo(700, 9)
    expect(latencyPercentiles(figures({ latency: slow }))?.p95).toEqual({ ms: 200, isAtLeast: true })
  })

  it('percentiles are absent without a histogram, or with an empty one', () => {
    expect(latencyPercentiles(figures())).toBeNull()
    expect(latencyPercentiles(figures({ latency: { boundsMs: [100], counts: [0, 0] } }))).toBeNull()
  })

  it.each([
    [0, true],
    [99, true],
    [100, false],
  ])('%i requests: low traffic %s', (requests, isLow) => {
    expect(isLowTraffic({ requests })).toBe(isLow)
  })
})

describe('figures added up', () => {
  it('of two endpoints are those of the service', () => {
    const latency = { boundsMs: [100], counts: [3, 1] }
    const one = figures({
      requests: 4,
      failures: 1,
      timedRequests: 4,
      latencySumMs: 400,
      latencyMaxMs: 150,
      latency,
    })
    const other = figures({ requests: 6, timedRequests: 3, latencySumMs: 900, latencyMaxMs: 700, latency })
    expect(summedFigures([one, other])).toEqual({
      requests: 10,
      failures: 1,
      timedRequests: 7,
      latencySumMs: 1300,
      latencyMaxMs: 700,
      latency: { boundsMs: [100], counts: [6, 2] },
    })
  })

  it('have no histogram where one that was asked has none: its requests would be missing', () => {
    const latency = { boundsMs: [100], counts: [1, 0] }
    const with1 = figures({ requests: 1, latency })
    expect(summedFigures([with1, figures({ requests: 1 })]).latency).toBeNull()
    expect(summedFigures([with1, figures({ requests: 0 })]).latency).toEqual(latency)
  })

  it('of nothing are nothing', () => {
    expect(summedFigures([])).toEqual(figures({ requests: 0 }))
  })

  it('are the same in any order, and lie between their parts', () => {
    fc.assert(
      fc.property(fc.array(anyFigures, { minLength: 1, maxLength: 6 }), (parts) => {
        const whole = summedFigures(parts)
        expect(summedFigures(parts.toReversed())).toEqual(whole)
        for (const figure of [availability, averageLatencyMs]) {
          const values = parts.map((part) => figure(part)).filter((value) => value !== null)
          const value = figure(whole)
          expect(value === null).toBe(values.length === 0)
          if (value === null) continue
          expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9)
          expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
        }
      }),
    )
  })
})

describe('the ranking', () => {
  const available = (name: string, percent: number | null, requests = 1000) => ({
    name,
    figures: figures(
      percent === null
        ? { requests: 0 }
        : { requests, failures: Math.round((requests * (100 - percent)) / 100) },
    ),
  })
  const slow = (name: string, averageMs: number | null, requests = 1000) => ({
    name,
    figures: figures({
      requests,
      timedRequests: averageMs === null ? 0 : requests,
      latencySumMs: (averageMs ?? 0) * requests,
    }),
  })
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

  it('GC-I11: the least available endpoint comes first', () => {
    const golden = goldenCase('GC-I11')
    const rows = [2, 0, 1].map((row) =>
      available(golden.text('inputs', 'values', row, 0), golden.number('inputs', 'values', row, 1)),
    )
    const sorted = byAvailability(rows).map((row) => Math.round((availability(row.figures) ?? 0) * 100))
    expect(sorted).toEqual(golden.numbers('expected', 'sorted_ascending'))
    expect(names(byAvailability(rows))).toEqual(['GET /user', 'GET /affil', 'GET /tenant/{id}'])
    expect(names(byAvailability(rows, 'descending'))).toEqual(['GET /tenant/{id}', 'GET /affil', 'GET /user'])
  })

  it('GC-I12: the slowest on average comes first, with its maximum', () => {
    const golden = goldenCase('GC-I12')
    const rows = [1, 2, 0].map((row) => {
      const averageMs = golden.number('inputs', 'avg_max', row, 0) * 1000
      const { name, figures: own } = slow(`endpoint ${row}`, averageMs)
      return { name, figures: { ...own, latencyMaxMs: golden.number('inputs', 'avg_max', row, 1) * 1000 } }
    })
    const sorted = byLatency(rows)
    expect(sorted.map((row) => (averageLatencyMs(row.figures) ?? 0) / 1000)).toEqual(
      golden.numbers('expected', 'sorted_desc_by_avg'),
    )
    expect(sorted.map((row) => row.figures.latencyMaxMs)).toEqual([90_000, 30_000, 17_000])
    expect(names(byLatency(rows, 'ascending'))).toEqual(['endpoint 2', 'endpoint 1', 'endpoint 0'])
  })

  it.each(['ascending', 'descending'] as const)('%s, endpoints that say nothing come last', (direction) => {
    expect(names(byAvailability([available('silent', null), available('asked', 50)], direction))).toEqual([
      'asked',
      'silent',
    ])
    expect(names(byLatency([slow('untimed', null), slow('timed', 5)], direction))).toEqual([
      'timed',
      'untimed',
    ])
  })

  it('of equal ones, the one that more users meet comes first, then the name decides', () => {
    const rows = [available('b', 90, 100), available('a', 90, 100), available('c', 90, 1000)]
    expect(names(byAvailability(rows))).toEqual(['c', 'a', 'b'])
    expect(names(byAvailability(rows.toReversed(), 'descending'))).toEqual(['c', 'a', 'b'])
  })
})
