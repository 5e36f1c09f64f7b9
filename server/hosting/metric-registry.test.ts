import { expect, test } from 'vitest'

import { createMetricRegistry } from './metric-registry.ts'

const registry = () => createMetricRegistry((error) => expect.fail(String(error)))

test('a counter tells one sum for each set of labels', async () => {
  const metrics = registry()
  const counter = metrics.counter('requests_total', 'Requests.')
  counter.add({ route: '/a' })
  counter.add({ route: '/a' }, 2)
  counter.add({ route: '/b' })
  expect(await metrics.text()).toBe(
    [
      '# HELP requests_total Requests.',
      '# TYPE requests_total counter',
      'requests_total{route="/a"} 3',
      'requests_total{route="/b"} 1',
      '',
    ].join('\n'),
  )
})

test('a histogram counts everything at or below each bound, and everything in the last', async () => {
  const metrics = registry()
  const histogram = metrics.histogram('seconds', 'Time.', [0.1, 1])
  for (const value of [0.1, 0.5, 7]) histogram.observe(value)
  const lines = (await metrics.text()).split('\n')
  expect(lines.slice(2, -1)).toEqual([
    'seconds_bucket{le="0.1"} 1',
    'seconds_bucket{le="1"} 2',
    'seconds_bucket{le="+Inf"} 3',
    'seconds_sum 7.6',
    'seconds_count 3',
  ])
})

test('whatever stands in a label cannot end it', async () => {
  const metrics = registry()
  metrics.counter('odd_total', 'Odd.').add({ name: 'a"b\\c\nd' })
  expect(await metrics.text()).toContain('odd_total{name="a\\"b\\\\c\\nd"} 1\n')
})

test('a figure that cannot be read is told and leaves the others alone', async () => {
  const told: unknown[] = []
  const metrics = createMetricRegistry((error) => told.push(error))
  const failure = new Error('away')
  metrics.reading('broken', 'gauge', 'Broken.', () => Promise.reject(failure))
  metrics.reading('whole', 'gauge', 'Whole.', () => [{ value: 1 }])
  expect(await metrics.text()).toBe('# HELP whole Whole.\n# TYPE whole gauge\nwhole 1\n')
  expect(told).toEqual([failure])
})

test('two figures of one name would be one wrong figure', () => {
  const metrics = registry()
  metrics.counter('a_total', 'A.')
  expect(() => metrics.counter('a_total', 'A.')).toThrow('two metrics a_total')
})
