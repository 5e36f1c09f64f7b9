import { describe, expect, test } from 'vitest'

import { goldenCase } from '../../src/domain/testing/golden.ts'
import { ask, periods, rounded } from './testing/ask-worked.ts'

describe('I-08, the ticket trend', () => {
  const trend = (first: number, last: number, more = {}) =>
    ask('worked-adherence').read('listTicketTrend', { ...periods(first, last), ...more })

  test('GC-T01: three services below 30 % growth, the fastest first', async () => {
    const golden = goldenCase('GC-T01')
    const services = 'service-1,service-2,service-3'
    const { items } = await trend(1, 2, { service: services, growth: 'below:30', sort: '-growth' })
    expect(items).toHaveLength(golden.number('expected', 'listed'))
    expect(items.map(({ service }) => `Service ${service.at(-1)}`)).toEqual(golden.value('expected', 'order'))
    expect(items.map(({ averageRate }) => rounded((averageRate ?? 0) * 100))).toEqual(
      golden.numbers('inputs', 'growth_percent'),
    )
    expect(items.map(({ averageDelta }) => averageDelta)).toEqual(golden.numbers('inputs', 'delta'))
  })

  test.each([
    ['GC-T03', 'service-3', 2],
    ['GC-T03b', 'service-2', 2],
    ['GC-T04', 'service-4', 3],
  ] as const)('%s: growth and delta of %s', async (id, service, last) => {
    const golden = goldenCase(id)
    const { items } = await trend(1, last, { service })
    expect(items[0]?.counts).toEqual(golden.numbers('inputs', 'tickets_by_period'))
    expect((items[0]?.averageRate ?? Number.NaN) * 100).toBeCloseTo(
      golden.number('expected', 'avg_growth_percent'),
      5,
    )
    expect(items[0]?.averageDelta).toBe(golden.number('expected', 'avg_delta'))
  })

  test('GC-T05: down, down, up, up to the most of the year', async () => {
    const { items, totals } = await trend(1, 5, { service: 'service-5' })
    const counts = items[0]?.counts ?? []
    const steps = counts.slice(1).map((count, at) => (count < (counts[at] ?? 0) ? 'down' : 'up'))
    expect(steps).toEqual(goldenCase('GC-T05').value('inputs', 'directions'))
    expect(totals.peakPeriodId).toBe('2026-P05')
  })
})

describe('I-09, on-call rotations', () => {
  test('GC-O1: hours with cover by service, people, and nobody around the clock', async () => {
    const golden = goldenCase('GC-O1')
    const { services, teams, answer } = await ask('worked-adherence').read('listOnCallRotations', {
      service: 'service-1,service-2,service-3',
    })
    const perDay = services.flatMap(({ service, deployments, coveredHours }) =>
      deployments.includes('prod-us') ? [[service.at(-1) ?? '', coveredHours / 7]] : [],
    )
    expect(Object.fromEntries(perDay)).toEqual(golden.value('expected', 'covered_hours'))
    expect(teams.find(({ team }) => team === 'team-2')?.people.sum).toBe(
      golden.number('expected', 'max_people'),
    )
    expect(golden.flag('expected', 'any_24x7')).toBe(false)
    expect(answer).toContain('No service is covered around the clock')
  })

  test.each([
    ['GC-O3', 'service-1'],
    ['GC-O5', 'service-2'],
  ])('%s: what its promise, its deployments and its cover together suggest for %s', async (id, service) => {
    const golden = goldenCase(id)
    const { services } = await ask('worked-cover').read('listOnCallRotations', { service })
    const cover = services.find(({ deployments }) => deployments.includes('prod-us'))
    expect(cover?.availabilityTarget).toBeCloseTo(golden.number('inputs', 'availability_target') / 100, 9)
    expect(cover?.cadence).toBe(golden.text('inputs', 'deployments'))
    expect(`${(cover?.coveredHours ?? 0) / 7}x7`).toBe(golden.text('inputs', 'coverage'))
    expect(cover?.hint?.replaceAll('-', '_') ?? null).toBe(golden.value('expected', 'hint'))
  })

  test('GC-O6: a team without a rotation is named, since its reliability is endangered', async () => {
    expect(goldenCase('GC-O6').text('expected', 'hint')).toContain('no_rotation')
    const { answer } = await ask('worked-adherence').read('listOnCallRotations')
    expect(answer).toMatch(/^No rotation at all: Team 1 and Team 3\./)
  })
})

describe('I-10, time to recovery', () => {
  test('GC-TTR-01: upward, by eleven minutes a period', async () => {
    const golden = goldenCase('GC-TTR-01')
    const { recovery, points } = await ask('worked-adherence').read('listRecoveryTrend', periods(1, 5))
    expect(points).toHaveLength(5)
    expect(recovery.meanMinutes).toBe(golden.number('expected', 'mean_min'))
    const { line } = recovery
    expect(line?.direction).toBe('upward')
    expect(golden.text('expected', 'trend')).toBe('up')
    const periodsBetween = (Date.parse(line?.toAt ?? '') - Date.parse(line?.fromAt ?? '')) / 86_400_000 / 28
    expect(((line?.endMinutes ?? 0) - (line?.startMinutes ?? 0)) / periodsBetween).toBeCloseTo(
      golden.number('expected', 'ols_slope_by_period_min'),
      5,
    )
  })
})

describe('I-11 and I-12, endpoints', () => {
  test('GC-I11: the least available first', async () => {
    const golden = goldenCase('GC-I11')
    const { items } = await ask('worked-exhaustion').read('listEndpointRanking', {
      ...periods(1, 4),
      by: 'availability',
    })
    const rows = items.map(({ endpoint, availability }) => [
      `${endpoint.verb} ${endpoint.path}`,
      rounded((availability ?? 0) * 100),
    ])
    expect(rows).toEqual(golden.value('inputs', 'values'))
    expect(rows.map(([, value]) => value)).toEqual(golden.numbers('expected', 'sorted_ascending'))
  })

  test('GC-I12: the slowest first, with the longest of each', async () => {
    const golden = goldenCase('GC-I12')
    const { items } = await ask('worked-exhaustion').read('listEndpointRanking', {
      ...periods(1, 4),
      by: 'latency',
    })
    const seconds = items.map(({ averageLatencyMs, maxLatencyMs }) => [
      (averageLatencyMs ?? 0) / 1000,
      (maxLatencyMs ?? 0) / 1000,
    ])
    expect(seconds).toEqual(golden.value('inputs', 'avg_max'))
    expect(seconds.map(([average]) => average)).toEqual(golden.numbers('expected', 'sorted_desc_by_avg'))
  })
})
