import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'

import { findCatalogFiles } from './catalog-files.ts'
import { exportCatalog } from './export-catalog.ts'
import { readCatalog } from './read-catalog.ts'
import type { CodedSlo } from './slo-catalog.ts'

// Many readings, or a process each, while other suites share the machine.
vi.setConfig({ testTimeout: 60_000 })

const { files } = await findCatalogFiles('examples/slo-as-code')
const { catalog, mistakes, origins } = readCatalog(files)

function sloOf(id: string): CodedSlo {
  const slo = catalog.slos.find((one) => one.id === id)
  if (slo === undefined) throw new Error(`There is no ${id} in the examples`)
  return slo
}

test('all files load without a mistake, and none is idle', () => {
  expect(mistakes).toEqual([])
  const used = new Set([...origins.values()].map(({ file }) => file))
  expect(files.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([
    'examples/slo-as-code/defaults-and-slas.yaml',
    'examples/slo-as-code/organization.yaml',
    'examples/slo-as-code/policies-and-rotations.yaml',
    'examples/slo-as-code/services.yaml',
  ])
})

test('a contract rests on the SLO whose SLA carries it, wherever that runs', () => {
  expect(catalog.contracts).toMatchObject([
    {
      slug: 'bookshops',
      target: 0.99,
      since: '2026-02-01',
      customers: ['Corner Books', 'Quay Street Books'],
      parts: ['payment.availability.take-payment'],
      deployments: sloOf('payment.availability.take-payment').deployments,
      journey: null,
    },
  ])
})

test('services come to the teams that claim them, with the deployments they run in', () => {
  expect(catalog.services.map(({ slug, team, deployments }) => [slug, team, deployments])).toEqual([
    ['basket', 'basket', ['eu-north', 'us-east']],
    ['book-search', 'discovery', ['eu-north', 'us-east']],
    ['buying', 'basket', []],
    ['covers', 'discovery', ['eu-north', 'us-east']],
    ['gift-cards', 'basket', []],
    ['payment', 'basket', ['eu-north']],
  ])
})

describe('OpenSLO', () => {
  test('good of total, by reference to an SLI', () => {
    expect(sloOf('basket.availability.basket-availability')).toMatchObject({
      name: 'Basket answers',
      target: 0.999,
      window: { kind: 'rolling', duration: '28d' },
      method: { kind: 'occurrences' },
      deployments: ['eu-north', 'us-east'],
      measurement: {
        kind: 'good-total',
        good: {
          promql: 'sum(http_requests_total{job="basket", cluster="{{.deployment}}", code!~"5.."})',
          reading: 'running-count',
          source: 'metrics',
        },
      },
    })
  })

  test('bad of total, by the calendar, for one endpoint, with its SLA', () => {
    expect(sloOf('payment.availability.take-payment')).toMatchObject({
      endpoint: 'POST /payments',
      priority: 1,
      target: 0.9995,
      slaTarget: 0.995,
      deployments: ['eu-north'],
      window: { kind: 'calendar', duration: '1M', startTime: '2026-01-01 00:00:00', timeZone: 'Europe/Oslo' },
      measurement: { kind: 'bad-total', bad: { promql: 'sum(payments_total{outcome="failed"})' } },
    })
  })

  test('slices of time', () => {
    expect(sloOf('payment.availability.payment-steady')).toMatchObject({
      method: { kind: 'timeslices', sliceMinutes: 1, sliceTarget: 0.95 },
      measurement: { kind: 'ratio', of: 'good', ratio: { reading: 'sample' } },
    })
  })

  test('several objectives become several SLOs, told apart by name', () => {
    expect(sloOf('payment.freshness.ledger-lag-within-a-minute')).toMatchObject({
      target: 0.99,
      method: { kind: 'ratio-timeslices', sliceMinutes: 5 },
      measurement: { kind: 'threshold', operator: 'lte', value: 60 },
    })
    expect(sloOf('payment.freshness.ledger-lag-within-a-quarter-of-an-hour').target).toBe(0.999)
  })
})

describe('Sloth', () => {
  test('errors of all events, in the plain file', () => {
    expect(sloOf('book-search.availability.results-availability')).toMatchObject({
      target: 0.995,
      window: null,
      deployments: ['eu-north'],
      measurement: { kind: 'bad-total', bad: { reading: 'per-second' }, total: { reading: 'per-second' } },
    })
  })

  test('the threshold of a latency SLO is the bound of its bucket', () => {
    expect(sloOf('book-search.latency.results-latency').thresholdMs).toBe(400)
  })

  test('a ratio of errors, in the Kubernetes resource', () => {
    expect(sloOf('book-search.correctness.suggestions-correctness')).toMatchObject({
      target: 0.98,
      measurement: { kind: 'ratio', of: 'bad' },
    })
  })
})

describe('Pyrra', () => {
  test('series become counts within the window', () => {
    expect(sloOf('covers.availability.cover-images-errors')).toMatchObject({
      target: 0.99,
      window: { kind: 'rolling', duration: '28d' },
      measurement: {
        kind: 'bad-total',
        bad: {
          promql: 'sum(increase(http_requests_total{job="covers", code=~"5.."}[{{.window}}]))',
          reading: 'events',
        },
        total: { promql: 'sum(increase(http_requests_total{job="covers"}[{{.window}}]))', reading: 'events' },
      },
    })
  })

  test('latency has the threshold of its bucket', () => {
    expect(sloOf('covers.latency.cover-images-latency')).toMatchObject({ target: 0.9, thresholdMs: 250 })
  })

  test('a gauge of true and false counts its samples', () => {
    expect(sloOf('covers.availability.cover-store-up').measurement).toMatchObject({
      kind: 'good-total',
      good: { promql: 'sum(sum_over_time(probe_success{job="cover-store-probe"}[{{.window}}]))' },
    })
  })
})

describe('our own kinds', () => {
  test('a default SLO holds for the endpoints that have none of their own', () => {
    const derived = catalog.slos.filter(({ flavor }) => flavor === 'default')
    expect(derived.map(({ id, endpoint, target }) => [id, endpoint, target])).toEqual([
      ['payment.availability.default-get-payments', 'GET /payments', 0.99],
      ['payment.availability.default-post-refunds', 'POST /refunds', 0.99],
    ])
    expect(derived[1]?.measurement).toMatchObject({
      total: { promql: 'sum(http_requests_total{job="payment", method="POST", route="/refunds"})' },
    })
  })
})

test('importing the export of the examples changes nothing', () => {
  const again = readCatalog([{ name: 'export.yaml', text: exportCatalog(catalog) }])
  expect(again.mistakes).toEqual([])
  expect(again.catalog).toEqual(catalog)
})

test('whatever is done to one file, nothing of another is missing without a word about that one', () => {
  const targets = files.map((file, index) => ({
    ...file,
    index,
    others: readCatalog(files.filter((other) => other !== file)),
  }))
  const damage = fc.record({
    target: fc.constantFrom(...targets),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    put: fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('[', '{', '*a', '&a', '!!js', '\t', '---\n', ': ', '"'),
    ),
  })
  fc.assert(
    fc.property(damage, ({ target, from, length, put }) => {
      const { name, text, index, others } = target
      const start = Math.floor(from * text.length)
      const damaged = { name, text: text.slice(0, start) + put + text.slice(start + length) }
      const read = readCatalog(files.with(index, damaged))
      const kept = new Set(read.catalog.slos.map(({ id }) => id))
      const wrong = new Set(read.mistakes.map(({ place }) => place.file))
      const missing = [...others.origins].filter(([id, { file }]) => !kept.has(id) && !wrong.has(file))
      expect(missing).toEqual([])
    }),
    { numRuns: 60 },
  )
})
