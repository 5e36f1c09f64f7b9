import { expect, test } from 'vitest'

import type { Incident } from '../../src/contract/records.ts'
import { compareAbsentLast } from '../../src/domain/compare-absent-last.ts'
import { noRecords } from '../no-records.ts'
import { allItems, apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
import { NOW, tinyOrganization } from '../testing/tiny-organization.ts'

const { read, refused } = harbourline

test('every resolved incident of the window is a point and a row, the open ones stand apart', async () => {
  const { periods, points, totalCount, recovery, byPeriod } = await read('listRecoveryTrend')
  const incidents = await allItems((page) =>
    read('listIncidents', {
      ...page,
      from: periods[0]?.start ?? '',
      to: periods.at(-1)?.end ?? '',
      deployment: 'prod-eu,prod-us,prod-jp',
    }),
  )
  const resolved = incidents.filter(({ resolvedAt }) => resolvedAt !== null)
  expect(resolved.length).toBeGreaterThan(20)
  expect([points.length, totalCount, recovery.count]).toEqual([
    resolved.length,
    resolved.length,
    resolved.length,
  ])
  expect(byPeriod.reduce((sum, { count }) => sum + count, 0)).toBe(incidents.length)
  const minutes = resolved.map(
    ({ createdAt, resolvedAt }) => (Date.parse(resolvedAt ?? '') - Date.parse(createdAt)) / 60_000,
  )
  expect(recovery.meanMinutes).toBeCloseTo(minutes.reduce((sum, one) => sum + one, 0) / minutes.length, 6)
})

test('rows sort by how long recovery took, and those of a team are fewer', async () => {
  const rows = await allItems((page) => read('listRecoveryTrend', { ...page, sort: '-recovery', limit: 30 }))
  const minutes = rows.map(({ recoveryMinutes }) => recoveryMinutes)
  expect(minutes).toEqual(minutes.toSorted((a, b) => compareAbsentLast(a, b, 'descending')))
  const payments = await read('listRecoveryTrend', { team: 'payments' })
  expect(payments.totalCount).toBeLessThan(rows.length)
  expect(payments.facets.team.find(({ slug }) => slug === 'search')?.count).toBeGreaterThan(0)
})

test('the worked incidents of the reference: the line goes up', async () => {
  const { recovery, byPeriod, answer } = await tinyRead([
    incident('a', '2026-08-12T10:00:00Z', 30),
    incident('b', '2026-08-20T10:00:00Z', 90),
    incident('c', '2026-09-10T10:00:00Z', 60),
    incident('d', '2026-10-10T10:00:00Z', 60),
    incident('e', '2026-11-05T10:00:00Z', 120),
  ])
  expect(recovery.line?.direction).toBe('upward')
  expect(recovery.meanMinutes).toBe(72)
  expect(byPeriod.map(({ count }) => count)).toEqual([2, 1, 1, 1])
  expect(answer).toContain('the trend is upward')
})

test('a mean that falls does not hide that it hurt longer', async () => {
  const short = Array.from({ length: 6 }, (_, n) => incident(`s${n}`, `2026-10-1${n}T10:00:00Z`, 30))
  const { byPeriod } = await tinyRead([incident('long', '2026-09-10T10:00:00Z', 120), ...short])
  const [, p10, p11] = byPeriod
  expect([p10?.meanRecoveryMinutes, p10?.downtimeMinutes]).toEqual([120, 120])
  expect([p11?.meanRecoveryMinutes, p11?.downtimeMinutes]).toEqual([30, 180])
})

test('fewer than three incidents have no trend, and an open one is listed though it began long ago', async () => {
  const { recovery, open, points, byService } = await tinyRead([
    incident('a', '2026-10-10T10:00:00Z', 30),
    { ...incident('old', '2025-01-10T10:00:00Z', 0), resolvedAt: null },
  ])
  expect(recovery.line).toBeNull()
  expect(open.map(({ id }) => id)).toEqual(['old'])
  expect(points.map(({ id }) => id)).toEqual(['a'])
  // Three periods and the running one up to now, all of them under the incident that is still open.
  const [cart] = byService
  expect(cart?.downtimeMinutes).toBe((NOW - Date.parse('2026-08-10T00:00:00Z')) / 60_000)
})

test('an incident that names no deployment concerns every one', async () => {
  const nowhere = { ...incident('a', '2026-10-10T10:00:00Z', 30), deployments: [] }
  for (const deployment of ['north', 'lab']) {
    const { totalCount } = await tinyRead([nowhere], { deployment })
    expect(totalCount).toBe(1)
  }
  expect(await refused('listRecoveryTrend', { sort: 'team' })).toMatchObject({ field: 'sort' })
})

function tinyRead(incidents: readonly Incident[], query: Readonly<Record<string, string>> = {}) {
  const records = {
    ...noRecords,
    incidents: async ({ isOpen }: Readonly<{ isOpen?: true }>) => {
      const items = incidents.filter(({ resolvedAt }) => isOpen === undefined || resolvedAt === null)
      return { items, totalCount: items.length }
    },
  }
  return apiClient(tinyOrganization({ deps: { records } })).read('listRecoveryTrend', query)
}

function incident(id: string, createdAt: string, minutes: number): Incident {
  return {
    id,
    title: null,
    services: ['cart'],
    deployments: ['north'],
    startedAt: null,
    detectedAt: null,
    createdAt,
    acknowledgedAt: null,
    escalatedAt: null,
    resolvedAt: new Date(Date.parse(createdAt) + minutes * 60_000).toISOString(),
    detectedBy: null,
    priority: null,
    severity: null,
    url: null,
  }
}

test('the last seven days hold the incidents created in them, and no others', async () => {
  const { items, periods, byPeriod } = await read('listRecoveryTrend', { window: 'last-7-days', limit: 500 })
  const [span] = periods
  for (const { createdAt } of items) {
    expect(createdAt >= (span?.start ?? '')).toBe(true)
    expect(createdAt < (span?.end ?? '')).toBe(true)
  }
  const all = await read('listRecoveryTrend', { window: 'current-period', limit: 500 })
  const within = all.items.filter(({ createdAt }) => createdAt >= (span?.start ?? ''))
  expect(items.map(({ id }) => id)).toEqual(within.map(({ id }) => id))
  expect(byPeriod).toHaveLength(1)
})
