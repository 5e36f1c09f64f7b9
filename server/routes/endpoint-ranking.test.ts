import { expect, test } from 'vitest'

import { compareAbsentLast } from '../../src/domain/compare-absent-last.ts'
import { allItems } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'

const { read, refused } = harbourline
const everyRow = (query: Readonly<Record<string, string>>) =>
  allItems((page) => read('listEndpointRanking', { ...query, ...page, limit: 90 }))

test('the endpoints that fail most come first, and the sentence names the first', async () => {
  const { answer } = await read('listEndpointRanking', { limit: 1 })
  const rows = await everyRow({})
  const figures = rows.map(({ availability }) => availability)
  expect(figures).toEqual(figures.toSorted((a, b) => compareAbsentLast(a, b)))
  const [worst] = rows
  expect(answer).toContain(
    `${worst?.endpoint.verb} ${worst?.endpoint.path} of ${worst?.service} in ${worst?.deployment}`,
  )
})

test('the slowest are those with the highest average, their percentiles in order', async () => {
  const rows = await everyRow({ by: 'latency', window: 'previous-period' })
  const averages = rows.map(({ averageLatencyMs }) => averageLatencyMs)
  expect(averages).toEqual(averages.toSorted((a, b) => compareAbsentLast(a, b, 'descending')))
  for (const { percentiles, maxLatencyMs } of rows) {
    const { p50, p95, p99 } = percentiles ?? {}
    const inOrder = [p50?.ms, p95?.ms, p99?.ms, maxLatencyMs].map((ms) => ms ?? 0)
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
  }
})

test('a row says what the statistics of its period say', async () => {
  const { items, periods } = await read('listEndpointRanking', {
    window: 'previous-period',
    service: 'search-api',
    deployment: 'prod-eu',
  })
  const [period] = periods
  const statistics = await read('listEndpointStats', {
    service: 'search-api',
    deployment: 'prod-eu',
    from: period?.start ?? '',
    to: period?.end ?? '',
  })
  expect(items).toHaveLength(statistics.items.length)
  for (const { endpoint, requests, failures } of items) {
    const told = statistics.items.find(({ path, verb }) => path === endpoint.path && verb === endpoint.verb)
    expect([requests, failures]).toEqual([told?.requests, told?.failures])
  }
})

test('a year has a row for each of its periods', async () => {
  const ofLedger = { window: 'current-year', service: 'ledger', deployment: 'prod-eu' }
  const { periods } = await read('listEndpointRanking', { ...ofLedger, limit: 1 })
  const rows = await everyRow(ofLedger)
  const perPeriod = new Map(
    periods.map(({ id }) => [id, rows.filter(({ period }) => period.id === id).length]),
  )
  expect(new Set(perPeriod.values())).toEqual(new Set([2]))
  expect(periods).toHaveLength(12)
})

test('production alone is ranked until another deployment is named', async () => {
  const { facets, totalCount } = await read('listEndpointRanking', { limit: 1 })
  const production = facets.deployment.filter(({ isOwn }) => isOwn)
  expect(production.map(({ slug }) => slug)).toEqual(['prod-eu', 'prod-us', 'prod-jp'])
  expect(production.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount)
  const staging = await read('listEndpointRanking', { deployment: 'staging', limit: 1 })
  expect(staging.totalCount).toBe(facets.deployment.find(({ slug }) => slug === 'staging')?.count)
  expect(await refused('listEndpointRanking', { deployment: 'prod-ue' })).toMatchObject({
    status: 400,
    field: 'deployment',
  })
})

test.each([
  ['last-24-hours', 24],
  ['last-7-days', 168],
] as const)('%s are one span of just these hours', async (window, hours) => {
  const asked = { service: 'search-api', deployment: 'prod-eu' }
  const { items, periods, scale } = await read('listEndpointRanking', { ...asked, window })
  const [span] = periods
  expect([periods.length, scale, span?.isOpen]).toEqual([1, 'window', false])
  expect((Date.parse(span?.end ?? '') - Date.parse(span?.start ?? '')) / 3_600_000).toBe(hours)
  const statistics = await read('listEndpointStats', {
    ...asked,
    from: span?.start ?? '',
    to: span?.end ?? '',
  })
  expect(items.length).toBeGreaterThan(0)
  const requestsOf = (rows: readonly Readonly<{ requests: number }>[]) =>
    rows.map(({ requests }) => requests).toSorted((a, b) => a - b)
  expect(requestsOf(items)).toEqual(requestsOf(statistics.items))
})

test('a week by its dates is one row an endpoint, as a newsletter wants it', async () => {
  const week = { from: '2026-11-09T00:00:00Z', to: '2026-11-16T00:00:00Z' }
  const rows = await everyRow({ ...week, scale: 'window', deployment: 'prod-eu' })
  expect(new Set(rows.map(({ period }) => period.name))).toEqual(new Set(['2026-11-09 to 2026-11-15']))
  const whole = await everyRow({ ...week, deployment: 'prod-eu' })
  expect(new Set(whole.map(({ period }) => period.name))).toEqual(new Set(['P12']))
})

test('a period is no scale of a day, and says what is', async () => {
  expect(await refused('listEndpointRanking', { window: 'last-24-hours', scale: 'period' })).toMatchObject({
    field: 'scale',
    value: 'period',
    allowed: ['window'],
  })
  expect(await refused('listAdherence', { window: 'last-7-days' })).toMatchObject({
    field: 'window',
    value: 'last-7-days',
    hint: 'Hours and days stand in the history of each budget',
  })
})
