import { describe, expect, test } from 'vitest'

import { catalogIndex } from '../../catalog-index.ts'
import { alertmanagerSettingsSchema } from '../../settings/alertmanager-settings.ts'
import { tinyCatalog } from '../../testing/tiny-organization.ts'
import type { Alert } from './alerts.ts'
import { breachesOfAlerts } from './breaches-of-alerts.ts'

const names = { index: catalogIndex(tinyCatalog), settings: alertmanagerSettingsSchema.parse({}) }
const read = (...alerts: readonly Alert[]) => breachesOfAlerts(alerts, names)

function alert(labels: Readonly<Record<string, string>>, change: Partial<Alert> = {}): Alert {
  return {
    status: 'firing',
    labels: { alertname: 'Burning', ...labels },
    annotations: {},
    startsAt: '2026-11-18T02:00:00.123456789Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: '',
    fingerprint: 'f1',
    ...change,
  }
}

/** As Sloth writes it into its alerts. */
const sloth = {
  sloth_id: 'cart-get-cart',
  sloth_service: 'cart',
  sloth_slo: 'get-cart',
  sloth_severity: 'page',
  sli: 'latency',
}

describe('an alert about an SLO', () => {
  test('is a breach with all that it tells', () => {
    const labels = { slo: 'cart.availability.get-cart', region: 'lab', severity: 'critical' }
    const { breaches } = read(
      alert(labels, {
        annotations: { summary: 'Too many\nerrors', burn_rate: '14.4' },
        generatorURL: 'http://prometheus.example/graph?g0.expr=up',
      }),
    )
    expect(breaches).toEqual([
      {
        id: 'alertmanager:f1:2026-11-18T02:00:00Z',
        slo: 'cart.availability.get-cart',
        deployment: 'lab',
        service: 'cart',
        severity: 'page',
        rule: 'Burning',
        startedAt: '2026-11-18T02:00:00Z',
        endedAt: null,
        burnRate: 14.4,
        summary: 'Too many errors',
        source: 'alertmanager',
        url: 'http://prometheus.example/graph?g0.expr=up',
      },
    ])
  })

  test('is over when it is resolved, never before it began', () => {
    const labels = { slo: 'cart.latency.get-cart', severity: 'warning' }
    const over = (endsAt: string) =>
      read(alert(labels, { status: 'resolved', endsAt })).breaches.map(({ endedAt }) => endedAt)
    expect(over('2026-11-18T04:30:00+01:00')).toEqual(['2026-11-18T03:30:00Z'])
    expect(over('2026-11-18T01:00:00Z')).toEqual(['2026-11-18T02:00:00Z'])
  })

  test('of Sloth is told apart by service and name, and by the id where that is not enough', () => {
    const ambiguous = read(alert({ ...sloth, deployment: 'north' }))
    expect(ambiguous.breaches).toEqual([])
    expect(ambiguous.unmatched[0]?.detail).toContain('cart.availability.get-cart, cart.latency.get-cart')
    const told = read(alert({ ...sloth, deployment: 'north', sre_indicators_slo: 'cart.latency.get-cart' }))
    expect(told.breaches).toMatchObject([{ slo: 'cart.latency.get-cart', severity: 'page' }])
  })

  test('of Pyrra has a rule for each pair of windows', () => {
    const labels = { slo: 'search.latency.find', severity: 'warning', long: '6h', short: '30m', job: 'nginx' }
    expect(read(alert(labels)).breaches).toMatchObject([{ rule: 'Burning 6h/30m', severity: 'ticket' }])
  })

  test('is found in its deployment by name, by region, or because there is only one', () => {
    const labels = { slo: 'cart.availability.get-cart', severity: 'page' }
    expect(read(alert({ ...labels, cluster: 'North' })).breaches).toMatchObject([{ deployment: 'north' }])
    // Both deployments are in that region.
    expect(read(alert({ ...labels, region: 'eu-north' })).unmatched).toHaveLength(1)
    expect(read(alert(labels)).unmatched[0]?.detail).toContain('north, lab')
    expect(read(alert({ slo: 'search.latency.find', severity: 'page' })).breaches).toHaveLength(1)
    expect(
      read(alert({ slo: 'search.latency.find', severity: 'page', region: 'eu-north' })).breaches,
    ).toMatchObject([{ deployment: 'north' }])
  })
})

test('what cannot be kept is told alert by alert, and keeps none of the others out', () => {
  const good = alert({ slo: 'search.latency.find', severity: 'page' })
  const result = read(
    alert({ slo: 'search.latency.fund', severity: 'page' }),
    good,
    alert({ slo: 'search.latency.find', severity: 'info' }),
    alert({ slo: 'search.latency.find' }),
    { ...good, startsAt: 'yesterday' },
    { ...good, status: 'resolved', endsAt: '' },
    alert({ alertname: 'CPU over 90 %', severity: 'critical', host: 'abc' }),
  )
  expect(result.breaches).toHaveLength(1)
  expect(result.otherCount).toBe(1)
  expect(result.unmatched.map(({ alert: place }) => place)).toEqual([0, 2, 3, 4, 5])
  expect(result.unmatched[0]?.detail).toContain('Did you mean search.latency.find?')
})

test('labels of a company’s own are set by name', () => {
  const settings = alertmanagerSettingsSchema.parse({
    sloLabels: ['objective'],
    severityLabels: ['urgency'],
    pageSeverities: ['now'],
  })
  const { breaches } = breachesOfAlerts([alert({ objective: 'search.latency.find', urgency: 'now' })], {
    ...names,
    settings,
  })
  expect(breaches).toHaveLength(1)
})

test('texts and links of outside are made harmless', () => {
  const labels = {
    slo: 'search.latency.find',
    severity: 'page',
    alertname: `a\u0007b\ud800${'x'.repeat(500)}`,
  }
  const [breach] = read(alert(labels, { generatorURL: 'javascript:alert(1)' })).breaches
  expect(breach?.url).toBeNull()
  expect(breach?.rule).toMatch(/^a b x+$/)
  expect(breach?.rule.length).toBeLessThanOrEqual(200)
})
