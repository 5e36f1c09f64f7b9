import { describe, expect, test } from 'vitest'

import { goldenCase } from '../../src/domain/testing/golden.ts'
import { ask, periods, rounded } from './testing/ask-worked.ts'

const { read } = ask('worked-slas')
const inUs = { deployment: 'prod-us' }

describe('I-05, SLAs by service', () => {
  test('GC-I05: the contract rests on four endpoint-level SLAs of two services', async () => {
    const golden = goldenCase('GC-I05')
    const { items, contracts, facets } = await read('listSlas', { ...inUs, contract: 'data-roundtrip' })
    expect(contracts.map(({ name }) => name)).toEqual([golden.text('inputs', 'contractual_sla')])
    expect(items).toHaveLength(golden.number('expected', 'endpoint_slas'))
    const byService = Map.groupBy(items, ({ part }) => `Service ${part.service.at(-1)}`)
    const counts = Object.fromEntries([...byService].map(([service, own]) => [service, own.length]))
    expect(counts).toEqual(golden.value('expected', 'services'))
    // Choosing the contract filters the services.
    const offered = facets.service.filter(({ count }) => count > 0).map(({ slug }) => slug)
    expect(offered).toEqual(['service-1', 'service-2'])
  })
})

describe('I-06, SLA error budget depletion', () => {
  test('GC-I06: what was left at the end, and how fast it went, of the contract and of its parts', async () => {
    const golden = goldenCase('GC-I06')
    const { items } = await read('listSlaDepletion', {
      ...inUs,
      ...periods(1),
      contract: 'data-ingested',
      sort: 'type,service',
    })
    const rows = items.map(({ type, remaining, averageSpeed, highestSpeed }) => [
      type === 'contractual' ? 'Contractual' : 'Endpoint-level',
      rounded((remaining ?? Number.NaN) * 100),
      rounded(averageSpeed, 1),
      rounded(highestSpeed, 1),
    ])
    expect(rows).toEqual(golden.value('expected', 'rows'))
  })

  test('GC-G05: drawn with its releases; a fifth lost in P1, 20 points a week in P4, never exhausted', async () => {
    const golden = goldenCase('GC-G05')
    const { items } = await read('listSlaCurves', { ...inUs, ...periods(1, 4), service: 'service-3' })
    const row = items.find(({ part }) => part?.endpoint.path === '/roundtrip')
    const curves = row?.curves ?? []
    expect(curves.map((curve) => (curve?.remaining ?? 0) <= 0)).toEqual(
      golden.value('expected', 'prematurely_exhausted'),
    )
    const left = (period: number, day: number) => (curves[period - 1]?.daily[day - 1] ?? Number.NaN) * 100
    expect(100 - left(1, 28)).toBeCloseTo(golden.number('inputs', 'depleted_in_P1_points'))
    expect([rounded(left(4, 7)), rounded(left(4, 28))]).toEqual(golden.numbers('inputs', 'P4_from_to'))
    for (const day of [7, 14, 21])
      expect(left(4, day) - left(4, day + 7)).toBeCloseTo(golden.number('expected', 'P4_weekly_loss_points'))
    const { periods: shown } = await read('listSlaCurves', { ...inUs, ...periods(1, 4) })
    const releases = shown.map(
      ({ start, end }) => row?.marks.releases.filter(({ at }) => at >= start && at < end).length,
    )
    expect(releases).toEqual(golden.numbers('inputs', 'deployments_per_period'))
  })
})

describe('I-07, SLA adherence', () => {
  test('GC-I07: the contract broke in the period in which a part of it did, which is named', async () => {
    const golden = goldenCase('GC-I07')
    const { items, answer } = await read('listSlaAdherence', {
      ...inUs,
      ...periods(1, 3),
      contract: 'data-roundtrip',
    })
    const verdicts = (row: (typeof items)[number] | undefined) =>
      row?.cells.map(({ adherence }) => adherence.charAt(0).toUpperCase()).join('')
    const contract = items.find(({ type }) => type === 'contractual')
    const within = (seconds: number, target: number) =>
      items.find((row) => row.thresholdMs === seconds * 1000 && row.target === target)
    expect({
      contractual: verdicts(contract),
      '5 sec 95%': verdicts(within(5, 0.95)),
      '3 sec 93%': verdicts(within(3, 0.93)),
    }).toEqual(golden.value('inputs', 'rows'))
    const cause = contract?.cells[golden.number('expected', 'period') - 1]?.brokenBy
    expect(cause?.map(({ service }) => service)).toEqual(['service-1'])
    expect(golden.text('expected', 'cause_of_contractual_break')).toContain('5 sec 95% (Service 1)')
    expect(answer).toContain('service-1')
  })
})
