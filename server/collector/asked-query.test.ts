import { describe, expect, test } from 'vitest'

import type { Query } from '../sources/slo-as-code/slo-catalog.ts'
import { coverageOf, queryForMoments, queryForWindow } from './asked-query.ts'
import { increaseInside } from './linear-counter.ts'

const query = (promql: string, reading: Query['reading']): Query => ({ promql, reading, source: null })
const hourly = (promql: string, reading: Query['reading']) => queryForWindow(query(promql, reading), 3600)

describe('a query for an hour', () => {
  test('has the hour for its window', () => {
    expect(hourly('sum(increase(x[{{.window}}]))', 'events')).toMatchObject({
      promql: 'sum(increase(x[1h]))',
      scale: 1,
    })
  })

  test('makes events of what is given a second', () => {
    expect(hourly('sum(rate(x[{{.window}}]))', 'per-second').scale).toBe(3600)
    expect(queryForWindow(query('sum(rate(x[{{.window}}]))', 'per-second'), 300)).toMatchObject({
      promql: 'sum(rate(x[5m]))',
      scale: 300,
    })
  })

  test.each(['running-count', 'sample'] as const)(
    'covers all of it where a %s is rated over less',
    (reading) => {
      expect(hourly('sum(rate(x{a="[1m]"}[5m]))', reading)).toMatchObject({ scale: 1 })
      expect(hourly('sum(rate(x{code!~"5.."}[5m]))', reading)).toMatchObject({
        promql: 'sum(rate(x{code!~"5.."}[1h]))',
        scale: 3600,
      })
      expect(hourly('sum(increase(x[5m]))', reading)).toMatchObject({
        promql: 'sum(increase(x[1h]))',
        scale: 1,
      })
    },
  )

  test('puts the increase inside of sums of counters', () => {
    expect(hourly('sum(x{a="b"}) - sum(y)', 'running-count').promql).toBe(
      'sum(increase(x{a="b"}[1h])) - sum(increase(y[1h]))',
    )
  })

  test('looks at an expression that is no sum of counters every minute', () => {
    expect(hourly('max(x) / 2', 'running-count').promql).toBe('increase((max(x) / 2)[1h:1m])')
  })
})

describe('what a value is about', () => {
  test.each([
    ['sum(rate(x[{{.window}}]))', 'per-second', 'window'],
    ['sum(x)', 'running-count', 'window'],
    ['sum(rate(x[5m]))', 'sample', 'window'],
    ['queue_length', 'sample', 'moment'],
    ['max_over_time(x[5m])', 'sample', 'moment'],
    ['sum(rate(x[5m] offset 1d))', 'sample', 'moment'],
    ['sum(job:requests:rate5m)', 'running-count', 'moment'],
  ] as const)('%s, a %s: %s', (promql, reading, coverage) => {
    expect(coverageOf(query(promql, reading))).toBe(coverage)
  })

  test('a recorded rate counts for the minute until it is looked at again, an amount for itself', () => {
    expect(queryForMoments(query('sum(job:requests:rate5m)', 'sample'), 300).scale).toBe(60)
    expect(queryForMoments(query('healthy_instances', 'sample'), 300).scale).toBe(1)
  })
})

describe('the increase of a sum', () => {
  test.each([
    ['x', 'increase(x[1h])'],
    ['x{a="b}c", d=~\'e"\'}', 'increase(x{a="b}c", d=~\'e"\'}[1h])'],
    ['{__name__="x"}', 'increase({__name__="x"}[1h])'],
    ['sum by (a, b) (x)', 'sum by (a, b) (increase(x[1h]))'],
    ['sum(x) by (job)', 'sum(increase(x[1h])) by (job)'],
    ['sum(x) or vector(0)', 'sum(increase(x[1h])) or vector(0)'],
    ['sum(by_total)', 'sum(increase(by_total[1h]))'],
  ])('%s', (promql, expected) => {
    expect(increaseInside(promql, '1h')).toBe(expected)
  })

  test.each([
    'max(x)',
    'x / y',
    'x * 2',
    'x offset 1d',
    'sum(rate(x[5m]))',
    'x > 3',
    'clamp_min(x, 0)',
    'x @ 1',
    'x + 5',
    'x unless y',
  ])('is not that of its parts: %s', (promql) => {
    expect(increaseInside(promql, '1h')).toBeNull()
  })
})
