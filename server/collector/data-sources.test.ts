import { describe, expect, test } from 'vitest'

import { collectorSettingsSchema } from '../settings/collector-settings.ts'
import { createSourceFinder, planSources } from './data-sources.ts'

const secrets: Readonly<Record<string, string>> = {
  PROMETHEUS_URL: 'http://one:9090',
  TOKEN: 's3cret',
  KEY: 'k3y',
}
const secret = (name: string) => secrets[name] ?? ''
const planner = (settings: unknown, declared: readonly { slug: string; connectionDetails: unknown }[] = []) =>
  planSources({ settings: collectorSettingsSchema.parse(settings), declared, secret })
const urlOf = (plan: ReturnType<ReturnType<typeof planner>>) => (typeof plan === 'string' ? plan : plan.url)

describe('a query that names no source', () => {
  const two = { a: { url: 'http://a' }, b: { url: 'http://b' } }
  test.each([
    ['PROMETHEUS_URL alone', { prometheusUrlFromEnv: 'PROMETHEUS_URL' }, 'http://one:9090'],
    ['the only source there is', { sources: { a: { url: 'http://a' } } }, 'http://a'],
    ['the one that was chosen', { sources: two, defaultSource: 'b' }, 'http://b'],
    [
      'PROMETHEUS_URL among others',
      { sources: two, prometheusUrlFromEnv: 'PROMETHEUS_URL' },
      'http://one:9090',
    ],
  ])('is asked of %s', (_, settings, url) => {
    expect(urlOf(planner(settings)(null))).toBe(url)
  })

  test('is asked of the only one the catalog declares', () => {
    const declared = [{ slug: 'main', connectionDetails: { url: 'http://declared' } }]
    expect(urlOf(planner({}, declared)(null))).toBe('http://declared')
  })

  test('is asked of nobody where it is not clear whom, and says what to set', () => {
    expect(planner({ sources: two })(null)).toContain('several (a, b): set collector.defaultSource')
    expect(planner({})(null)).toContain('set PROMETHEUS_URL')
  })
})

describe('a named source', () => {
  const declared = [
    { slug: 'main', connectionDetails: { url: 'http://declared:9090' } },
    { slug: 'odd', connectionDetails: { url: 'ftp://nowhere' } },
  ]

  test('has the settings before the catalog', () => {
    expect(urlOf(planner({}, declared)('main'))).toBe('http://declared:9090')
    expect(urlOf(planner({ sources: { main: { url: 'http://own' } } }, declared)('main'))).toBe('http://own')
  })

  test('is not replaced by PROMETHEUS_URL', () => {
    expect(urlOf(planner({ prometheusUrlFromEnv: 'PROMETHEUS_URL' }, declared)('main'))).toBe(
      'http://declared:9090',
    )
  })

  test.each(['odd', 'unknown'])('without an address says where to give it: %s', (name) => {
    expect(planner({}, declared)(name)).toContain(`collector.sources.${name}.url`)
  })

  test('brings its credentials and tenant, and secrets come by their variables', () => {
    const main = {
      bearerTokenFromEnv: 'TOKEN',
      headers: [{ name: 'X-Api-Key', valueFromEnv: 'KEY' }],
      tenant: 'shop',
      timeoutSeconds: 5,
      concurrency: 2,
    }
    expect(planner({ sources: { main } }, declared)('main')).toEqual({
      name: 'main',
      url: 'http://declared:9090',
      headers: { authorization: 'Bearer s3cret', 'X-Api-Key': 'k3y', 'X-Scope-OrgID': 'shop' },
      timeoutMs: 5000,
      concurrency: 2,
    })
  })
})

test('a client is kept as long as what it was made of, so that those on the way stay bounded', () => {
  const retry = {
    attempts: 1,
    firstDelayMs: 0,
    longestDelayMs: 0,
    wait: async () => undefined,
    random: () => 0,
  }
  const finder = createSourceFinder(() => ({ fetch, retry }))
  const planned = (url: string) => finder(planner({ sources: { main: { url } } }))(null)
  const first = planned('http://a')
  expect(planned('http://a')).toBe(first)
  expect(planned('http://b')).not.toBe(first)
})
