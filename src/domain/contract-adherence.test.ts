import { describe, expect, it } from 'vitest'

import type { Adherence } from './adherence.ts'
import { contractPeriod, remainingOfServices, servicesInvolved, slaDepletions } from './contract-adherence.ts'
import type { ContractPart } from './contract-adherence.ts'
import type { BudgetState } from './state.ts'
import { goldenCase } from './testing/golden.ts'

const budget = (state: BudgetState, remaining: number | null, isOpen = false) => ({
  state,
  remaining,
  isOpen,
  total: state === 'no-traffic' ? 0 : 1000,
})
const part = (id: string, state: BudgetState, remaining: number | null, isOpen = false): ContractPart => ({
  id,
  service: `Service ${id}`,
  budget: budget(state, remaining, isOpen),
})

const kept = part('1', 'fulfilled', 0.4)
const broken = part('2', 'broken', -0.1)
const silent = part('3', 'no-traffic', 1)
const unmeasured = part('4', 'no-data', 1)

describe('a contract in one period', () => {
  it('GC-I07: names the part that broke it, with its service', () => {
    const golden = goldenCase('GC-I07')
    const names = ['5 sec 95%', '3 sec 93%']
    const periods = [1, 2, 3].map((period) =>
      contractPeriod(
        null,
        names.map((id, i) => {
          const isKept = golden.text('inputs', 'rows', id).charAt(period - 1) === 'F'
          const own = isKept ? budget('fulfilled', 0.3) : budget('broken', -0.2)
          return { id, service: `Service ${i + 1}`, budget: own }
        }),
      ),
    )
    expect(periods.map(({ adherence }) => (adherence === 'fulfilled' ? 'F' : 'B')).join('')).toBe(
      golden.text('inputs', 'rows', 'contractual'),
    )
    const causes = periods.map(({ brokenBy }) => brokenBy.map(({ id, service }) => `${id} (${service})`))
    expect(causes[golden.number('expected', 'period') - 1]).toEqual([
      golden.text('expected', 'cause_of_contractual_break'),
    ])
    expect(causes.flat()).toHaveLength(1)
  })

  it.each<[string, readonly ContractPart[], Adherence]>([
    ['rests on nothing', [], 'absent'],
    ['every part kept', [kept], 'fulfilled'],
    ['one part broken', [kept, broken, unmeasured], 'broken'],
    ['only silent parts', [silent, silent], 'no-traffic'],
    ['a silent part beside one that was kept', [silent, kept], 'fulfilled'],
    ['an unmeasured part beside one that was kept', [unmeasured, kept], 'no-data'],
    ['a silent and an unmeasured part', [silent, unmeasured], 'no-data'],
    ['a period under way', [part('1', 'exhausted', -0.5, true)], 'open'],
  ])('without a measure of its own: %s', (_name, parts, adherence) => {
    expect(contractPeriod(null, parts)).toMatchObject({ adherence, isDerived: true })
  })

  it('with a measure of its own is what was measured, and its parts still explain it', () => {
    const own = budget('broken', -0.3)
    expect(contractPeriod(own, [kept, broken])).toEqual({
      adherence: 'broken',
      remaining: -0.3,
      isDerived: false,
      brokenBy: [broken],
      worst: broken,
    })
    expect(contractPeriod(own, [kept])).toMatchObject({ adherence: 'broken', brokenBy: [], worst: kept })
    expect(contractPeriod(budget('fulfilled', 0.3), [broken])).toMatchObject({ adherence: 'fulfilled' })
    expect(contractPeriod(budget('fulfilled', null), [])).toMatchObject({ remaining: null, worst: null })
    expect(contractPeriod(budget('healthy', 0.8, true), [broken])).toMatchObject({ adherence: 'open' })
  })

  it('its parts share one mean, and the selected services another', () => {
    const parts = [part('1', 'fulfilled', 0.4), part('2', 'fulfilled', 0.2), part('3', 'broken', -0.6)]
    expect(contractPeriod(null, parts).remaining).toBeCloseTo(0, 12)
    expect(remainingOfServices(parts, ['Service 1', 'Service 2'])).toBeCloseTo(0.3, 12)
    expect(remainingOfServices(parts, ['Service 3'])).toBe(-0.6)
    expect(remainingOfServices(parts, [])).toBeNull()
  })
})

describe('depletion of a contract and what it rests on', () => {
  /** Two episodes whose speeds have this mean and maximum. */
  const episodes = (average: number, highest: number) =>
    average === highest ? [{ speed: highest }] : [{ speed: 2 * average - highest }, { speed: highest }]

  const golden = goldenCase('GC-I06')
  const row = (i: number) => ({
    ...budget('fulfilled', golden.number('expected', 'rows', i, 1) / 100),
    episodes: episodes(golden.number('expected', 'rows', i, 2), golden.number('expected', 'rows', i, 3)),
  })
  const parts = [1, 2].map((i) => ({
    id: `part ${i}`,
    service: `Service ${i}`,
    budget: row(i),
    episodes: row(i).episodes,
  }))

  it('GC-I06: the contract is what was measured end to end, not the mean of its parts', () => {
    const found = slaDepletions({ id: 'roundtrip', own: row(0) }, parts)
    for (const [i, { type, remaining, speeds }] of found.entries()) {
      expect(type).toBe(golden.text('expected', 'rows', i, 0).toLowerCase())
      expect((remaining ?? Number.NaN) * 100).toBeCloseTo(golden.number('expected', 'rows', i, 1), 9)
      expect(speeds.average).toBeCloseTo(golden.number('expected', 'rows', i, 2), 9)
      expect(speeds.highest).toBeCloseTo(golden.number('expected', 'rows', i, 3), 9)
    }
    expect(found.map(({ id, service }) => [id, service])).toEqual([
      ['roundtrip', null],
      ['part 1', 'Service 1'],
      ['part 2', 'Service 2'],
    ])
  })

  it('without a measure of its own the contract has the mean of its parts, and no speed', () => {
    const [contract] = slaDepletions({ id: 'roundtrip', own: null }, parts)
    expect(contract?.remaining).toBeCloseTo(0.325, 12)
    expect(contract?.speeds).toEqual({ average: null, highest: null })
  })
})

describe('services a contract rests on', () => {
  it('GC-I05: two services with two endpoint-level SLAs each', () => {
    const golden = goldenCase('GC-I05')
    const parts = ['Service 2', 'Service 1', 'Service 2', 'Service 1'].map((service) => ({ service }))
    const involved = servicesInvolved(parts)
    expect(Object.fromEntries(involved.map(({ service, slaCount }) => [service, slaCount]))).toEqual(
      golden.value('expected', 'services'),
    )
    expect(involved.reduce((sum, { slaCount }) => sum + slaCount, 0)).toBe(
      golden.number('expected', 'endpoint_slas'),
    )
    expect(involved.map(({ service }) => service)).toEqual(['Service 1', 'Service 2'])
  })

  it('the one with the most comes first', () => {
    const parts = ['a', 'b', 'b'].map((service) => ({ service }))
    expect(servicesInvolved(parts)).toEqual([
      { service: 'b', slaCount: 2 },
      { service: 'a', slaCount: 1 },
    ])
    expect(servicesInvolved([])).toEqual([])
  })
})
