import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { latencyQuantile, summedHistogram } from './latency-histogram.ts'
import type { LatencyHistogram } from './latency-histogram.ts'

const histogram = (boundsMs: readonly number[], counts: readonly number[]): LatencyHistogram => ({
  boundsMs,
  counts,
})

const anyHistogram: fc.Arbitrary<LatencyHistogram> = fc
  .subarray([10, 25, 50, 100, 250, 500, 1000], { minLength: 1 })
  .chain((boundsMs) =>
    fc
      .array(fc.nat(1000), { minLength: boundsMs.length + 1, maxLength: boundsMs.length + 1 })
      .map((counts) => histogram(boundsMs, counts)),
  )

const msOf = (q: number, of: LatencyHistogram, maxMs: number | null = null) =>
  latencyQuantile(of, q, maxMs)?.ms

describe('a latency percentile', () => {
  const even = histogram([100, 200, 400], [10, 80, 10, 0])

  it.each([
    ['the least possible', 0, 0],
    ['within the first bucket, from nothing', 0.05, 50],
    ['at the end of a bucket', 0.1, 100],
    ['in the middle of one', 0.5, 150],
    ['at the end of the next', 0.9, 200],
    ['in the last', 0.95, 300],
    ['the most possible', 1, 400],
  ])('%s', (_name, q, ms) => {
    expect(latencyQuantile(even, q)?.ms).toBeCloseTo(ms, 9)
    expect(latencyQuantile(even, q)?.isAtLeast).toBe(false)
  })

  it('is never slower than the slowest request', () => {
    expect(latencyQuantile(even, 1, 350)).toEqual({ ms: 350, isAtLeast: false })
    expect(msOf(0.95, even, 350)).toBeCloseTo(275, 9)
    expect(msOf(0.5, even, 350)).toBeCloseTo(150, 9)
  })

  it('beyond the last bound reaches to the slowest request', () => {
    const slow = histogram([100], [1, 3])
    expect(msOf(1, slow, 900)).toBe(900)
    expect(msOf(0.625, slow, 900)).toBeCloseTo(500, 9)
  })

  it('beyond the last bound, without one, is at least that bound', () => {
    const slow = histogram([100], [1, 3])
    expect(latencyQuantile(slow, 0.25)).toEqual({ ms: 100, isAtLeast: false })
    expect(latencyQuantile(slow, 0.26)).toEqual({ ms: 100, isAtLeast: true })
  })

  it('does not believe in a slowest request that is faster than others', () => {
    expect(msOf(1, even, 150)).toBe(400)
    expect(msOf(1, even, 500)).toBe(400)
    expect(latencyQuantile(histogram([100], [1, 3]), 1, 50)).toEqual({ ms: 100, isAtLeast: true })
    expect(msOf(0.5, histogram([100, 200], [4, 4, 0]), 50)).toBe(100)
  })

  it('passes over empty buckets', () => {
    const gaps = histogram([100, 200, 400], [0, 0, 4, 0])
    expect(msOf(0, gaps)).toBe(200)
    expect(msOf(0.5, gaps)).toBe(300)
    expect(msOf(1, gaps)).toBe(400)
  })

  it('ends with the bucket that holds its share, however far the next request is', () => {
    const gap = histogram([100, 200, 400], [2, 0, 2, 0])
    expect(msOf(0.5, gap)).toBe(100)
    expect(msOf(0.51, gap)).toBeGreaterThan(200)
  })

  it('is nothing where nothing took any time', () => {
    expect(msOf(1, histogram([100], [3, 0]), 0)).toBe(0)
  })

  it('is absent without requests', () => {
    expect(latencyQuantile(histogram([100], [0, 0]), 0.5)).toBeNull()
  })

  it('grows with the share and stays within the bounds of what was counted', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        anyHistogram,
        share,
        share,
        fc.option(fc.integer({ min: 1001, max: 5000 })),
        (of, a, b, max) => {
          const lower = latencyQuantile(of, Math.min(a, b), max)
          const upper = latencyQuantile(of, Math.max(a, b), max)
          if (!lower || !upper) return
          expect(lower.ms).toBeLessThanOrEqual(upper.ms)
          expect(lower.ms).toBeGreaterThanOrEqual(0)
          expect(upper.ms).toBeLessThanOrEqual(max ?? Math.max(...of.boundsMs))
        },
      ),
    )
  })

  it('has its share of the requests in the buckets up to its own', () => {
    fc.assert(
      fc.property(anyHistogram, fc.double({ min: 0, max: 1, noNaN: true }), (of, q) => {
        const found = latencyQuantile(of, q)
        if (!found || found.isAtLeast) return
        const all = of.counts.reduce((sum, count) => sum + count, 0)
        const bucket = of.boundsMs.findIndex((bound) => found.ms <= bound)
        const upTo = of.counts.slice(0, bucket + 1).reduce((sum, count) => sum + count, 0)
        expect(upTo).toBeGreaterThanOrEqual(q * all - 1e-6)
      }),
    )
  })
})

describe('histograms added up', () => {
  it('of the same bounds are added bucket by bucket', () => {
    expect(summedHistogram([histogram([1, 5], [1, 2, 3]), histogram([1, 5], [10, 20, 30])])).toEqual(
      histogram([1, 5], [11, 22, 33]),
    )
  })

  it('of different bounds keep those they share, and every request', () => {
    const finer = histogram([1, 2, 5, 10], [1, 2, 4, 8, 16])
    const other = histogram([2, 10, 20], [100, 200, 300, 400])
    expect(summedHistogram([finer, other])).toEqual(histogram([2, 10], [103, 212, 716]))
  })

  it('are none where there is none, or nothing in common', () => {
    expect(summedHistogram([])).toBeNull()
    expect(summedHistogram([histogram([1], [1, 1]), histogram([2], [1, 1])])).toBeNull()
  })

  it('lose no request, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(anyHistogram, { minLength: 1, maxLength: 4 }), (some) => {
        const summed = summedHistogram(some)
        expect(summedHistogram(some.toReversed())).toEqual(summed)
        if (!summed) return
        const requests = (one: LatencyHistogram) => one.counts.reduce((sum, count) => sum + count, 0)
        expect(requests(summed)).toBe(some.reduce((sum, one) => sum + requests(one), 0))
        expect(summed.counts).toHaveLength(summed.boundsMs.length + 1)
        expect(summed.counts.every((count) => count >= 0)).toBe(true)
      }),
    )
  })
})
